import { expect, test } from 'vitest'
import type { ActivatedJob } from '../engine/index.ts'
import type { UserTask } from '../projections/index.ts'
import { lendReviewer } from './lend-reviewer.ts'
import { reassignTask } from './reassign-task.ts'
import type { WorkerDeed, WorkerTools } from './worker.ts'

const job = (variables: ActivatedJob['variables']) =>
  ({ jobKey: '7', processInstanceKey: '1', elementId: 'step', customHeaders: {}, variables }) as ActivatedJob
const task = (userTaskKey: string, more: Partial<UserTask>) =>
  ({
    userTaskKey,
    processInstanceKey: '1',
    kind: 'legal-review-first',
    candidateUsers: [],
    assignee: null,
    ...more,
  }) as unknown as UserTask

/** What a worker does with these tasks open; its case has a second instance without tasks. */
async function deedsOf(worker: typeof reassignTask, given: ActivatedJob, open: UserTask[]) {
  const deeds: WorkerDeed[] = []
  const answer = await worker.handle(given, {
    act: async (_: unknown, deed: WorkerDeed) => void deeds.push(deed),
    clock: { now: () => 5 },
    instances: { caseOf: () => 'A-1', keysOfCase: () => ['1', '2'] },
    tasks: { openOf: (key: string) => (key === '1' ? open : []) },
  } as unknown as WorkerTools)
  return { deeds, answer }
}

test('who is recused is registered under the key of the job, and gives up what he holds, nothing else', async () => {
  const given = job({ recusedId: 'zhou', recusalReason: '亲属' })
  const open = [task('11', { assignee: 'zhou' }), task('12', { assignee: 'qin' }), task('13', {})]
  const { deeds } = await deedsOf(reassignTask, given, open)
  expect(deeds).toMatchObject([
    {
      verb: 'recusal.apply',
      register: [{ register: 'recusals', op: 'put', id: '7', value: { caseNo: 'A-1', personId: 'zhou', at: 5 } }],
      commands: [{ type: 'UNASSIGN_USER_TASK', userTaskKey: '11' }],
    },
  ])
  const again = await deedsOf(reassignTask, given, open.slice(1))
  expect(again.deeds).toMatchObject([{ register: [{ id: '7' }], commands: [] }])
})

test('nobody named, nobody recused', async () => {
  await expect(deedsOf(reassignTask, job({ recusalReason: '亲属' }), [])).rejects.toThrow(
    "Expected a text as 'recusedId' of 'step', found nothing",
  )
})

test('a lent reviewer becomes a candidate of the open review once, and of those that come', async () => {
  const given = job({ lentId: 'ke', loanReason: '人手不足', loanUntil: '2026-12-04', lentReviewerIds: ['fan'] })
  const open = [task('11', { candidateUsers: ['fan'] }), task('12', { kind: 'internal' })]
  const { deeds, answer } = await deedsOf(lendReviewer, given, open)
  expect(deeds).toMatchObject([
    {
      verb: 'reviewer.lend',
      commands: [{ type: 'UPDATE_USER_TASK', userTaskKey: '11', changes: { candidateUsersList: ['fan', 'ke'] } }],
    },
  ])
  expect(answer).toMatchObject({ lentReviewerIds: ['fan', 'ke'], loans: [{ personId: 'ke', until: '2026-12-04' }] })
  const again = await deedsOf(lendReviewer, given, [task('11', { candidateUsers: ['fan', 'ke'] })])
  expect(again.deeds).toMatchObject([{ commands: [] }])
})
