import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import { addDays, type OfficeDay } from '../deadlines/office-day.ts'
import type { Instant, Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { assigneeQueue, claimableQueues } from '../projections/task-queues.ts'

const REGISTER = 'unmanned-tasks'

/** Why nobody can do a task: for a group or a person named, what bars each. */
export interface UnmannedReason {
  /** `role@org`, or a person's id. */
  candidate: string
  /** `no-candidates`, `no-such-role`, `no-organisation`, `no-holder`, `unknown-person`, `no-account`, `one-of-two`; else the rule that bars them. */
  reason: string
  /** Who is barred by it. */
  people?: string[]
}

/** A task that nobody can do now, or could not do for a while. */
export interface UnmannedTask {
  userTaskKey: Key
  processInstanceKey: Key
  reasons: UnmannedReason[]
  foundAt: Instant
  clearedAt: Instant | null
}

/** Tasks that nobody can do: found and cleared by the house itself, in acts of the journal. */
export const unmannedTasks: Projection = {
  name: `register ${REGISTER}`,
  tables: ['unmanned_task'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO unmanned_task (user_task_key, process_instance_key, reasons, found_at, found_seq)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT (user_task_key) DO UPDATE SET reasons = excluded.reasons,
         found_at = iif(cleared_at IS NULL, found_at, excluded.found_at),
         found_seq = iif(cleared_at IS NULL, found_seq, excluded.found_seq), cleared_at = NULL, cleared_seq = NULL`,
    )
    const clear = db.prepare('UPDATE unmanned_task SET cleared_at = ?, cleared_seq = ? WHERE user_task_key = ?')
    return ({ register = [], at, seq }) => {
      for (const { register: name, op, id, value = {} } of register) {
        if (name !== REGISTER) continue
        if (op === 'delete') clear.run(at, seq, toColumn(id))
        else put.run(toColumn(id), toColumn(String(value.processInstanceKey)), JSON.stringify(value.reasons), at, seq)
      }
    }
  },
}

/** What is asked of them. */
export interface UnmannedTasks {
  find(userTaskKey: Key): UnmannedTask | undefined
  /** Those that stand so now and are still open, the newest first. */
  open(limit: number): UnmannedTask[]
  /** Open tasks that somebody holds, or that wait for him or for one of these groups (`role@org`). */
  waitingFor(personId: string, groups: readonly string[]): Key[]
  /** The newest open tasks, whoever may do them. */
  newestOpen(limit: number): Key[]
  /** Whose appointments or certificates begin on a day, or ended the day before. */
  turningOn(day: OfficeDay): string[]
}

type Row = {
  userTaskKey: number
  processInstanceKey: number
  reasons: string
  foundAt: number
  clearedAt: number | null
}

const SELECT = `SELECT unmanned.user_task_key AS userTaskKey, unmanned.process_instance_key AS processInstanceKey, reasons,
  found_at AS foundAt, cleared_at AS clearedAt FROM unmanned_task AS unmanned`

/** Prepares the questions once. */
export function openUnmannedTasks(db: Database): UnmannedTasks {
  const one = db.prepare<[number], Row>(`${SELECT} WHERE user_task_key = ?`)
  const open = db.prepare<[number], Row>(
    `${SELECT} JOIN inbox_task AS task ON task.process_instance_key = unmanned.process_instance_key
       AND task.user_task_key = unmanned.user_task_key
     WHERE cleared_at IS NULL AND task.state = 'CREATED' ORDER BY found_seq DESC, unmanned.user_task_key DESC LIMIT ?`,
  )
  const queued = db
    .prepare<[string], number>('SELECT user_task_key FROM inbox_queue WHERE queue = ? ORDER BY due_at')
    .pluck()
  const newest = db
    .prepare<[number], number>(
      `SELECT user_task_key FROM inbox_task WHERE state = 'CREATED' ORDER BY user_task_key DESC LIMIT ?`,
    )
    .pluck()
  const turning = db
    .prepare<object, string>(
      `SELECT person_id FROM appointment WHERE valid_from = @day OR valid_to = @before
       UNION SELECT person_id FROM certificate WHERE valid_from = @day OR valid_to = @before`,
    )
    .pluck()
  return {
    waitingFor(personId, groups) {
      const queues = [assigneeQueue(personId), ...claimableQueues(personId, groups)]
      return [...new Set(queues.flatMap(queue => queued.all(queue)))].map(toKey)
    },
    newestOpen: limit => newest.all(limit).map(toKey),
    turningOn: day => turning.all({ day, before: addDays(day, -1) }),
    find(userTaskKey) {
      const row = one.get(toColumn(userTaskKey))
      return row && taskOf(row)
    },
    open: limit => open.all(limit).map(taskOf),
  }
}

function taskOf(row: Row): UnmannedTask {
  return {
    ...row,
    userTaskKey: toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
    reasons: JSON.parse(row.reasons) as UnmannedReason[],
  }
}

/** What an act writes when nobody can do a task. */
export function unmannedRecord({
  userTaskKey,
  processInstanceKey,
  reasons,
}: Pick<UnmannedTask, 'userTaskKey' | 'processInstanceKey' | 'reasons'>): RegisterRecord {
  const value = { processInstanceKey, reasons: JSON.parse(JSON.stringify(reasons)) as Json }
  return { register: REGISTER, op: 'put', id: userTaskKey, value }
}

/** What an act writes when somebody can do it again. */
export function mannedRecord(userTaskKey: Key): RegisterRecord {
  return { register: REGISTER, op: 'delete', id: userTaskKey }
}
