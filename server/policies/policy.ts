import type { OfficeDay } from '../deadlines/office-day.ts'
import type { Filing } from './first-filed.ts'

/**
 * What somebody wants to do with a user task. Every verb that leads to the work passes the same rules.
 * `submit` signs a task that needs a second person, `cosign` is that person's signature and completes it, `complete`
 * completes it alone; `release` takes it off somebody's desk.
 */
export type TaskVerb = 'claim' | 'assign' | 'release' | 'draft' | 'submit' | 'cosign' | 'complete'

/** An appointment that is in force at the act. */
export interface PolicyAppointment {
  role: string
  org: string
}

/** A certificate as it stands at the moment of the act. */
export interface PolicyCertificate {
  kind: 'enforcement' | 'supervision'
  number: string
  state: 'valid' | 'suspended' | 'withdrawn' | 'cancelled' | 'lost' | 'expired' | 'pending'
}

/** What allows somebody to review, as it is registered. Days of the office; null where nothing is registered. */
export interface PolicyQualification {
  /** Number of the national legal qualification. */
  number: string | null
  grantedOn: OfficeDay | null
  /** First day as a legal reviewer of penalty decisions. */
  reviewerSince: OfficeDay | null
  /** Why somebody may review without the qualification. */
  exemption: string | null
}

/** Somebody and the offices he holds at the act. */
export interface PolicyHolder {
  readonly id: string
  readonly appointments: readonly PolicyAppointment[]
}

/** Who would do it (of an assignment: who would get it). Members may be fetched when they are first read. */
export interface PolicyPerson extends PolicyHolder {
  /** Every certificate of his; none when nothing is registered. */
  readonly certificates: readonly PolicyCertificate[]
  readonly qualification: PolicyQualification | undefined
}

/** The task as it stands inside the transaction. */
export interface PolicyTask {
  userTaskKey: string
  elementId: string
  /** What sort of work it is, from the diagram; see kinds.ts. */
  kind?: string
  enforcementAct: boolean
  /** The diagram asks for a second person's signature. */
  needsCosigner: boolean
  /** `role@org` of those who give it; absent: any other candidate of the task. */
  cosignGroups?: readonly string[]
  /** Beside these groups, single persons who may give it. */
  cosignUsers?: readonly string[]
  assignee?: string
  candidateGroups: readonly string[]
  candidateUsers: readonly string[]
}

/** Who had a hand in the case before, over all its instances. */
export interface Participation {
  personId: string
  /** Kind of the task that was done, or `case-handling` for a registered handler; absent for a task of no kind. */
  kind?: string
}

/** That a case stands still: since which day of the office, and on which ground. */
export interface PolicySuspension {
  since: OfficeDay
  ground: string
}

/** What the rules ask of the case. Members may be fetched when they are first read; instants are UTC ms. */
export interface PolicyCase {
  /** It was registered; what nobody registered nobody has judged. */
  readonly isRegistered: boolean
  /** Whether a body is empowered for a matter on the day of the act, and both by name. */
  readonly powerOver: (
    org: string,
    itemCode: string,
  ) => { isEmpowered: boolean; item: string | undefined; orgName: string }
  /** It falls under article 58 of the law on penalties: no decision without a passed review. */
  readonly isUnder58: boolean
  /** Its review must not be overruled: article 58, or coercion that touches major rights. */
  readonly hardGate: boolean
  /** When a review of it last passed, by the reviewers' own acts. */
  readonly passedReviewAt: number | undefined
  /** When facts, evidence, grounds or the proposed penalty last changed. */
  readonly lastMaterialChangeAt: number | undefined
  /** `penalty`, `coercion` … of the review that the task belongs to. */
  readonly reviewType: string | undefined
  /** The matter (事项), and whether the body that acts is empowered for it on the day of the act. */
  readonly itemCode: string | undefined
  readonly isEmpowered: boolean
  /** The matter and the body by name, for who is told. */
  readonly itemName: string | undefined
  /** The matter's entry names an article that allows coercion and holds on the day of the act. */
  readonly hasCoercionBasis: boolean
  /** What would be filed, as far as it is stated, and what other bodies filed against the same party before. */
  readonly filings: { wanted: Omit<Filing, 'caseNo' | 'filedAt'> | undefined; earlier: readonly Filing[] }
  readonly orgName: string | undefined
  /** Of a certificate matter: whose certificate it is. */
  readonly holderId: string | undefined
  /** Every certificate of somebody, as it stands at the act, or stood at another instant. */
  readonly certificatesOf: (personId: string, instant?: number) => readonly PolicyCertificate[]
  /** The roles somebody holds on the day of the act. */
  readonly rolesOf: (personId: string) => readonly string[]
  /** Of a whistle: until when the body that signed must be on site, UTC ms. */
  readonly onSiteUntil: number | undefined
  /** Of a whistle: bodies that came to assist and have left no record of it. */
  readonly assistsWithoutRecord: readonly { org: string; name: string }[]
  /** The matter about a certificate, or about a person's certificates of a type, that runs and began before this one. */
  readonly runningMatter: (about: { certNo: string } | { holderId: string; certType: string }) => string | undefined
  /** Whether a certificate of that number was ever issued. */
  readonly isCertificateNumber: (number: string) => boolean
  /** Ids of those who were recused from it. */
  readonly recused: readonly string[]
  /** It stands still; nothing when it does not. */
  readonly suspension: PolicySuspension | undefined
  /** What the procedure knows by now: variables that the task sees. */
  readonly known: Readonly<Record<string, unknown>>
}

/** What the office has set for the rules; defaults in parameters.ts. */
export interface PolicyParameters {
  /** Who reviewed penalty decisions before this day needs no national qualification for it. */
  qualificationSince: OfficeDay
  /** Hours of the day between which it is night: from 22 to 6, for example. */
  nightFrom: number
  nightTo: number
}

export interface TaskRequest {
  verb: TaskVerb
  person: PolicyPerson
  task: PolicyTask
  history: readonly Participation[]
  /** Instant of the act, UTC ms. */
  at: number
  /** Of a `cosign`: who signed first, as of now. */
  signer?: PolicyPerson | undefined
  readonly case: PolicyCase
  /** What is about to be stored, with the button's field; absent before anything was filled in. */
  values?: Readonly<Record<string, unknown>> | undefined
  /** Whether a day is a statutory holiday. */
  isHoliday: (day: OfficeDay) => boolean
  parameters: PolicyParameters
}

/** Why not: the message (`id` with `params`, its remedy under `<id>.remedy`), the rule and the articles it rests on. Plain data, journaled as it is. */
export interface Objection {
  id: string
  params?: Record<string, string | string[]>
  rule: string
  basis: string[]
}

/** One rule over a task: its objection, or nothing. Pure; reads only what it is given. */
export type Policy = (request: TaskRequest) => Objection | undefined
