import { join } from 'node:path'
import { createJournal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { openDatabase } from '../../db/open.ts'
import { openInbox, projections } from '../../server/projections/index.ts'
import { deployed, started } from '../../server/projections/records.fixture.ts'
import { quantile } from './blocks.ts'

const FIRST_KEY = 2 ** 51 + 1000
const REPETITIONS = 200

/**
 * How long the first page of an inbox takes, total included, for a person in six of forty groups; ms, median. The
 * journal wrote the tasks, from records as the engine makes them.
 */
export function measureInbox(folder: string, openTasks: number): number {
  const db = openDatabase(join(folder, 'inbox.db'))
  const journal = createJournal(db.writer, { clock: { now: () => 0 }, projections: [journalIndex, ...projections] })
  const act = { kind: 'engine' as const, verb: 'fill', actor: { kind: 'person' as const, id: 'lin-shen' }, at: 0 }
  db.writer.transaction(() => {
    journal.append(act, [deployed('五步审批')], [])
    for (let i = 0; i < openTasks; i++) {
      const [instance, task] = [FIRST_KEY + i * 5, FIRST_KEY + i * 5 + 1].map(String)
      const groups = [`role-${i % 40}@X`, ...(i % 2 === 0 ? [`role-${(i * 7) % 11}@X`] : [])]
      const dueDate = new Date(1_800_000_000_000 + ((i * 7919) % 1_000_000) * 1000).toISOString()
      const context = { caseNo: `X-${i}`, caseTitle: `占道经营案 ${i}` }
      journal.append(act, [started(instance!, task!, context, { candidateGroupsList: groups, dueDate })], [])
    }
  })()
  const inbox = openInbox(db.reader)
  const owner = { personId: 'lin-shen', groups: [0, 1, 2, 3, 4, 5].map(role => `role-${role}@X`) }
  const times = Array.from({ length: REPETITIONS }, () => {
    const begun = performance.now()
    const { items, totalItems } = inbox.page(owner, { view: 'claimable' })
    if (items.length !== 50 || totalItems === 0)
      throw new Error(`Expected a full page, found ${items.length} of ${totalItems}`)
    return performance.now() - begun
  })
  db.close()
  return quantile(times.slice(20), 0.5)
}
