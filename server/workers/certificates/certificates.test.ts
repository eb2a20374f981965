import { expect, test } from 'vitest'
import { createWorkCalendar } from '../../deadlines/work-calendar.ts'
import type { ActivatedJob, Json } from '../../engine/index.ts'
import { BpmnError } from '../../engine/index.ts'
import type { Worker, WorkerDeed, WorkerTools } from '../worker.ts'
import { checkRestore } from './check-restore.ts'
import { checkTraining } from './check-training.ts'
import { findCertificate } from './find-certificate.ts'
import { hrCompare } from './hr-compare.ts'
import { markLost } from './mark-lost.ts'
import { startBatchRevocations } from './start-batch-revocations.ts'

const NOW = Date.parse('2026-09-21T02:00:00Z')

/** Works one job on registers of these answers, and says what it wrote and sent. */
async function run(worker: Worker, variables: Record<string, Json>, known: Record<string, unknown>) {
  const deeds: WorkerDeed[] = []
  const messages: { correlationKey: string; messageId?: string; variables?: unknown }[] = []
  const { people, ...registers } = known
  const tools = {
    clock: { now: () => NOW },
    registers: { certificates: { find: () => undefined }, matters: { runningBefore: () => undefined }, ...registers },
    people: {
      nameOf: () => '某人',
      findOrganisation: () => undefined,
      findPerson: () => undefined,
      ...(people as object | undefined),
    },
    officeParameters: { numberOf: (key: string) => (key.endsWith('common-hours') ? 20 : 40) },
    limitParameters: { inForce: () => undefined },
    calendars: { latest: () => createWorkCalendar(1, []) },
    documents: { madeBy: () => ({ docNo: '1号' }) },
    act: (_: unknown, deed: WorkerDeed) => void deeds.push(deed),
    publish: (_: unknown, message: (typeof messages)[number]) => void messages.push(message),
  } as unknown as WorkerTools
  const job = { jobKey: '7', processInstanceKey: '1', elementId: 'step', customHeaders: {}, variables }
  const answer = await worker.handle(job as unknown as ActivatedJob, tools)
  return { answer, messages, records: deeds.flatMap(({ register = [] }) => register) }
}

const certificate = (state: string) => ({
  certificates: { find: (id: string) => (id === 'enforcement-E-1' ? { ...HELD, state } : undefined) },
})
const HELD = { certificateId: 'enforcement-E-1', personId: 'he', number: 'E-1', kind: 'enforcement' }

test.each([
  ['both suffice', 20, 40, true],
  ['half an hour is missing', 19.5, 40, false],
  ['the professional hours are missing', 20, 39, false],
])('training: %s', async (_, common, professional, expected) => {
  const service = { hoursOf: () => ({ common, professional }) }
  const { answer } = await run(checkTraining, { holderId: 'he', bizType: 'new', waitSince: null }, { service })
  expect(answer).toMatchObject({ trainingOk: expected, waitSince: '2026-09-21T02:00:00.000Z' })
})

test('who waits goes on waiting from the day on which hours were first missing', async () => {
  const service = { hoursOf: () => ({ common: 0, professional: 0 }) }
  const given = { holderId: 'he', bizType: 'renew', waitSince: '2026-03-02T01:00:00.000Z' }
  const { answer } = await run(checkTraining, given, { service })
  expect(answer).toMatchObject({ waitSince: given.waitSince, waitUntil: '2026-05-01T16:00:00.000Z' })
})

const suspension = (more: object = {}) => ({
  latestOf: () => ({ suspendUntil: '2026-09-20', retrain: false, effectiveAt: '2026-06-01T00:00:00.000Z', ...more }),
})
test.each([
  ['over', 'suspended', {}, false, { restoreOk: true, restoreWhy: 'over' }],
  [
    'its last day is today',
    'suspended',
    { suspendUntil: '2026-09-21' },
    false,
    { restoreOk: false, restoreWhy: 'not-over' },
  ],
  ['a retraining is missing', 'suspended', { retrain: true }, false, { restoreOk: false, restoreWhy: 'not-retrained' }],
  ['the retraining was passed', 'suspended', { retrain: true }, true, { restoreOk: true, restoreWhy: 'over' }],
  ['it is valid', 'valid', {}, false, { restoreOk: false, restoreWhy: 'not-suspended' }],
  ['it was cancelled meanwhile', 'cancelled', {}, true, { restoreOk: false, restoreWhy: 'not-suspended' }],
])('a suspension: %s', async (_, state, more, isRetrained, expected) => {
  const known = { ...certificate(state), matters: suspension(more), service: { isRetrained: () => isRetrained } }
  const { answer } = await run(checkRestore, { certNo: 'E-1', holderId: 'he' }, known)
  expect(answer).toEqual(expected)
})

const holder = (more: object) => ({
  ...{ certNo: 'E-1', personId: 'he', name: '何某', entity: 'LDJ', staffing: 'civilServant', retiresIn: '2040-01' },
  ...more,
})
test.each([
  ['nothing speaks against him', {}, [], undefined],
  ['the unit reports that he left', {}, [{ officerId: 'he', reason: 'transferOut', at: '2026-09-01' }], 'report'],
  ['the establishment does not know him', { staffing: null }, [], 'staff'],
  ['he is of age', { retiresIn: '2026-09' }, [], 'age'],
  ['he will be of age next month', { retiresIn: '2026-10' }, [], undefined],
  ['two of them', { staffing: 'other', retiresIn: '2026-01' }, [], 'staff+age'],
])('a clean-up: %s', async (_, more, changes, source) => {
  const service = { inService: () => [holder(more)] }
  const { answer } = await run(hrCompare, { unitReports: [{ changes }] }, { service })
  expect(answer).toMatchObject({ suspects: source ? [{ source }] : [] })
})

test('a lost certificate is declared invalid, once', async () => {
  const given = { applicationId: 'A-1', oldCertNo: 'E-1', lossStatement: '途中遗失' }
  const { answer, records } = await run(markLost, given, certificate('valid'))
  expect(answer).toEqual({ lostAt: '2026-09-21T02:00:00.000Z' })
  expect(records.map(({ register }) => register)).toEqual([
    'certificate-states',
    'certificate-matters',
    'public-notices',
  ])
  expect((await run(markLost, given, certificate('lost'))).records).toEqual([])
})

const row = { certNo: 'E-1', reasonCode: 'retire', occurredAt: '2026-09-01' }
test.each([
  ['a certificate that is valid', 'valid', undefined, 1],
  ['one that was begun by an earlier attempt', 'valid', {}, 0],
  ['one that was cancelled meanwhile', 'cancelled', undefined, 0],
])('an approved batch revokes %s', async (_, state, begun, count) => {
  const known = { ...certificate(state), matters: { find: () => begun } }
  const { messages } = await run(startBatchRevocations, { batchId: '2026-09', docNo: '1号', confirmed: [row] }, known)
  expect(messages.map(({ correlationKey, messageId }) => [correlationKey, messageId])).toEqual(
    Array(count).fill(['E-1/retire', '2026-09+E-1']),
  )
})

test.each([
  ['the approved batch names it', [row], row, true],
  ['for another reason', [row], { ...row, reasonCode: 'resign' }, false],
  ['of another day', [row], { ...row, occurredAt: '2026-09-02' }, false],
  ['no batch names it', [], row, false],
])('a proposal counts as approved before: %s', async (_, approved, asked, expected) => {
  const people = { findPerson: () => undefined, appointmentsOf: () => [], listOrganisations: () => [] }
  const batches = { find: () => ({ approved, docNo: '1号' }) }
  const known = { ...certificate('valid'), batches, people }
  const { answer } = await run(findCertificate, { revokeId: 'R-1', batchId: '2026-09', ...asked }, known)
  expect(answer).toMatchObject({ preApproved: expected, holderId: 'he', orgCode: 'WC-SFJ' })
})

test('a number that nobody holds is an error of the procedure', async () => {
  const asked = run(findCertificate, { revokeId: 'R-1', certNo: 'E-9' }, {})
  await expect(asked).rejects.toBeInstanceOf(BpmnError)
})
