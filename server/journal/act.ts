import type { Json, Segment } from '../engine/protocol/records.ts'

/** What sort of fact an entry states. */
export type EntryKind = 'engine' | 'verb' | 'register' | 'design' | 'access' | 'security' | 'refused'

/** Who acts, copied at the act: later changes of office or certificate do not change history. */
export interface Actor {
  kind: 'person' | 'clock' | 'worker' | 'client' | 'importer' | 'system'
  id: string
  /** The appointment acted under. */
  role?: string
  org?: string
  certNo?: string
  certState?: string
  onBehalfOf?: string
  /** Of a countersignature: who signed first, at which instant (UTC ms), and the entry that holds what was signed. */
  signer?: { id: string; role?: string; org?: string; certNo?: string; certState?: string; at: number; seq: number }
  /** How the act came in: `web`, `api`, `cli`, `engine`. */
  via?: string
}

/** What somebody does, before it is known whether it is allowed. Plain data. */
export interface Act {
  kind: EntryKind
  /** Message id of the act: `user-task.complete`, `process-instance.create`, `session.open` … */
  verb: string
  actor: Actor
  /** When it was done, UTC ms. Recorded time is added by the journal. */
  at: number
  /** When the fact it enters happened, see fact-time.ts. Absent: when it was done. */
  happenedAt?: number
  /** Of a fact entered later than the office allows without a word: why. */
  late?: { reason: string }
  /** Which case it belongs to; mandatory for acts on a procedure. */
  caseNo?: string
  /** What it concerns (userTaskKey, processInstanceKey, incidentKey, personId …). */
  subject?: Record<string, string>
  /** What was asked, beside the records (action, reason, form values …). Fields named in `personal` are committed to, not written. */
  payload?: { [name: string]: Json }
  /** Register records: changes that are not the engine's (a person, an appointment …). Projections read them. */
  register?: RegisterRecord[]
  /** seq that armed the timer or created the job. */
  cause?: number
  /** Scope `actor + route`, the client's key and the SHA-256 of the body. Not part of the entry. */
  idempotency?: { scope: string; key: string; bodyHash: string }
  /** Names of variables and payload members whose values are personal data. Not part of the entry. */
  personal?: string[]
}

/** A change of a register: `register` names the table's owner, `op` what happened, `value` the row's new content. */
export interface RegisterRecord {
  register: string
  op: 'put' | 'delete'
  id: string
  value?: { [name: string]: Json }
}

/** One line of the journal. What is hashed is its canonical JSON (RFC 8785) with the segments packed, see packed-segments.ts. */
export interface Entry {
  format: 1
  schema: 1
  alg: 'sha256'
  /** Contiguous from 1. */
  seq: number
  kind: EntryKind
  verb: string
  actor: Actor
  /** When it was done, and when it was recorded: UTC ms. */
  at: number
  recordedAt: number
  /** When the fact it enters happened, where that is not when it was done; of a late entry also why it is late. */
  happenedAt?: number
  late?: { reason: string }
  caseNo?: string
  subject?: Record<string, string>
  payload?: { [name: string]: Json }
  register?: RegisterRecord[]
  segments?: Segment[]
  /** Of a refusal: type, message id, parameters, rule, articles. */
  refusal?: { type: string; reason: string; id?: string; params?: Json; rule?: string; basis?: string[] }
  cause?: number
  /** Hash of the entry before; 64 zeros for the first. */
  prev: string
}
