import type { Permission } from '../identity/roles.ts'
import type { NotificationKind } from './kinds.ts'

/** What a notification is about: keys and instants; its sentence is made when somebody reads it. */
export interface About {
  userTaskKey?: string
  processInstanceKey?: string
  /** Where it happened: an end, a task. */
  elementId?: string
  caseNo?: string
  incidentKey?: string
  certificateId?: string
  /** The person who did it. */
  by?: string
  /** Until when, UTC ms. */
  dueAt?: number
  /** A state, a limit's key or why something was sent up, as the journal names it. */
  what?: string
  /** The whistle, transfer … that was sent up. */
  ref?: string
}

/** Whom it concerns. */
export type Recipient =
  | { person: string }
  /** Everybody who holds an office now: `role@org`. */
  | { group: string }
  /** The holders of a role that are nearest to some organisations, upwards; without any, all its holders. */
  | { role: string; near?: readonly string[] }
  | { permission: Permission }

/** One thing to be told to some people. */
export interface Telling {
  kind: NotificationKind
  to: readonly Recipient[]
  about: About
}
