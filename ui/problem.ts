import type { FieldError } from '../server/forms/index.ts'
import { isMessageId } from '../server/forms/words.ts'
import type { ProblemDetails } from './api-types.ts'

/** Why a question to the server was not answered: it said no, or it could not be reached in time. */
export class ApiProblem extends Error {
  readonly details: ProblemDetails

  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title ?? details.id ?? `HTTP ${details.status}`)
    this.name = 'ApiProblem'
    this.details = details
  }

  /** HTTP status; 0 when no answer came at all. */
  get status(): number {
    return this.details.status
  }
}

/** What is wrong in the fields of a form and the form has words for, to show beside them. */
export const fieldErrors = (problem: ProblemDetails): FieldError[] =>
  (problem.errors ?? [])
    .filter(({ id }) => isMessageId(id))
    .map(({ path, id, params }) => ({ path, id, params: params ?? {} }) as FieldError)

/** Any thrown thing as problem details; what is not an answer of the server is ours, and keeps its message. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof ApiProblem) return error.details
  return { status: 0, id: 'browser', detail: error instanceof Error ? error.message : String(error) }
}
