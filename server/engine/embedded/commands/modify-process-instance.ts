import type { ActivateInstruction } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { Json, Key } from '../../protocol/records.ts'
import { beginByHand, ScopeNotClear } from '../behaviors/begin-by-hand.ts'
import { terminateAtOnce } from '../behaviors/lifecycle.ts'
import type { Execution } from '../execution.ts'
import type { CommandProcessor } from './command-processor.ts'
import { isKey } from './find-target.ts'
import { refuseModification } from './modification-checks.ts'

/**
 * Begins and ends elements of a running instance: all that is asked for, or nothing. Scopes in which nothing is left end with what was ended,
 * unless something begins in them (ENGINE Y1).
 */
export const modifyProcessInstance: CommandProcessor<'MODIFY_PROCESS_INSTANCE'> = (execution, command) => {
  const { processInstanceKey, activateInstructions = [], terminateInstructions = [] } = command
  if (!isKey(processInstanceKey) || !execution.enter(processInstanceKey))
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to modify process instance but no process instance found with key '${processInstanceKey}'`,
    )
  refuseModification(execution, command)
  const begun = activateInstructions.map(instruction => ({ instruction, around: begin(execution, instruction) }))
  const needed = new Set(begun.flatMap(({ around }) => around))
  for (const { elementInstanceKey } of terminateInstructions) end(execution, elementInstanceKey, needed)
  execution.emit({
    valueType: 'PROCESS_INSTANCE_MODIFICATION',
    intent: 'MODIFIED',
    key: processInstanceKey,
    value: {
      processInstanceKey,
      activateInstructions: begun.map(({ instruction, around }) => told(instruction, around)),
      terminateInstructions: terminateInstructions.map(({ elementInstanceKey }) => ({ elementInstanceKey })),
    },
  })
  return {}
}

function begin(execution: Execution, instruction: ActivateInstruction): Key[] {
  try {
    return beginByHand(execution, instruction)
  } catch (error) {
    if (!(error instanceof ScopeNotClear)) throw error
    const why =
      error.why === 'several'
        ? `for an element that has a flow scope with more than one active instance: '${error.scopeId}'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.`
        : `that would result in the activation of multi-instance element '${error.scopeId}', which is currently unsupported.`
    throw new CommandRejected(
      'INVALID_ARGUMENT',
      `Expected to modify instance of process '${execution.state.bpmnProcessId}' but it contains one or more activate instructions ${why}`,
    )
  }
}

/** Ends an element instance, and the scopes around it in which nothing is left and nothing begins. */
function end(execution: Execution, elementInstanceKey: Key, needed: Set<Key>): void {
  const { elements } = execution.state
  refuseEndOfChild(execution, elementInstanceKey)
  let around = elements[elementInstanceKey]?.flowScopeKey
  terminateAtOnce(execution, elementInstanceKey)
  for (; around !== undefined && elements[around] && !needed.has(around); ) {
    // A token that waits at a join keeps a scope alive.
    if (elements[around]!.children > 0 || execution.ownedBy('joins', around).length > 0) return
    refuseEndOfChild(execution, around)
    const key: Key = around
    around = elements[key]!.flowScopeKey
    terminateAtOnce(execution, key)
  }
}

/** A called instance ends with its call activity, not by itself. */
function refuseEndOfChild({ state }: Execution, key: Key): void {
  if (key !== state.processInstanceKey || !state.parent) return
  throw new CommandRejected(
    'INVALID_ARGUMENT',
    `Expected to modify instance of process '${state.bpmnProcessId}' but the given instructions would terminate the instance. The instance was created by a call activity in the parent process. To terminate this instance please modify the parent process instead.`,
  )
}

function told(
  { elementId, ancestorElementInstanceKey, variableInstructions = [] }: ActivateInstruction,
  around: Key[],
): Json {
  return {
    elementId,
    ...(ancestorElementInstanceKey !== undefined && { ancestorScopeKey: ancestorElementInstanceKey }),
    ancestorScopeKeys: around,
    ...(variableInstructions.length > 0 && {
      variableInstructions: variableInstructions.map(({ scopeId, variables }) => ({
        ...(scopeId && { elementId: scopeId }),
        variables,
      })),
    }),
  }
}
