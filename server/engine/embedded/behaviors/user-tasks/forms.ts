import type { Key } from '../../../protocol/records.ts'
import type { UserTaskDefinition } from '../../elements/user-task.ts'
import type { Execution } from '../../execution.ts'
import { linkedForm } from '../bindings.ts'
import { evaluateString } from '../expressions.ts'

/** The form a task is bound to when it is created: a version of a deployed one, or a reference we do not resolve. */
export function formKeyOf(
  execution: Execution,
  { formId, formBinding, externalReference }: Pick<UserTaskDefinition, 'formId' | 'formBinding' | 'externalReference'>,
  key: Key,
): { formKey?: Key; externalFormReference?: string } {
  if (externalReference) return { externalFormReference: evaluateString(execution, externalReference, key) }
  if (!formId) return {}
  return { formKey: linkedForm(execution, evaluateString(execution, formId, key), formBinding).formKey }
}

/** How a job worker is told the form of a user task that is done by a job. */
export function formHeaders({ formKey }: { formKey?: Key }): Record<string, string> {
  return formKey === undefined ? {} : { 'io.camunda.zeebe:formKey': formKey }
}
