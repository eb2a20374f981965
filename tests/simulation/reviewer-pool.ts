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

/** Who calls in whom when nobody is left to review, by procedure. */
const CALLED_IN: Readonly<Record<string, { by: string; request: string; people: readonly string[] }>> = {
  // A review that came back until every reviewer of the street had his hands in it.
  'legal-review': { by: 'mei-qinghe', request: 'loan', people: POOL.map(([personId]) => personId) },
  // Of two keepers each held one of the two exams.
  'cert-issue': { by: 'tao-ruoshui', request: 'designation', people: ['yuan-bowen'] },
}

/** A review that nobody is left for is given to somebody else, as the deputy and the head of the bureau do. */
export async function callInReviewers({ app, desk, settled }: Office): Promise<void> {
  const { tasks, unmannedTasks } = app.house
  for (const { userTaskKey } of unmannedTasks.open(50)) {
    const { bpmnProcessId = '', processInstanceKey } = tasks.find(userTaskKey) ?? {}
    const called = CALLED_IN[bpmnProcessId]
    if (!called) continue
    const { request } = called
    const until = officeDate(app.clock.now() + LENT_DAYS * 86_400_000)
    const asked = { request, reason: '其他审核人均已经手', ...(request === 'loan' && { until }) }
    for (const person of called.people) {
      if (unmannedTasks.open(50).every(open => open.userTaskKey !== userTaskKey)) break
      const caller = await desk(called.by)
      await caller.send('POST', `/process-instances/${processInstanceKey}/requests`, { ...asked, person })
      await settled()
      await app.tasksSettled()
    }
  }
}
