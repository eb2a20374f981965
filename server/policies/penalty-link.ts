import type { Objection } from './policy.ts'

/** Something that says how people or bodies are assessed, and the names its expressions read. */
export interface Indicator {
  /** As people find it: file, decision or task. */
  name: string
  reads: readonly string[]
}

/** Names of what was fined or confiscated, as procedures and registers call it. */
const FINES =
  /\bfines?(?![a-z])|Fines?(?![a-z])|[Pp]enalt(?:y|ies)|[Cc]onfiscat|[Ss]urcharge|罚款|罚没|没收|处罚(?:金额|数额|件数)/

/** R-NO-PENALTY-LINK: what was fined or confiscated enters no indicator by which anybody is assessed (行政处罚法 第74条第3款). */
export function objectionToIndicators(indicators: readonly Indicator[]): Objection | undefined {
  for (const { name, reads } of indicators) {
    const read = reads.find(each => FINES.test(each))
    if (read === undefined) continue
    const params = { indicator: name, reads: read }
    return { id: 'policy.penalty-link', params, rule: 'R-NO-PENALTY-LINK', basis: ['行政处罚法 第74条第3款'] }
  }
  return undefined
}
