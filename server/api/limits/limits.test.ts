import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../../db/verify.ts'
import { limitDiagram } from '../../../tests/support/limit-diagrams.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { readings } from '../../app.ts'

const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)
const endOfDay = (day: string) => at(`${day} 00:00`) + 24 * 3_600_000

let office: Office
let officer: Visitor
let deputy: Visitor
let cases = 0
beforeAll(async () => {
  office = await openOffice()
  const admin = await signIn(office, 'fang-yuangui')
  const bundle = new FormData()
  const diagrams = {
    'one-review': limitDiagram('one-review', [{ id: 'review', headers: { limit: 'review.first' } }]),
    seizure: limitDiagram('seizure', [
      { id: 'keep', headers: { limit: 'seizure.base' } },
      { id: 'advise', headers: { limit: 'review.second' } },
    ]),
    police: limitDiagram('police', [{ id: 'approve', headers: { limit: 'crime.approve' } }]),
    chained: limitDiagram('chained', [{ id: 'sign', headers: { limit: 'review.first;+review.ext' } }]),
  }
  for (const [id, xml] of Object.entries(diagrams)) bundle.append('resources', new File([xml], `${id}.bpmn`))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  officer = await signIn(office, 'lin-shen')
  deputy = await signIn(office, 'mei-qinghe')
})
afterAll(() => office.close())

interface Task {
  userTaskKey: string
  elementId: string
  dueDate: string | null
  suspension: { ground: string } | null
  canComplete: { permitted: boolean; refusal?: { rule: string } }
  canExtend: { permitted: boolean }
  limitReason: { lastDay: string; isProvisional: boolean; extended: number; suspendedDate: string | null }
  limitReasons: { key: string; lastDay: string }[]
  history: { sentence: string }[]
}

async function begin(processDefinitionId: string): Promise<{ caseNo: string; tasks: Record<string, string> }> {
  cases += 1
  const caseNo = `LDJ-PT-2026-${String(600 + cases).padStart(5, '0')}`
  const variables = { caseNo }
  const started = await officer.request('POST', '/process-instances', { processDefinitionId, variables })
  if (!started.ok) throw new Error(await started.text())
  const { processInstanceKey } = (await started.json()) as { processInstanceKey: string }
  const open = office.app.house.tasks.openOf(processInstanceKey)
  return { caseNo, tasks: Object.fromEntries(open.map(task => [task.elementId, task.userTaskKey])) }
}
const read = (key: string, who = officer) => who.json<Task>('GET', `/user-tasks/${key}`)
const status = async (who: Visitor, path: string, body: object) => (await who.request('POST', path, body)).status
const entriesOf = (verb: string) =>
  office.app.house.journal.entries({ limit: 100_000 }).filter(entry => entry.verb === verb)
const limitOf = (key: string) => office.app.house.limits.find(key)!

describe('extension', () => {
  test('is decided by the deputy, moves the due date and stands in the journal with both values; a second is refused', async () => {
    const { tasks } = await begin('one-review')
    const key = tasks.review!
    expect((await read(key)).dueDate).toBe(new Date(endOfDay('2026-12-01')).toISOString())
    expect((await officer.problem(403, 'POST', `/user-tasks/${key}/limit-extension`, { reason: '复杂' })).id).toBe(
      'policy.extension.approver',
    )
    expect(await status(deputy, `/user-tasks/${key}/limit-extension`, { reason: '案情复杂' })).toBe(204)
    expect(await read(key)).toMatchObject({
      dueDate: new Date(endOfDay('2026-12-04')).toISOString(),
      limitReason: { lastDay: '2026-12-04', extended: 1 },
    })
    const [listed] = (await (await office.desk('lin-shen')).tasks()).filter(({ userTaskKey }) => userTaskKey === key)
    expect(listed).toMatchObject({ dueDate: new Date(endOfDay('2026-12-04')).toISOString() })
    expect(entriesOf('limit.extend').at(-1)).toMatchObject({
      actor: { id: 'mei-qinghe', role: 'subdistrict-deputy' },
      payload: {
        ...{ limit: 'review.first', by: 'review.ext', amount: '3WD', reason: '案情复杂', calendarVersion: 1 },
        ...{ before: { dueAt: endOfDay('2026-12-01') }, after: { dueAt: endOfDay('2026-12-04') } },
      },
    })
    const again = await deputy.problem(403, 'POST', `/user-tasks/${key}/limit-extension`, { reason: '再延' })
    expect(again).toMatchObject({ rule: 'R-EXTENSION', id: 'policy.extension.again', basis: [expect.any(String)] })
    expect(again.detail).toContain('一级审核')
    expect((await read(key)).history.map(({ sentence }) => sentence).join()).toContain('延长“review”的期限：案情复杂')
  })

  test('of a limit that knows none is refused, and of a task that there is not there is none', async () => {
    const { tasks } = await begin('seizure')
    const refused = await deputy.problem(403, 'POST', `/user-tasks/${tasks.advise}/limit-extension`, { reason: '复杂' })
    expect(refused.id).toBe('policy.extension.none')
    expect(await status(deputy, '/user-tasks/1/limit-extension', { reason: '复杂' })).toBe(404)
  })

  test('what runs after the extended limit is counted again with it', async () => {
    const { tasks } = await begin('chained')
    const days = async () => (await read(tasks.sign!)).limitReasons.map(({ key, lastDay }) => `${key} ${lastDay}`)
    expect(await days()).toEqual(['review.first 2026-12-01', 'review.ext 2026-12-04'])
    await status(deputy, `/user-tasks/${tasks.sign}/limit-extension`, { limit: 'review.first', reason: '案情复杂' })
    expect(await days()).toEqual(['review.first 2026-12-04', 'review.ext 2026-12-09'])
  })
})

describe('suspension', () => {
  test('stops the limits of the case and closes it for everybody; resumed, the days it stood still are left out', async () => {
    const { caseNo, tasks } = await begin('one-review')
    const path = `/cases/${caseNo}`
    const body = { ground: 'criminal-outcome', reason: '等待公安机关立案结果' }
    expect((await officer.problem(403, 'POST', `${path}/suspensions`, body)).rule).toBe('R-SUSPENSION')
    expect(await status(deputy, `${path}/suspensions`, body)).toBe(204)
    expect((await deputy.problem(409, 'POST', `${path}/suspensions`, body)).id).toBe('case.suspended-already')
    expect(await read(tasks.review!)).toMatchObject({
      ...{ dueDate: null, suspension: { ground: 'criminal-outcome' } },
      canComplete: { permitted: false, refusal: { rule: 'R-SUSPENDED' } },
    })
    const refused = await officer.problem(403, 'POST', `/user-tasks/${tasks.review}/completion`, { variables: {} })
    expect(refused).toMatchObject({ rule: 'R-SUSPENDED', basis: ['行政处罚法 第60条'] })
    expect(refused.detail).toContain('2026-11-24')
    for (const [method, sub, sent] of [
      ['POST', 'assignment', {}],
      ['PUT', 'draft', { variables: {} }],
      ['POST', 'limit-extension', { reason: '复杂' }],
    ] as const) {
      const who = sub === 'limit-extension' ? deputy : officer
      const headers: Record<string, string> = sub === 'draft' ? { 'if-match': '*' } : {}
      const no = await who.problem(403, method, `/user-tasks/${tasks.review}/${sub}`, sent, headers)
      expect(`${sub} ${no.rule}`).toBe(`${sub} R-SUSPENDED`)
    }
    expect(limitOf(tasks.review!)).toMatchObject({ nextAt: null, stoppedAt: at('2026-11-24 10:00') })

    await office.until(at('2026-12-08 09:00'))
    ;[officer, deputy] = await Promise.all([signIn(office, 'lin-shen'), signIn(office, 'mei-qinghe')])
    expect(entriesOf('limit.overdue').filter(entry => entry.caseNo === caseNo)).toEqual([])
    expect(await status(deputy, `${path}/resumption`, { reason: '公安机关决定不予立案' })).toBe(204)
    expect(await read(tasks.review!)).toMatchObject({ suspension: null, limitReason: { lastDay: '2026-12-15' } })
    expect(entriesOf('case.resume').at(-1)).toMatchObject({
      ...{ caseNo, actor: { id: 'mei-qinghe' } },
      payload: {
        limits: [{ limit: 'review.first', before: { dueAt: endOfDay('2026-12-01') }, calendarVersion: 1 }],
      },
    })
    const { history } = await read(tasks.review!)
    expect(history.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining(['中止案件：等待公安机关立案结果', '恢复案件：公安机关决定不予立案']),
    )
    expect(await status(officer, `/user-tasks/${tasks.review}/completion`, { variables: {} })).toBe(204)
  })

  test('does not stop a seizure, whose own law knows no such thing (procedures a7)', async () => {
    const { caseNo, tasks } = await begin('seizure')
    await status(deputy, `/cases/${caseNo}/suspensions`, { ground: 'force-majeure', reason: '洪水' })
    expect([limitOf(tasks.keep!).stoppedAt, limitOf(tasks.advise!).stoppedAt]).toEqual([null, expect.any(Number)])
    expect((await read(tasks.keep!)).dueDate).not.toBeNull()
    expect((await officer.problem(403, 'POST', `/user-tasks/${tasks.keep}/completion`, { variables: {} })).rule).toBe(
      'R-SUSPENDED',
    )
  })

  test('that began earlier takes a reason for being entered late, and leaves the days since then out', async () => {
    const { caseNo, tasks } = await begin('one-review')
    await office.until(at('2026-12-11 10:00'))
    ;[officer, deputy] = await Promise.all([signIn(office, 'lin-shen'), signIn(office, 'mei-qinghe')])
    const body = { ground: 'party-missing', reason: '当事人下落不明', from: '2026-12-09' }
    const late = await deputy.problem(422, 'POST', `/cases/${caseNo}/suspensions`, body)
    expect(late.errors).toMatchObject([{ path: '/lateReason', id: 'fact.late-reason' }])
    expect(await status(deputy, `/cases/${caseNo}/suspensions`, { ...body, lateReason: '审批件迟到' })).toBe(204)
    expect(entriesOf('case.suspend').at(-1)).toMatchObject({
      ...{ happenedAt: at('2026-12-09 00:00'), late: { reason: '审批件迟到' } },
    })
    const early = { reason: '已找到', at: '2026-12-08' }
    expect((await deputy.problem(422, 'POST', `/cases/${caseNo}/resumption`, early)).errors).toMatchObject([
      { path: '/at', id: 'suspension.before-start' },
    ])
    expect(await status(deputy, `/cases/${caseNo}/resumption`, { reason: '已找到' })).toBe(204)
    expect((await read(tasks.review!)).limitReason.lastDay).toBe('2026-12-17')
  })

  test('holds for what begins meanwhile', async () => {
    const { caseNo } = await begin('one-review')
    await status(deputy, `/cases/${caseNo}/suspensions`, { ground: 'law-unclear', reason: '请示' })
    const variables = { caseNo }
    const { processInstanceKey } = await officer.json<{ processInstanceKey: string }>('POST', '/process-instances', {
      ...{ processDefinitionId: 'one-review', variables },
    })
    const [task] = office.app.house.tasks.openOf(processInstanceKey)
    expect(limitOf(task!.userTaskKey)).toMatchObject({ nextAt: null, stoppedAt: expect.any(Number) })
    expect(task!.dueAt).toBeNull()
  })
})

describe('what does not count', () => {
  test('an appraisal is left out of a seizure by as many days as lie between its ends, with the reason', async () => {
    const { tasks } = await begin('seizure')
    const before = (await read(tasks.keep!)).limitReason.lastDay
    const body = { kind: 'appraisal', from: '2026-12-11', to: '2026-12-16', reason: '委托市质检院，已书面告知' }
    expect(await status(officer, `/user-tasks/${tasks.keep}/limit-exclusions`, body)).toBe(204)
    const { limitReason } = await read(tasks.keep!)
    expect([before, limitReason.lastDay]).toEqual(['2027-01-10', '2027-01-15'])
    expect(limitReason).toMatchObject({
      skipped: expect.arrayContaining([
        { day: '2026-12-12', why: 'excluded', reason: '技术鉴定，委托市质检院，已书面告知' },
      ]),
    })
    expect(entriesOf('limit.exclude').at(-1)).toMatchObject({
      payload: { kind: 'appraisal', from: '2026-12-11', limits: [{ limit: 'seizure.base', before: {}, after: {} }] },
    })
  })

  test('a review knows no such period, nor a seizure a hearing', async () => {
    const { tasks } = await begin('seizure')
    const period = { from: '2026-12-11', to: '2026-12-12', reason: '听证' }
    const ask = (key: string, kind: string) =>
      officer.problem(403, 'POST', `/user-tasks/${key}/limit-exclusions`, { ...period, kind })
    expect(await ask(tasks.advise!, 'appraisal')).toMatchObject({ rule: 'R-EXCLUSION', id: 'policy.exclusion.none' })
    const hearing = await ask(tasks.keep!, 'hearing')
    expect(hearing).toMatchObject({ rule: 'R-EXCLUSION', basis: ['行政强制法 第25条'] })
    expect(hearing.detail).toContain('技术鉴定')
  })

  test.each([
    ['begins tomorrow', { from: '2027-12-12', to: '2027-12-16' }, '/from'],
    ['begins before the limit', { from: '2026-11-01', to: '2026-12-16' }, '/from'],
    ['ends where it begins', { from: '2026-12-11', to: '2026-12-11' }, '/to'],
  ])('a period that %s is refused', async (_, period, path) => {
    const { tasks } = await begin('seizure')
    const body = { kind: 'testing', reason: '检验', ...period }
    const { errors } = await officer.problem(422, 'POST', `/user-tasks/${tasks.keep}/limit-exclusions`, body)
    expect(errors?.map(wrong => wrong.path)).toEqual([path])
  })
})

test('the inbox is ordered by limits, and says how many are overdue or nearly so', async () => {
  await office.until(at('2026-12-14 10:00'))
  officer = await signIn(office, 'lin-shen')
  const { tasks: seizure } = await begin('seizure')
  const { tasks: review } = await begin('one-review')
  interface Listed {
    items: { userTaskKey: string; dueDate: string | null }[]
    dues: { overdue: number; soon: number }
    page: { totalItems: number }
  }
  const listed = (query = '') => officer.json<Listed>('GET', `/user-tasks?view=claimable&limit=200${query}`)
  const { items, dues } = await listed()
  const dates = items.map(({ dueDate }) => (dueDate === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueDate)))
  expect(dates).toEqual(dates.toSorted((a, b) => a - b))
  const place = (key: string | undefined) => items.findIndex(({ userTaskKey }) => userTaskKey === key)
  expect(place(review.review)).toBeLessThan(place(seizure.keep))
  expect(dues.overdue).toBe(dates.filter(date => date <= at('2026-12-14 10:00')).length)
  expect(dues.overdue).toBeGreaterThan(0)
  const overdue = await listed('&due=overdue')
  expect([overdue.page.totalItems, overdue.items.length]).toEqual([dues.overdue, dues.overdue])
  await office.until(at('2026-12-21 10:00'))
  officer = await signIn(office, 'lin-shen')
  const soon = await listed('&due=soon')
  expect(soon.items.map(({ userTaskKey }) => userTaskKey)).toContain(review.review)
})

test('where a law leaves open whether it means working days, all days count, and the other reading is shown (rule C4)', async () => {
  await office.until(Date.parse('2026-12-24T02:00:00Z'))
  officer = await signIn(office, 'lin-shen')
  const reason = async (key: string) =>
    (await officer.json<{ limitReason: object }>('GET', `/user-tasks/${key}`)).limitReason
  const { tasks } = await begin('police')
  expect(await reason(tasks.approve!)).toMatchObject({ lastDay: '2026-12-27', workdayReading: '2026-12-29' })
  expect(await reason((await begin('one-review')).tasks.review!)).toMatchObject({ workdayReading: null })
})

test('all of it is rebuilt from the journal alone', () => {
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
