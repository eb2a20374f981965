import type { CatalogueRegister } from './catalogue.ts'
import type { Named, PageInfo, TwoTimes } from './envelope.ts'
import type { Appointment } from './people.ts'

/** A row of the register of people. */
export interface ListedPerson {
  personId: string
  name: string
  accountId: string | null
  appointments: Appointment[]
}

/** An appointment as it is kept, in force or not. */
export interface KeptAppointment extends Appointment {
  appointmentId: string
  endedAt: string | null
  state: 'present' | 'future' | 'past'
}

export type CertificateKind = 'enforcement' | 'supervision'
export type CertificateState = 'valid' | 'suspended' | 'withdrawn' | 'cancelled' | 'lost' | 'expired' | 'pending'

/** A certificate as it stands now, with what became of it. */
export interface Certificate {
  certificateId: string
  personId: string
  personName: string
  kind: CertificateKind
  number: string
  validFrom: string
  validTo: string
  state: CertificateState
  changes: {
    state: CertificateState
    effectiveAt: string
    reason: string
    recordedAt: string | null
    lateReason: string | null
  }[]
}

export interface Qualification {
  number: string | null
  grantedOn: string | null
  reviewerSince: string | null
  exemption: string | null
}

export type AccountState = 'locked' | 'invited' | 'active'

/** Everything that is kept of a person. */
export interface PersonRecord {
  personId: string
  name: string
  account: { accountId: string; state: AccountState } | null
  appointments: KeptAppointment[]
  certificates: Certificate[]
  qualification: Qualification | null
  /** Where mail reaches him; told to himself and to administrators. */
  mail?: string | null | undefined
}

/** An account for its administrator. */
export interface Account {
  accountId: string
  person: Named
  state: AccountState
  invitedUntil: string | null
  openSessions: number
  seenAt: string | null
}

/** The link to a password, told once. */
export interface Invitation {
  accountId: string
  token: string
  expiresAt: string
}

/** A session of an account. */
export interface AccountSession {
  sessionId: string
  openedAt: string
  seenAt: string
  isOwn: boolean
}

export type OrganisationKind =
  | 'government'
  | 'leading-group'
  | 'subdistrict'
  | 'enforcement-centre'
  | 'public-management-office'
  | 'finance'
  | 'justice-office'
  | 'empowering-department'
  | 'department'
  | 'judicial'
  | 'superior'
  | 'house'

export interface Organisation {
  orgId: string
  name: string
  kind: OrganisationKind | null
  parent: string | null
  entity: string
  state: 'dissolved' | null
  successor: string | null
  coming: { from: string; name: string; isDissolved: boolean }[]
  warnings: string[]
  people: number
}

/** Organisations, and the roles somebody may hold there. */
export interface OrganisationList {
  items: Organisation[]
  roles: Named[]
}

/** What was changed of a person or an organisation. */
export interface RegisterHistory {
  items: (TwoTimes & {
    seq: number
    at: string
    actor: Named
    sentence: string
    reason: string | null
    fields: { label: string; before: string | null; after: string | null }[]
  })[]
  page: PageInfo
}

/** A register that goes out to a file and comes in from one. */
export type FileRegister = 'appointments' | 'certificates' | CatalogueRegister

/** What an import does, or would do. */
export interface ImportReport {
  rows: number
  added: number
  changed: number
  unchanged: number
  errors: { row: number; column: string | null; message: string }[]
}
