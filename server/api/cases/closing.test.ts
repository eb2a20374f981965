import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../../db/verify.ts'
import { type CaseOffice, openCaseOffice } from '../../../tests/support/case-office.ts'
import type { Json } from '../../engine/index.ts'
import { readings } from '../../open-house.ts'
import { defectRecord } from '../../registers/evidence-defects.ts'

const DEPUTY = 'mei-qinghe'
const HEAD = 'yan-shouzheng'

let office: CaseOffice
beforeAll(async () => {
  office = await openCaseOffice()
})
afterAll(() => office.close())

const closed: Record<string, Json> = {
  ...{ closeReason: 'performed', closedOn: '2026-11-24', reason: '罚款已缴清，物品已返还' },
}
const close = async (caseNo: string, changes: Record<string, Json> = {}, by = DEPUTY, more: object = {}) =>
  await (await office.visitor(by)).request('POST', `/cases/${caseNo}/closing`, {
    variables: { ...closed, ...changes },
    ...more,
  })
const refusal = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) })
interface CaseView {
  state: { value: string }
  closing: { reason: { label: string }; by: { id: string }; at: string } | null
  canClose: { permitted: boolean; refusal?: { id: string; citations?: { ref: string; name?: string }[] } }
  canChange: { permitted: boolean; refusal?: { id: string } }
}
const seen = async (caseNo: string, by = DEPUTY) =>
  await (await office.visitor(by)).json<CaseView>('GET', `/cases/${caseNo}`)

describe('a case is closed (结案)', () => {
  test('by a head who did not handle it; from then on it is only read', async () => {
    const caseNo = await office.registered()
    expect((await seen(caseNo)).canClose).toEqual({ permitted: true })
    expect((await close(caseNo)).status).toBe(204)
    expect(await seen(caseNo)).toMatchObject({
      state: { value: 'closed' },
      closing: { reason: { label: '处罚决定已经履行' }, by: { id: DEPUTY } },
      canClose: { permitted: false, refusal: { id: 'case.closed' } },
    })
    const officer = await office.visitor('lin-shen')
    const change = { variables: { change: 'facts', facts: '又查明', reason: '补充' } }
    expect(await officer.problem(409, 'POST', `/cases/${caseNo}/changes`, change)).toMatchObject({ id: 'case.closed' })
    const review = { variables: { reviewType: 'penalty', stage: 'beforeDecision' } }
    expect(await officer.problem(409, 'POST', `/cases/${caseNo}/reviews`, review)).toMatchObject({ id: 'case.closed' })
    const deputy = await office.visitor(DEPUTY)
    const suspension = { ground: 'other-case', reason: '以另案的处理结果为依据' }
    const refusedToo = await deputy.problem(409, 'POST', `/cases/${caseNo}/suspensions`, suspension)
    expect(refusedToo).toMatchObject({ id: 'case.closed' })
    expect(office.app.house.cases.handledBy('lin-shen')).not.toContain(caseNo)
    const { items } = await officer.json<{ items: { caseNo: string }[] }>('GET', '/cases?state=closed')
    expect(items.map(each => each.caseNo)).toContain(caseNo)
    const chronicle = await officer.json<{ items: { sentence: string }[] }>('GET', `/cases/${caseNo}/chronicle`)
    expect(chronicle.items.at(-1)?.sentence).toBe('结案：处罚决定已经履行')
  })

  test.each(['lin-shen', 'zheng-huaiyuan', 'zhou-yanqing'])('not by %s', async by => {
    const caseNo = await office.registered()
    expect(await refusal(await close(caseNo, {}, by))).toMatchObject({ status: 403, id: 'case.close.heads-only' })
  })

  test('not by a head who once handled it', async () => {
    const caseNo = await office.registered()
    const value = { certificateNumber: null, certificateValidTo: null }
    await office.app.enter([{ register: 'case-officers', op: 'put', id: `${caseNo}/${DEPUTY}`, value }])
    await office.app.enter([{ register: 'case-officers', op: 'delete', id: `${caseNo}/${DEPUTY}` }])
    expect(await refusal(await close(caseNo))).toMatchObject({ status: 403, id: 'case.close.own', rule: 'R-SOD' })
    expect((await close(caseNo, {}, HEAD)).status).toBe(204)
  })

  test('not while a procedure of it runs', async () => {
    const caseNo = await office.registered()
    const officer = await office.visitor('lin-shen')
    const review = { variables: { reviewType: 'penalty', stage: 'beforeDecision' } }
    expect((await officer.request('POST', `/cases/${caseNo}/reviews`, review)).status).toBe(201)
    const refused = await refusal(await close(caseNo))
    expect(refused).toMatchObject({
      status: 409,
      id: 'case.close.procedures',
      detail: expect.stringContaining('法制审核'),
    })
  })

  test('not while it stands still', async () => {
    const caseNo = await office.registered()
    const deputy = await office.visitor(DEPUTY)
    const suspension = { ground: 'other-case', reason: '以另案的处理结果为依据' }
    expect((await deputy.request('POST', `/cases/${caseNo}/suspensions`, suspension)).status).toBeLessThan(300)
    expect(await refusal(await close(caseNo))).toMatchObject({ status: 403, rule: 'R-SUSPENDED' })
  })

  test('not while a defect of its evidence waits for a judgement', async () => {
    const caseNo = await office.registered()
    const found = { personId: 'lin-shen', certificateId: 'enforcement-x', certificateState: 'expired', caseNo }
    const where = { userTaskKey: '1', processInstanceKey: '1', processDefinitionKey: '1', elementId: 'inspect' }
    const act = { entity: 'LDJ', part: 'completed' as const, actedAt: 1, actedSeq: 1 }
    await office.app.enter([defectRecord({ ...found, ...where, ...act })])
    expect(await refusal(await close(caseNo))).toMatchObject({ status: 409, id: 'case.close.defects' })
  })

  test('under article 58 on the ground of a decision only after a review that passed; the page shows the article', async () => {
    const caseNo = await office.registered({ clause58: ['1'] })
    expect(await refusal(await close(caseNo))).toMatchObject({
      ...{ status: 403, id: 'case.close.no-review', rule: 'R-REVIEW-GATE' },
      citations: [{ ref: '行政处罚法 第58条第1款', name: '行政处罚法' }],
    })
    expect((await close(caseNo, { closeReason: 'terminated' })).status).toBe(204)
  })

  test('entered late it takes a reason, and both times are shown', async () => {
    const caseNo = await office.registered({ filedOn: '2026-11-10' }, 'lin-shen', {
      lateReason: '系统停用期间纸质立案',
    })
    const late = { closedOn: '2026-11-18' }
    const refused = await refusal(await close(caseNo, late))
    expect(refused).toMatchObject({ status: 422, errors: [{ path: '/lateReason' }] })
    expect((await close(caseNo, late, HEAD, { lateReason: '纸质审批表今日转来' })).status).toBe(204)
    expect((await seen(caseNo)).closing?.at).toBe('2026-11-17T16:00:00.000Z')
    const chronicle = await (await office.visitor(HEAD)).json<{ items: object[] }>('GET', `/cases/${caseNo}/chronicle`)
    expect(chronicle.items).toMatchObject([
      { happenedAt: '2026-11-09T16:00:00.000Z', late: { reason: '系统停用期间纸质立案' } },
      { happenedAt: '2026-11-17T16:00:00.000Z', late: { reason: '纸质审批表今日转来' } },
    ])
  })

  test('not on a day before it was filed, nor on one that is still to come', async () => {
    const caseNo = await office.registered()
    const before = await refusal(await close(caseNo, { closedOn: '2026-11-20' }, DEPUTY, { lateReason: '补录' }))
    expect(before).toMatchObject({ status: 422, errors: [{ path: '/closedOn' }] })
    const ahead = await refusal(await close(caseNo, { closedOn: '2026-11-26' }))
    expect(ahead).toMatchObject({ status: 422, errors: [{ path: '/closedOn' }] })
  })
})

test('the registers are rebuilt from the journal', async () => {
  await office.settled()
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
