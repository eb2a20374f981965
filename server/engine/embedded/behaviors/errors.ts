import { Failure } from '../../protocol/errors.ts'
import type { Key, Variables } from '../../protocol/records.ts'
import type { AfterActivation } from '../elements/element.ts'
import type { ErrorDefinition } from '../event-definitions/error.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { type Catcher, codesAround, findCatcher, throwTo } from './catchers.ts'
import { evaluateString } from './expressions.ts'

/** Who catches the error of an element instance. */
export function findErrorCatcher(execution: Execution, elementInstanceKey: Key, code: string): Catcher | undefined {
  return findCatcher(execution, elementInstanceKey, 'ERROR', code)
}

/** Throws an error that has a catcher. */
export function catchError(execution: Execution, catcher: Catcher, variables?: Variables): void {
  throwTo(execution, catcher, variables)
}

/** Throws an error as soon as the event counts as activated. One that nobody catches leaves the event unactivated. @throws Failure */
export function throwError(execution: Execution, { event }: Pick<ExecutableNode, 'event'>, key: Key): AfterActivation {
  const code = evaluateString(execution, (event!.definition as ErrorDefinition).code!, key)
  const catcher = findErrorCatcher(execution, key, code)
  if (!catcher) throw unhandledError(execution, key, code)
  return () => catchError(execution, catcher)
}

/** The failure of an error that nobody catches. */
export function unhandledError(execution: Execution, elementInstanceKey: Key, code: string, message?: string): Failure {
  const said = message ? ` with message '${message}'` : ''
  const known = codesAround(execution, elementInstanceKey, 'ERROR')
  const available =
    known.length > 0
      ? `Available error events are [${known.join(', ')}]`
      : 'No error events are available in the scope.'
  return new Failure(
    'UNHANDLED_ERROR_EVENT',
    `Expected to throw an error event with the code '${code}'${said}, but it was not caught. ${available}`,
  )
}
