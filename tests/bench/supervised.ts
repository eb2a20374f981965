import { join } from 'node:path'
import { createJournal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { openDatabase } from '../../db/open.ts'
import { openInbox, projections } from '../../server/projections/index.ts'
import { deployed, started } from '../../server/projections/records.fixture.ts'
import { quantile } from './blocks.ts'

const FIRST_KEY = 2 ** 51 + 1000
const REPETITIONS = 200
const STREETS = 14
const ROLES = 10
/** Bodies of each street, in whose queues nothing stands: business belongs to the street. */
const BODIES = ['', '-CEC', '-PMO', '-FIN', '-JS']

/**
 * How long the first page of a supervisor takes, total included, who views what ten roles of fourteen streets hold; ms,
 * median. A third of the tasks is claimed; the journal wrote them all, from records as the engine makes them.
 */
export function measureSupervised(folder: string, openTasks: number): number {
  const db = openDatabase(join(folder, 'supervised.db'))
  const journal = createJournal(db.writer, { clock: { now: () => 0 }, projections: [journalIndex, ...projections] })
  const act = { kind: 'engine' as const, verb: 'fill', actor: { kind: 'person' as const, id: 'lin-shen' }, at: 0 }
  db.writer.transaction(() => {
    journal.append(act, [deployed('五步审批')], [])
    for (let i = 0; i < openTasks; i++) {
      const [instance, task] = [FIRST_KEY + i * 5, FIRST_KEY + i * 5 + 1].map(String)
      const street = `S${i % STREETS}`
      const candidateGroupsList = [`role-${i % ROLES}@${street}-CEC`]
      const dueDate = new Date(1_800_000_000_000 + ((i * 7919) % 1_000_000) * 1000).toISOString()
      const held = i % 3 === 0 ? { assignee: `officer-${i % 500}` } : {}
      const context = { caseNo: `${street}-${i}`, caseTitle: `占道经营案 ${i}`, orgCode: street }
      journal.append(act, [started(instance!, task!, context, { candidateGroupsList, dueDate, ...held })], [])
    }
  })()
  const inbox = openInbox(db.reader)
  const supervises = Array.from({ length: STREETS }, (_, street) => BODIES.map(body => `S${street}${body}`)).flat()
  const owner = { personId: 'wei-mingjian', groups: ['justice-supervisor@WC-SFJ'], supervises }
  const times = Array.from({ length: REPETITIONS }, () => {
    const begun = performance.now()
    const { items, hasMoreTotalItems } = inbox.page(owner, { view: 'supervised' })
    if (items.length !== 50 || !hasMoreTotalItems)
      throw new Error(`Expected a full page of many, found ${items.length}`)
    return performance.now() - begun
  })
  db.close()
  return quantile(times.slice(20), 0.5)
}
