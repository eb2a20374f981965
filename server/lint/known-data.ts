import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import { parseReference } from '../statutes/parse-reference.ts'
import type { Known } from './model.ts'
import type { Roster } from './roster.ts'
import type { Sentence } from './rule.ts'

/** What the house knows beside a bundle, as it is sent to the browser. */
export interface KnownData {
  roles: readonly string[]
  limits: readonly LimitParameter[]
  citations: readonly KnownLaw[]
  jobTypes: readonly string[]
  processIds: readonly string[]
  messages: readonly string[]
  /** What people call roles and procedures, by their ids: for sentences about a diagram, the rules do not ask it. */
  names?: { roles: Readonly<Record<string, Sentence>>; processes: Readonly<Record<string, string>> }
  /** Absent where nobody knows who works here. */
  roster?: Roster
}

/** The articles of a law by number (`58`, `58-1`); a document that is cited whole has the article `''`. */
export interface KnownLaw {
  name: string
  inForce: readonly string[]
  /** Those that can be found, but not in force today. */
  past: readonly string[]
}

/** The same as rules ask for it. */
export function knownFrom(data: KnownData): Known {
  const laws = new Map(
    data.citations.map(({ name, inForce, past }) => [name, { inForce: new Set(inForce), past: new Set(past) }]),
  )
  return {
    roles: new Set(data.roles),
    limits: data.limits,
    citationFault(reference) {
      const cited = parseReference(reference)
      const law = cited && laws.get(cited.name)
      const article = cited?.article ?? ''
      if (law?.inForce.has(article)) return undefined
      return law?.past.has(article) ? 'not-in-force' : 'unknown'
    },
    jobTypes: new Set(data.jobTypes),
    processIds: new Set(data.processIds),
    messages: new Set(data.messages),
    ...(data.roster && { roster: data.roster }),
  }
}
