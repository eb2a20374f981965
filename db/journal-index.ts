import type { Key, Segment } from '../server/engine/protocol/records.ts'
import type { Entry } from '../server/journal/act.ts'
import { toColumn } from './key.ts'
import type { Projection } from './projection.ts'

/**
 * Finds the entries of an instance or case again. An entry that begins or ends a user task of the instance is found by
 * the task's row, which names it anyway; one of an instance is not noted under its case as well.
 */
export const journalIndex: Projection = {
  name: 'journal-index',
  tables: ['journal_instance', 'journal_case'],
  open(db) {
    const ofInstance = db.prepare('insert into journal_instance (process_instance_key, seq) values (?, ?)')
    const ofCase = db.prepare('insert into journal_case (case_no, seq) values (?, ?)')
    // Applied before the tasks of a removed instance are forgotten.
    const ofForgotten = db.prepare(
      `insert or ignore into journal_instance (process_instance_key, seq)
       select process_instance_key, created_seq from inbox_task where process_instance_key = :key
       union select process_instance_key, ended_seq from inbox_task where process_instance_key = :key and ended_seq is not null`,
    )
    return entry => {
      const { noted, isOfInstance } = instancesOf(entry)
      for (const key of noted) ofInstance.run(toColumn(key), entry.seq)
      if (!isOfInstance && entry.caseNo !== undefined) ofCase.run(entry.caseNo, entry.seq)
      for (const { records } of entry.segments ?? [])
        for (const { valueType, key } of records)
          if (valueType === 'PROCESS_INSTANCE_DELETION') ofForgotten.run({ key: toColumn(key) })
    }
  },
}

function instancesOf({ segments = [], subject }: Entry): { noted: ReadonlySet<Key>; isOfInstance: boolean } {
  const noted = new Set<Key>()
  const found = new Set<Key>()
  for (const segment of segments) {
    const { processInstanceKey } = segment
    if (processInstanceKey === undefined) continue
    if (beginsOrEndsTask(segment)) found.add(processInstanceKey)
    else noted.add(processInstanceKey)
  }
  if (subject?.processInstanceKey) noted.add(subject.processInstanceKey)
  for (const key of found) noted.delete(key)
  return { noted, isOfInstance: noted.size > 0 || found.size > 0 }
}

function beginsOrEndsTask({ records }: Segment): boolean {
  return records.some(
    ({ valueType, intent }) =>
      valueType === 'USER_TASK' && (intent === 'CREATING' || intent === 'COMPLETED' || intent === 'CANCELED'),
  )
}
