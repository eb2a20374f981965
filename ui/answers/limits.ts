import type { Named } from './envelope.ts'
import type { ExclusionKind } from './limit-acts.ts'

/** How a number or an article was checked. */
export type LimitMark = 'law-text' | 'found' | 'office' | 'configurable' | 'to-verify'

/** What something rests on, with what the article says in our own words. */
export interface Citation {
  ref: string
  /** Office day as of which it is told. */
  day: string
  name?: string | undefined
  article?: string | undefined
  title?: string | undefined
  summary?: string | undefined
  /** The official text, where it was brought in; which of it is cited, from 1. */
  paragraphs?: LawParagraph[] | undefined
  paragraph?: number | undefined
  item?: number | undefined
  inForceFrom?: string | undefined
  inForceTo?: string | undefined
  isNotInForce?: boolean | undefined
  verification?: LimitMark | undefined
}

/** A paragraph of an article with its items. */
export interface LawParagraph {
  text: string
  items: { text: string; items: string[] }[]
}

/** The statutory limit of a task as lists show it. */
export interface Limit {
  key: string
  startDate: string
  dueDate: string
  remindDate: string | null
  urgentDate: string
  isProvisional: boolean
  /** Since when it stands still with its case. */
  suspendedDate: string | null
  /** How often it was made longer. */
  extended: number
  /** Counted in working days: the days without work until its end, or until today; `null` where every day counts. */
  restDays: string[] | null
}

/** What is set of a limit, whoever set it. */
interface LimitSetting {
  key: string
  name: string
  /** `5WD`, `30D`, `24H` …, or what is no length. */
  amount: string
  mode: 'STRICT' | 'ROLL_FORWARD'
  start: string
  basis: Citation[]
  marks: LimitMark[]
  consequence: 'warn' | 'escalate' | 'release' | 'forfeit'
}

/** A limit with everything needed to count it again. */
export interface LimitReason extends Limit, LimitSetting {
  lastDay: string
  rolledDay: string
  skipped: { day: string; why: 'weekend' | 'holiday' | 'excluded' | 'rolled'; reason?: string | undefined }[]
  calendarVersion: number
  /** Its last day if working days were meant, where the law leaves that open. */
  workdayReading: string | null
  extensions: { amount: string; reason: string; date: string; by: string | null }[]
  extension: {
    amount: string
    times: number
    approvers: string[]
    basis: Citation[]
    marks: LimitMark[]
  } | null
  /** Periods that may be left out of it. */
  excludable: { value: string; name: string }[]
}

/** What does not count in a limit, in one field of law. */
export interface ExclusionPolicy {
  field: string
  suspension: boolean
  kinds: string[]
  basis: Citation[]
  marks: LimitMark[]
}

/** A version of a limit of the office. */
export interface LimitParameter extends LimitSetting {
  extension: (NonNullable<LimitReason['extension']> & { by: string; roles: string[] }) | null
  exclusions: ExclusionPolicy[]
  isLead: boolean
  seq: number
  effectiveFrom: string
  isShipped: boolean
  changedBy: Named | null
  changedAt: string
  reason: string | null
}

/** What was announced about a year. */
export interface CalendarYear {
  year: number
  source: string
  holidays: string[]
  workdays: string[]
}

/** What is asked of the rules of a limit. */
export interface LimitRules {
  extension: { by: string; times: number; approvers: string[]; basis: string[] } | null
  exclusions: { field: string; suspension: boolean; kinds: ExclusionKind[]; basis: string[] }[]
}

/** What is asked of a limit from a day on. */
export interface LimitChange extends Pick<LimitSetting, 'amount' | 'mode' | 'consequence'>, Partial<LimitRules> {
  effectiveFrom: string
  reason: string
  recount: boolean
}
