import { Failure } from '../../protocol/errors.ts'
import type { Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { nodeOf } from './lifecycle.ts'
import { trigger } from './triggers.ts'

/** Who catches an error, and in which element instance it waits for it. */
export interface ErrorCatcher {
  key: Key
  node: ExecutableNode
}

/**
 * The catcher of an error, from the throwing element outwards: at each scope the boundary events of the activity, then the event sub-processes around it;
 * there an exact code first, then one for all codes (ENGINE X1).
 */
export function findErrorCatcher(
  execution: Execution,
  elementInstanceKey: Key,
  code: string,
): ErrorCatcher | undefined {
  const { elements } = execution.state
  for (let key: Key | undefined = elementInstanceKey; key !== undefined; key = elements[key]!.flowScopeKey) {
    const around = nodeOf(execution, key)
    const boundary = best(around.boundaryEvents, code)
    if (boundary) return { key, node: boundary }
    const scopeKey = elements[key]!.flowScopeKey
    const start = scopeKey !== undefined && best(startsAround(execution, scopeKey, around), code)
    if (start) return { key: scopeKey, node: start }
  }
  return undefined
}

/** Throws an error that has a catcher. */
export function catchError(execution: Execution, { key, node }: ErrorCatcher, variables?: Variables): void {
  trigger(execution, key, node.id, variables)
}

/** The failure of an error that nobody catches. */
export function unhandledError(execution: Execution, elementInstanceKey: Key, code: string, message?: string): Failure {
  const said = message ? ` with message '${message}'` : ''
  const known = codesAround(execution, elementInstanceKey)
  const available =
    known.length > 0
      ? `Available error events are [${known.join(', ')}]`
      : 'No error events are available in the scope.'
  return new Failure(
    'UNHANDLED_ERROR_EVENT',
    `Expected to throw an error event with the code '${code}'${said}, but it was not caught. ${available}`,
  )
}

/** An event sub-process does not catch what is thrown inside itself, and an interrupted scope starts no other. */
function startsAround(execution: Execution, scopeKey: Key, inside: ExecutableNode): ExecutableNode[] {
  if (execution.element(scopeKey).interruptedBy !== undefined) return []
  return nodeOf(execution, scopeKey)
    .eventSubProcesses.filter(({ id }) => id !== inside.id)
    .map(({ eventStart }) => eventStart!)
}

function best(events: ExecutableNode[], code: string): ExecutableNode | undefined {
  const errors = events.filter(({ eventType }) => eventType === 'ERROR')
  return errors.find(event => codeOf(event) === code) ?? errors.find(event => codeOf(event) === undefined)
}

function codesAround(execution: Execution, elementInstanceKey: Key): string[] {
  const codes: string[] = []
  const { elements } = execution.state
  for (let key: Key | undefined = elementInstanceKey; key !== undefined; key = elements[key]!.flowScopeKey) {
    const { boundaryEvents, eventSubProcesses } = nodeOf(execution, key)
    for (const event of [...boundaryEvents, ...eventSubProcesses.map(({ eventStart }) => eventStart!)]) {
      const code = event.eventType === 'ERROR' ? codeOf(event) : undefined
      if (code !== undefined) codes.push(code)
    }
  }
  return codes
}

function codeOf({ event }: ExecutableNode): string | undefined {
  return (event?.definition as { code?: { text: string } } | undefined)?.code?.text
}
