import { officeDate } from '../../server/clock/office-date.ts'
import { personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import type { Office } from '../support/office.ts'

const POOL = [
  ['pool-1', '骆援远', 'A20194201060501'],
  ['pool-2', '米助理', 'A20194201060502'],
  ['pool-3', '倪相帮', 'A20194201060503'],
] as const
const LENT_DAYS = 120

/** More of the district's pool of reviewers than the street has reviewers of its own. Invented. */
export const poolRecords: readonly RegisterRecord[] = POOL.flatMap(([personId, name, number]) => [
  ...personRecords({
    ...{ personId, name, accountId: personId },
    appointments: [{ role: 'review-pool', org: 'WC-SFJ', from: '2025-03-01' }],
  }),
  {
    ...{ register: 'qualifications', op: 'put' as const, id: personId },
    value: { number, grantedOn: '2018-03-01', reviewerSince: '2019-04-01', exemption: null },
  },
])

/** A review that came back until every reviewer of the street had his hands in it asks for one of the pool, as the deputy does. */
export async function borrowReviewers({ app, desk }: Office): Promise<void> {
  const { tasks, unmannedTasks } = app.house
  for (const { userTaskKey } of unmannedTasks.open(50)) {
    const task = tasks.find(userTaskKey)
    if (task?.bpmnProcessId !== 'legal-review') continue
    const until = officeDate(app.clock.now() + LENT_DAYS * 86_400_000)
    const asked = { request: 'loan', reason: '本街道法制员均已经手本案', until }
    const path = `/process-instances/${task.processInstanceKey}/requests`
    const deputy = await desk('mei-qinghe')
    for (const [personId] of POOL) {
      if (unmannedTasks.open(50).every(open => open.userTaskKey !== userTaskKey)) break
      await deputy.send('POST', path, { ...asked, person: personId })
      await app.tasksSettled()
    }
  }
}
