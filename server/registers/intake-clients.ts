import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { defineRegister } from './register.ts'

const REGISTER = 'intake-clients'

/** Where matters come from that somebody outside hands in. */
export const INTAKE_SOURCES = ['hotline12345', 'cityPlatform'] as const
export type IntakeSource = (typeof INTAKE_SOURCES)[number]

/** A program that hands matters in. */
export interface IntakeClient {
  clientId: string
  name: string
  source: IntakeSource
  registeredBy: string
  registeredAt: Instant
  revokedBy: string | null
  revokedAt: Instant | null
  revokedReason: string | null
}

const COLUMNS = [
  ...(['name', 'source', 'registeredBy', 'registeredAt', 'revokedBy', 'revokedAt', 'revokedReason'] as const),
]

/** Who may hand matters in; nobody else may. What they sign with is kept beside the journal. */
export const intakeClients: Projection = defineRegister({
  ...{ name: REGISTER, table: 'intake_client', key: 'client_id', columns: COLUMNS },
})

/** What is asked of them, and their secrets; on the writer a guard sees what its batch wrote. */
export interface IntakeClients {
  find(clientId: string): IntakeClient | undefined
  list(): IntakeClient[]
  /** What it signs with; undefined for whom there is nothing, a revoked one above all. */
  secretOf(clientId: string): string | undefined
  /** Keeps it; synchronous, so that it joins the transaction of the act. */
  keepSecret(clientId: string, secret: string): void
  /** Forgets it: nothing is taken from that program any more. */
  dropSecret(clientId: string): void
}

/** Prepares the questions once. */
export function openIntakeClients(db: Database): IntakeClients {
  const select = `SELECT client_id AS clientId, name, source, registered_by AS registeredBy,
    registered_at AS registeredAt, revoked_by AS revokedBy, revoked_at AS revokedAt, revoked_reason AS revokedReason
    FROM intake_client`
  const one = db.prepare<[string], IntakeClient>(`${select} WHERE client_id = ?`)
  const all = db.prepare<[], IntakeClient>(`${select} ORDER BY registered_at DESC, client_id`)
  const secret = db.prepare<[string], string>('SELECT secret FROM intake_secret WHERE client_id = ?').pluck()
  const keep = db.prepare('INSERT OR REPLACE INTO intake_secret (client_id, secret) VALUES (?, ?)')
  const drop = db.prepare('DELETE FROM intake_secret WHERE client_id = ?')
  return {
    find: clientId => one.get(clientId),
    list: () => all.all(),
    secretOf: clientId => secret.get(clientId),
    keepSecret: (clientId, value) => void keep.run(clientId, value),
    dropSecret: clientId => void drop.run(clientId),
  }
}

/** The record of an act that lets a program in, or shuts it out. */
export function intakeClientRecord({ clientId, ...value }: IntakeClient): RegisterRecord {
  return { register: REGISTER, op: 'put', id: clientId, value: value as unknown as Record<string, Json> }
}
