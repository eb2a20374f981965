import { dayOf } from '../deadlines/office-day.ts'
import { limitParameters } from '../deadlines/parameters/index.ts'
import { roles } from '../identity/roles.ts'
import { type Known, messageCatalogue } from '../lint/index.ts'
import { citationFault } from '../statutes/resolve-citation.ts'
import { workers } from '../workers/index.ts'

/**
 * What the product knows beside a bundle, for the rules that ask for it.
 * @param at the instant whose law holds
 * @param processIds what a call activity may call
 */
export function knownWords(at: number, processIds: Iterable<string>): Known {
  const today = dayOf(at)
  return {
    roles: new Set(Object.keys(roles)),
    limits: limitParameters,
    citationFault: reference => citationFault(reference, today),
    jobTypes: new Set(workers.map(({ type }) => type)),
    processIds: new Set(processIds),
    messages: messageCatalogue,
  }
}
