import type { FieldError } from '../server/forms/index.ts'
import { isMessageId } from '../server/forms/words.ts'
import type { ProblemDetails } from './api-types.ts'
import { fieldErrors } from './problem.ts'

/** What the form can say beside its fields, and what it has no sentence of its own for: that is told in one note, in the server's words. */
export function toldOf(problem: ProblemDetails): { errors: FieldError[]; note: ProblemDetails | undefined } {
  const ours = (problem.errors ?? []).filter(({ id }) => !isMessageId(id))
  const errors = fieldErrors(problem)
  if (errors.length > 0 && ours.length === 0) return { errors, note: undefined }
  const detail = ours.map(({ message = '' }) => message).join('；')
  return { errors, note: detail ? { ...problem, detail } : problem }
}
