import type { Key, UserTaskValue, Variables } from '../../../protocol/records.ts'
import type { Execution } from '../../execution.ts'
import { mergeVariables, setLocalVariables } from '../variables.ts'

type Document = NonNullable<UserTaskValue['variableDocument']>

/** Tells what becomes of variables that a client gives to a user task: the task changes by them, so its listeners hear of them first. */
export function tellDocument(
  execution: Execution,
  intent: 'UPDATING' | 'UPDATED' | 'UPDATE_DENIED',
  scopeKey: Key,
  { key, updateSemantics }: Document,
  variables: Variables,
): void {
  execution.emit({ valueType: 'VARIABLE_DOCUMENT', intent, key, value: { scopeKey, updateSemantics, variables } })
}

/** Nobody objects: the variables are set. */
export function writeDocument(
  execution: Execution,
  scopeKey: Key,
  { updateSemantics }: Document,
  variables: Variables,
): void {
  if (updateSemantics === 'LOCAL') setLocalVariables(execution, scopeKey, variables)
  else mergeVariables(execution, scopeKey, variables)
}
