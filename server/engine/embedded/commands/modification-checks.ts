import type { Command } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import { levelsAround, openScopesOf } from '../behaviors/begin-by-hand.ts'
import { nodeOf } from '../behaviors/nodes.ts'
import type { Execution } from '../execution.ts'
import { BEGINNABLE_TYPES, isBeginnable, isBehindGateway, typeOf } from './activation-checks.ts'

type Modification = Command<'MODIFY_PROCESS_INSTANCE'>
type Check = (execution: Execution, modification: Required<Modification>) => string | undefined

/** What must hold before anything is changed, in the order in which it is asked; each answers the end of the rejection. */
const checks: Check[] = [
  unknownElements,
  eventsBehindGateways,
  unsupportedTypes,
  unknownVariableScopes,
  strangeVariableScopes,
  unknownInstances,
  unknownAncestors,
  strangeAncestors,
  endingScopes,
]

/** Refuses a modification that names what is not there or cannot be begun (ENGINE Y1). */
export function refuseModification(execution: Execution, modification: Modification): void {
  const { activateInstructions = [], terminateInstructions = [] } = modification
  for (const check of checks) {
    const why = check(execution, { ...modification, activateInstructions, terminateInstructions })
    if (why === undefined) continue
    throw new CommandRejected(
      'INVALID_ARGUMENT',
      `Expected to modify instance of process '${execution.state.bpmnProcessId}' but it contains one or more ${why}`,
    )
  }
}

function unknownElements({ process }: Execution, { activateInstructions }: Required<Modification>) {
  const unknown = idsOf(activateInstructions).filter(id => typeOf(process, id) === undefined)
  return some(unknown, ids => `activate instructions with an element that could not be found: ${ids}`)
}

function eventsBehindGateways({ process }: Execution, { activateInstructions }: Required<Modification>) {
  const events = idsOf(activateInstructions).filter(id => isBehindGateway(process, id))
  const what = 'The activation of events belonging to an event-based gateway is not supported.'
  return some(events, ids => `activate instructions for elements that are unsupported: ${ids}. ${what}`)
}

function unsupportedTypes({ process }: Execution, { activateInstructions }: Required<Modification>) {
  const wrong = idsOf(activateInstructions).filter(id => !isBeginnable(typeOf(process, id)!))
  const types = quoted(wrong.map(id => typeOf(process, id)!))
  const what = `The activation of elements with type ${types} is not supported. ${BEGINNABLE_TYPES}.`
  return some(wrong, ids => `activate instructions for elements that are unsupported: ${ids}. ${what}`)
}

function unknownVariableScopes({ process }: Execution, { activateInstructions }: Required<Modification>) {
  const unknown = activateInstructions
    .flatMap(({ variableInstructions = [] }) => variableInstructions)
    .flatMap(({ scopeId }) => (scopeId && typeOf(process, scopeId) === undefined ? [scopeId] : []))
  return some(unknown, ids => `variable instructions with a scope element id that could not be found: ${ids}`)
}

function strangeVariableScopes({ process }: Execution, { activateInstructions }: Required<Modification>) {
  const isStrange = activateInstructions.some(({ elementId, variableInstructions = [] }) => {
    const scopes = [process.root.id, elementId, ...levelsAround(process, elementId).map(({ id }) => id)]
    return variableInstructions.some(({ scopeId }) => scopeId && !scopes.includes(scopeId))
  })
  if (!isStrange) return undefined
  return "variable instructions with a scope element that doesn't belong to the activating element's flow scope. These variables should be set before or after the modification."
}

function unknownInstances({ state }: Execution, { terminateInstructions }: Required<Modification>) {
  const unknown = terminateInstructions.map(({ elementInstanceKey }) => elementInstanceKey)
  const missing = unknown.filter(key => !Object.hasOwn(state.elements, key))
  return some(missing, keys => `terminate instructions with an element instance that could not be found: ${keys}`)
}

function unknownAncestors({ state }: Execution, modification: Required<Modification>) {
  const missing = ancestorsOf(modification)
    .map(({ ancestor }) => ancestor)
    .filter(key => state.elements[key]?.state !== 'ACTIVATED')
  const what = 'activate instructions with an ancestor scope key that does not exist, or is not in an active state'
  return some(missing, keys => `${what}: ${keys}`)
}

function strangeAncestors(execution: Execution, modification: Required<Modification>) {
  const { process, state } = execution
  const strange = ancestorsOf(modification).filter(({ elementId, ancestor }) => {
    const node = nodeOf(execution, ancestor)
    return ancestor !== state.processInstanceKey && !levelsAround(process, elementId).includes(node)
  })
  if (strange.length === 0) return undefined
  const lines = strange.map(
    ({ elementId, ancestor }) =>
      `\n- instance '${ancestor}' of element '${state.elements[ancestor]!.elementId}' is not an ancestor of element '${elementId}'`,
  )
  return `activate instructions with an ancestor scope key that is not an ancestor of the element to activate:${lines.join('')}`
}

function endingScopes(execution: Execution, { activateInstructions, terminateInstructions }: Required<Modification>) {
  const ending = new Set(terminateInstructions.map(({ elementInstanceKey }) => elementInstanceKey))
  const lines = activateInstructions.flatMap(instruction => {
    const scopeKey = openScopesOf(execution, instruction).find(key => ending.has(key))
    if (scopeKey === undefined) return []
    return [`element '${instruction.elementId}' requires flow scope instance '${scopeKey}' which is being terminated`]
  })
  if (lines.length === 0) return undefined
  const advice =
    'Please provide a valid ancestor scope key for the activation or avoid terminating the required flow scope.'
  return `activate instructions for elements whose required flow scope instance is also being terminated: ${lines.join(', ')}. ${advice}`
}

function ancestorsOf({ activateInstructions }: Required<Modification>): { elementId: string; ancestor: Key }[] {
  return activateInstructions.flatMap(({ elementId, ancestorElementInstanceKey: ancestor }) =>
    ancestor === undefined ? [] : [{ elementId, ancestor }],
  )
}

function idsOf(instructions: Required<Modification>['activateInstructions']): string[] {
  return instructions.map(({ elementId }) => elementId)
}

function some(ids: string[], say: (ids: string) => string): string | undefined {
  return ids.length === 0 ? undefined : say(quoted(ids))
}

function quoted(words: string[]): string {
  return [...new Set(words)].map(word => `'${word}'`).join(', ')
}
