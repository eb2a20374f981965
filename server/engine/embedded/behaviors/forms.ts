import { Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { UserTaskDefinition } from '../elements/user-task.ts'
import type { Execution } from '../execution.ts'
import { evaluateString } from './expressions.ts'

/** The form a task is bound to when it is created: the latest of its id, or a reference we do not resolve. */
export function formKeyOf(
  execution: Execution,
  { formId, externalReference }: Pick<UserTaskDefinition, 'formId' | 'externalReference'>,
  key: Key,
): { formKey?: Key; externalFormReference?: string } {
  if (externalReference) return { externalFormReference: evaluateString(execution, externalReference, key) }
  if (!formId) return {}
  const id = evaluateString(execution, formId, key)
  const form = execution.world.store.latestForm(id)
  if (form) return { formKey: form.formKey }
  throw new Failure(
    'FORM_NOT_FOUND',
    `Expected to find a form with id '${id}', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id`,
  )
}
