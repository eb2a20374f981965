import type { Entry } from '../server/journal/act.ts'
import { toColumn } from './key.ts'
import type { Projection } from './projection.ts'

/** Finds the entries of an instance or case again. An entry of an instance is not noted under its case as well. */
export const journalIndex: Projection = {
  name: 'journal-index',
  tables: ['journal_instance', 'journal_case'],
  open(db) {
    const ofInstance = db.prepare('insert into journal_instance (process_instance_key, seq) values (?, ?)')
    const ofCase = db.prepare('insert into journal_case (case_no, seq) values (?, ?)')
    return entry => {
      const keys = instancesOf(entry)
      for (const key of keys) ofInstance.run(toColumn(key), entry.seq)
      if (keys.size === 0 && entry.caseNo !== undefined) ofCase.run(entry.caseNo, entry.seq)
    }
  },
}

function instancesOf({ segments, subject }: Entry): Set<string> {
  const keys = new Set<string>()
  for (const { processInstanceKey } of segments ?? []) if (processInstanceKey) keys.add(processInstanceKey)
  if (subject?.processInstanceKey) keys.add(subject.processInstanceKey)
  return keys
}
