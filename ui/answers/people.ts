/** What a signed-in person may open. */
export type Permission =
  | 'work'
  | 'administrate'
  | 'audit'
  | 'operate'
  | 'certify'
  | 'supervise'
  | 'catalogue'
  | 'staffing'
  | 'training'

/** An office held: role at organisation, from–to. */
export interface Appointment {
  role: string
  roleName: string
  org: string
  orgName: string
  from: string
  to: string | null
  isActing: boolean
}

/** The signed-in person. */
export interface Person {
  personId: string
  name: string
  accountId: string
  appointments: Appointment[]
  groups: string[]
  certificate?: { no: string; state: string; validTo: string } | undefined
  permissions: Permission[]
  demo: boolean
}

/** An account of the demo database, offered on the sign-in page. */
export interface DemoAccount {
  accountId: string
  name: string
  /** The role it is grouped by; the first of a kind stands for it. */
  kind: string
  roleName: string
  orgName: string
  password: string
}

/** The office: its clock, and what the sign-in page needs before anybody is known. */
export interface Office {
  now: string
  date: string
  timeZone: string
  demo: boolean
  demoAccounts?: DemoAccount[] | undefined
  needsSetUp: boolean
  bringsSession: boolean
  /** What today is by the calendar of working days. */
  dayKind: 'workday' | 'weekend' | 'holiday' | 'made-up-workday'
}
