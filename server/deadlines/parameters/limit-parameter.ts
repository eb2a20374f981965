import { type LimitRule, readLimitRule } from '../limit-rule.ts'
import type { ExclusionPolicy } from './exclusion-policy.ts'

/** How the number was checked, see statutes/statute.ts: 〔法文〕〔检索〕〔种子〕〔示例·可配置〕【待核】. */
export type LimitMark = 'law-text' | 'found' | 'office' | 'configurable' | 'to-verify'

/**
 * What follows when a limit is over: people are warned, the matter goes up, what was held is released, or a right is lost.
 * Nothing is ever approved by time running out.
 */
export type LimitConsequence = 'warn' | 'escalate' | 'release' | 'forfeit'

/** How a limit may be made longer: by what, how often, who decides that, and on what basis. */
export interface ExtensionRule {
  /** Key of the parameter whose amount is added. */
  by: string
  times: number
  /** Roles whose holders at the office of the case may decide it. */
  approvers: readonly string[]
  basis: readonly string[]
  marks: readonly LimitMark[]
}

/** One limit of the office: how long, from when, on what basis, and what follows. */
export interface LimitParameter {
  key: string
  name: { zh: string; en: string }
  /** `5WD`, `90D`, `24H` …; or what is no length: `document` (stands in a document), `same-day`, `yearly 12-15`, `rate 3%`. */
  amount: string
  mode: LimitRule['mode']
  /** Id of the event it runs from, see start-events.ts. */
  start: string
  /** Citations that resolve in statutes; none when no law says a number. */
  basis: readonly string[]
  marks: readonly LimitMark[]
  consequence: LimitConsequence
  /** Something has to be done at least so long before the start event. */
  isLead?: boolean
  /** The law does not say whether its days are working days: days are counted, and the other reading is shown (rule C4). */
  isUnitOpen?: boolean
  /** How it may be made longer; absent: not at all. */
  extension?: ExtensionRule
  /** What does not count in it, by field of law; absent: only a suspension of the case. */
  exclusions?: readonly ExclusionPolicy[]
}

const NO_LENGTH = /^(?:document|same-day|yearly (?:0[1-9]|1[0-2])-\d{2}|rate \d{1,2}%)$/

/** How it is counted; undefined when it is no length of time. @throws Error when the amount is neither. */
export function ruleOf({
  amount,
  mode,
  isLead,
}: Pick<LimitParameter, 'amount' | 'mode' | 'isLead'>): LimitRule | undefined {
  if (NO_LENGTH.test(amount)) return undefined
  return { ...readLimitRule(amount, mode), ...(isLead && { isLead }) }
}

interface More extends Pick<LimitParameter, 'isLead' | 'extension' | 'exclusions'> {
  mode?: LimitRule['mode']
  marks?: readonly LimitMark[]
  basis?: readonly string[]
}

type Amount = [amount: string, start: string, consequence: LimitConsequence]

/** A limit that a law sets, checked against its text. */
export function statutory(
  key: string,
  amount: Amount,
  basis: string[],
  name: [zh: string, en: string],
  more: More = {},
) {
  return parameter(key, amount, name, { marks: ['law-text'], ...more, basis })
}

/** A limit no law sets: an example that the office replaces by its own. */
export function example(key: string, amount: Amount, name: [zh: string, en: string], more: More = {}) {
  return parameter(key, amount, name, { marks: ['configurable'], ...more })
}

function parameter(
  key: string,
  [amount, start, consequence]: Amount,
  [zh, en]: [zh: string, en: string],
  { mode = 'STRICT', basis = [], marks = [], ...more }: More,
): LimitParameter {
  return { key, name: { zh, en }, amount, mode, start, basis, marks, consequence, ...more }
}
