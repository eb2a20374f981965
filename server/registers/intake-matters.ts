import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { begunInstances } from '../projections/begun-instances.ts'
import { deletedInstances } from '../projections/deleted-instances.ts'
import type { IntakeSource } from './intake-clients.ts'

const REGISTER = 'intake-matters'

/** How pressing a matter is, in the words of the whistle it becomes. */
export const MATTER_LEVELS = ['normal', 'key', 'emergency'] as const

/** A matter that was handed in. */
export interface IntakeMatter {
  source: IntakeSource
  sourceId: string
  /** SHA-256 of what was sent, hex. */
  contentHash: string
  clientId: string
  orgCode: string
  ticketNo: string
  title: string
  problem: string
  place: string | null
  level: (typeof MATTER_LEVELS)[number]
  /** Personal data, like the telephone number. */
  reporter: string | null
  phone: string | null
  /** When the source took it down. */
  happenedAt: Instant
}

/** A matter as it is kept. */
export interface KeptMatter extends IntakeMatter {
  seq: number
  at: Instant
  /** What was begun with it. */
  processInstanceKey: Key | null
}

/** Matters handed in, each number of a source once; what an entry begins with one is begun by it. */
export const intakeMatters: Projection = {
  name: `register ${REGISTER}`,
  tables: ['intake_matter'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO intake_matter (matter_id, source, source_id, content_hash, client_id, org_code, ticket_no, title,
         problem, place, level, reporter, phone, happened_at, seq, at, process_instance_key)
       VALUES (@id, @source, @sourceId, @contentHash, @clientId, @orgCode, @ticketNo, @title, @problem, @place, @level,
         @reporter, @phone, @happenedAt, @seq, @at, @begun)`,
    )
    const forget = db.prepare('UPDATE intake_matter SET process_instance_key = NULL WHERE process_instance_key = ?')
    return entry => {
      for (const { register, id, value } of entry.register ?? []) {
        if (register !== REGISTER) continue
        const [begun] = begunInstances(entry)
        const { seq, at } = entry
        put.run({ ...plain(value), id, seq, at, begun: begun === undefined ? null : toColumn(begun) })
      }
      for (const key of deletedInstances(entry)) forget.run(toColumn(key))
    }
  },
}

/** A redacted value shows as nothing. */
function plain(value: Record<string, Json> = {}): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === 'string' || typeof each === 'number' ? each : null,
    ]),
  )
}

/** What is asked of them; on the writer a guard sees what its batch wrote. */
export interface IntakeMatters {
  find(source: IntakeSource, sourceId: string): KeptMatter | undefined
  /** Newest first; of these streets, or of all. */
  page(asked: { orgs?: readonly string[]; before?: number | undefined; limit: number }): KeptMatter[]
}

/** Prepares the questions once. */
export function openIntakeMatters(db: Database): IntakeMatters {
  const select = `SELECT source, source_id AS sourceId, content_hash AS contentHash, client_id AS clientId,
    org_code AS orgCode, ticket_no AS ticketNo, title, problem, place, level, reporter, phone,
    happened_at AS happenedAt, seq, at, process_instance_key AS processInstanceKey FROM intake_matter`
  type Row = Omit<KeptMatter, 'processInstanceKey'> & { processInstanceKey: number | null }
  const one = db.prepare<[string], Row>(`${select} WHERE matter_id = ?`)
  const page = db.prepare<object, Row>(
    `${select} WHERE seq < @before AND (@orgs IS NULL OR org_code IN (SELECT value FROM json_each(@orgs)))
     ORDER BY seq DESC LIMIT @limit`,
  )
  const kept = ({ processInstanceKey: key, ...row }: Row): KeptMatter => ({
    ...row,
    processInstanceKey: key === null ? null : toKey(key),
  })
  return {
    find(source, sourceId) {
      const row = one.get(`${source}/${sourceId}`)
      return row && kept(row)
    },
    page: ({ orgs, before = Number.MAX_SAFE_INTEGER, limit }) =>
      page.all({ orgs: orgs ? JSON.stringify(orgs) : null, before, limit }).map(kept),
  }
}

/** The record of an act by which a matter comes in; a second one of the same number cannot be written. */
export function intakeMatterRecord(matter: IntakeMatter): RegisterRecord {
  const id = `${matter.source}/${matter.sourceId}`
  return { register: REGISTER, op: 'put', id, value: matter as unknown as Record<string, Json> }
}
