import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Key } from '../engine/protocol/records.ts'
import { begunInstances } from './begun-instances.ts'
import { deletedInstances } from './deleted-instances.ts'

/** Which instance's job began which other instance: procedures that start each other by messages. */
export const origins: Projection = {
  name: 'origins',
  tables: ['instance_origin'],
  open(db) {
    const put = db.prepare(
      'insert or ignore into instance_origin (process_instance_key, from_instance_key, seq) values (?, ?, ?)',
    )
    const forget = db.prepare(
      'delete from instance_origin where process_instance_key = @key or from_instance_key = @key',
    )
    return entry => {
      for (const key of deletedInstances(entry)) forget.run({ key: toColumn(key) })
      const from = entry.actor.kind === 'worker' ? entry.subject?.processInstanceKey : undefined
      if (from === undefined) return
      for (const key of begunInstances(entry)) if (key !== from) put.run(toColumn(key), toColumn(from), entry.seq)
    }
  },
}

/** What is asked of where instances come from. */
export interface Origins {
  /** The instance whose job began this one. */
  startedFrom(processInstanceKey: Key): Key | undefined
  /** The instances that jobs of this one began, oldest first. */
  startedBy(processInstanceKey: Key): Key[]
  /** The instances that this one called, oldest first. */
  calledBy(processInstanceKey: Key): Key[]
}

/** Prepares the questions once. */
export function openOrigins(db: Database): Origins {
  const keys = (sql: string) => db.prepare<[number], number>(sql).pluck()
  const from = keys('select from_instance_key from instance_origin where process_instance_key = ?')
  const started = keys(
    'select process_instance_key from instance_origin where from_instance_key = ? order by process_instance_key',
  )
  const called = keys(
    'select process_instance_key from instance_summary where parent_process_instance_key = ? order by process_instance_key',
  )
  return {
    startedFrom(key) {
      const found = from.get(toColumn(key))
      return found === undefined ? undefined : toKey(found)
    },
    startedBy: key => started.all(toColumn(key)).map(toKey),
    calledBy: key => called.all(toColumn(key)).map(toKey),
  }
}
