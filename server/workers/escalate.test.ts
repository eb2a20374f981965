import { expect, test } from 'vitest'
import type { ActivatedJob } from '../engine/index.ts'
import { escalate } from './escalate.ts'
import type { WorkerDeed, WorkerTools } from './worker.ts'

const job = (variables: ActivatedJob['variables']) =>
  ({ jobKey: '7', processInstanceKey: '1', elementId: 'up', customHeaders: {}, variables }) as ActivatedJob

async function sentUp(given: ActivatedJob, isDone = false) {
  const records: unknown[] = []
  await escalate.handle(given, {
    act: async (_: unknown, deed: WorkerDeed) => void records.push(...(deed.inside?.() ?? [])),
    escalations: { madeBy: () => (isDone ? {} : undefined) },
  } as unknown as WorkerTools)
  return records
}

const why = { kind: 'sign-overdue', refId: 'W-1' }

test.each([
  ['an office', { toRole: 'dept-leader@WC-CG' }, { toRole: 'dept-leader', toOrg: 'WC-CG' }],
  ['a role at a body named beside', { toRole: 'dept-leader', toOrg: 'WC-SW' }, { toOrg: 'WC-SW' }],
  ['whoever holds a role', { toRole: 'district-leader' }, { toRole: 'district-leader', toOrg: null }],
  ['with the limit that is over', { toRole: 'a', limit: 'whistle.sign' }, { parameterKey: 'whistle.sign' }],
])('sends up to %s', async (_, to, value) => {
  expect(await sentUp(job({ ...why, ...to }))).toMatchObject([
    { register: 'escalations', value: { ownerKey: '7', elementId: 'up', ...why, ...value } },
  ])
})

test('the same job sends nothing up twice', async () => {
  expect(await sentUp(job({ ...why, toRole: 'a' }), true)).toEqual([])
})

test('says what is missing, never what a value was', async () => {
  await expect(sentUp(job({ kind: 'k', refId: 'r' }))).rejects.toThrow("Expected a text as 'toRole' of 'up'")
  await expect(sentUp(job({ ...why, toRole: 'a', limit: 5 }))).rejects.toThrow('a value of type number')
})
