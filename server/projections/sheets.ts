import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Json, Key, Variables } from '../engine/protocol/records.ts'
import type { Entry, RegisterRecord } from '../journal/act.ts'
import { queuesOf } from './task-queues.ts'

const REGISTER = 'sheets'

/** What somebody signs for a task that needs a second person. */
export interface SignedSheet {
  processInstanceKey: Key
  /** The button. */
  action: string | null
  /** The values as they will be stored, checked. */
  variables: Variables
  /** Who may sign second: holders of these offices, and these people. */
  groups: readonly string[]
  users: readonly string[]
}

/**
 * The sheets of tasks that need two: what the first person signed and who may sign second, from the signature until the
 * task ends, the signature is taken back, or the signer loses the task.
 */
export const sheets: Projection = {
  name: 'sheets',
  tables: ['sheet', 'sheet_queue'],
  open(db) {
    const rows = openRows(db)
    return entry => {
      for (const record of entry.register ?? []) if (record.register === REGISTER) rows.apply(record, entry)
      for (const { records } of entry.segments ?? [])
        for (const { valueType, intent, key } of records)
          if (valueType === 'USER_TASK' && intent === 'CANCELED') rows.drop(key)
    }
  },
}

/** The record of a signature; the entry says who signed, when and under which office. */
export function signatureRecord(userTaskKey: Key, sheet: SignedSheet): RegisterRecord {
  return { register: REGISTER, op: 'put', id: userTaskKey, value: sheet as unknown as { [name: string]: Json } }
}

/** The record by which the second person sends a sheet back; the entry says who. */
export function returnRecord(userTaskKey: Key, reason: string): RegisterRecord {
  return { register: REGISTER, op: 'put', id: userTaskKey, value: { returned: true, reason } }
}

/** The record that ends a sheet: signed by both, taken back, or its signer lost the task. It names who had been waited for. */
export function endRecord(userTaskKey: Key, { groups }: { groups: readonly string[] }): RegisterRecord {
  return { register: REGISTER, op: 'delete', id: userTaskKey, value: { groups: [...groups] } }
}

function openRows(db: Database) {
  const put = db.prepare(
    `insert or replace into sheet (user_task_key, process_instance_key, state, signed_by, signed_at, signed_seq, signer,
       action, variables, groups, users, happened_at, late_reason)
     values (?, ?, 'awaiting-cosign', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const sendBack = db.prepare(
    `update sheet set state = 'returned', returned_by = ?, returned_at = ?, reason = ? where user_task_key = ?`,
  )
  const end = db.prepare('delete from sheet where user_task_key = ?')
  const waiting = db.prepare<[number], { groups: string; users: string }>(
    'select groups, users from sheet where user_task_key = ?',
  )
  const join = db.prepare('insert into sheet_queue (queue, user_task_key, process_instance_key) values (?, ?, ?)')
  const leave = db.prepare('delete from sheet_queue where queue = ? and user_task_key = ?')

  function leaveQueues(key: number): void {
    const row = waiting.get(key)
    if (!row) return
    for (const queue of queuesFor(JSON.parse(row.groups) as string[], JSON.parse(row.users) as string[]))
      leave.run(queue, key)
  }

  function sign(id: Key, value: SignedSheet, { actor, at, seq, happenedAt, late }: Entry): void {
    const [key, instance] = [toColumn(id), toColumn(value.processInstanceKey)]
    leaveQueues(key)
    const { groups, users } = value
    const content = [value.action, ...[value.variables, groups, users].map(each => JSON.stringify(each))]
    put.run(
      key,
      instance,
      actor.id,
      at,
      seq,
      JSON.stringify(actor),
      ...content,
      happenedAt ?? null,
      late?.reason ?? null,
    )
    for (const queue of queuesFor(groups, users)) join.run(queue, key, instance)
  }

  function drop(id: Key): void {
    leaveQueues(toColumn(id))
    end.run(toColumn(id))
  }

  return {
    drop,
    apply({ op, id, value }: RegisterRecord, entry: Entry): void {
      if (op === 'delete') drop(id)
      else if (value?.returned === true) {
        leaveQueues(toColumn(id))
        sendBack.run(entry.actor.id, entry.at, String(value.reason), toColumn(id))
      } else sign(id, value as unknown as SignedSheet, entry)
    },
  }
}

function queuesFor(groups: readonly string[], users: readonly string[]): string[] {
  return queuesOf({ assignee: null, groups, users, org: null })
}
