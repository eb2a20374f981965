import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, POWERS } from '../../tests/support/case-office.ts'
import { flowsIn } from '../../tests/support/flows.ts'

const OFFICER = 'lin-shen'
const COLLEAGUE = 'he-lichuan'
const HEAD = 'yan-shouzheng'

/** The office's clock stands at 2026-11-24 周二 10:00; a night before, and a holiday of the year. */
const NIGHT = '2026-11-23T23:30+08:00'
const DAY = '2026-11-24T09:00+08:00'
const HOLIDAY = '2026-10-05T10:00+08:00'
const LATE = '现场没有网络，次日补录'

let office: CaseOffice
const walked = new Set<string>()
beforeAll(async () => {
  office = await openCaseOffice()
  await office.app.enter([coerced])
})
afterAll(() => office.close())

/** The item of these cases, with the article that allows its execution. */
const [item] = POWERS
const coerced = {
  ...item!,
  value: { ...item!.value, coercionBasis: [{ ref: '行政强制法 第44条', from: null, to: null }] },
}

async function begun(): Promise<{ caseNo: string; key: string }> {
  const caseNo = await office.registered()
  const variables = { caseNo, decisionDocNo: '粮道街强执决〔2026〕1号' }
  return { caseNo, key: await (await office.desk(OFFICER)).start('coercion-execution', variables) }
}

const taskOf = (key: string, elementId: string) => {
  const found = office.app.house.tasks.openOf(key).find(task => task.elementId === elementId)
  if (!found) throw new Error(`Expected '${elementId}' to be open`)
  return found.userTaskKey
}
const answer = async (by: string, key: string, elementId: string, body: object) => {
  const visitor = await office.visitor(by)
  const said = await visitor.request('POST', `/user-tasks/${taskOf(key, elementId)}/completion`, body)
  await office.settled()
  return said.ok ? 'done' : ((await said.json()) as { rule?: string; id: string; basis?: string[] })
}
const plan = async (key: string, changes: object = {}) =>
  await answer(OFFICER, key, 'plan-execution', {
    variables: { means: 'dismantle', plannedAt: DAY, isUrgent: false, planText: '清点物品后拆除', ...changes },
  })
const urgent = { isUrgent: true, urgentReason: '广告牌松动，随时可能坠落', plannedAt: NIGHT }
const approve = async (key: string, urgentApprovedAt: string, action = 'true') =>
  await answer(HEAD, key, 'approve-urgent', {
    ...{ action, lateReason: '口头批准，次日补录' },
    variables: { urgentApprovedAt, urgentApprovalReason: '危及公共安全' },
  })
const record = { executionRecord: '当事人到场，物品当场交还。', videoNo: 'V-2026-0001', executionResult: 'done' }
const execute = async (key: string, executeAt: string, changes: object = {}) =>
  await answer(OFFICER, key, 'execute', { variables: { ...record, executeAt, ...changes }, lateReason: LATE })
const cosign = async (key: string) => {
  await (await office.desk(COLLEAGUE)).cosign(taskOf(key, 'execute'))
  await office.settled()
}
const endOf = async (key: string) => {
  const auditor = await office.desk('gu-xingzhi')
  const { state, flows, elements } = await auditor.get<{
    state: string
    flows: string[]
    elements: { elementId: string }[]
  }>(`/process-instances/${key}`)
  for (const flow of flows) walked.add(flow)
  return state === 'COMPLETED' ? elements.map(({ elementId }) => elementId).find(id => id.startsWith('end-')) : state
}

describe('强制执行', () => {
  test('日间实施，两人执行，一人录入、一人副署', async () => {
    const { key } = await begun()
    expect(await plan(key)).toBe('done')
    expect(await execute(key, DAY)).toBe('done')
    expect(await endOf(key)).toBe('ACTIVE')
    await cosign(key)
    expect(await endOf(key)).toBe('end-executed')
  })

  test('当事人自行履行的，就此结束', async () => {
    const { key } = await begun()
    await plan(key)
    await execute(key, DAY, { executionResult: 'partyPerformed' })
    await cosign(key)
    expect(await endOf(key)).toBe('end-performed')
  })

  test.each([
    ['夜间', NIGHT, 'policy.night'],
    ['法定节假日', HOLIDAY, 'policy.night.holiday'],
  ])('R-NIGHT：%s实施而没有批准的，不收', async (_, at, id) => {
    const { key } = await begun()
    await plan(key)
    expect(await execute(key, at)).toMatchObject({ rule: 'R-NIGHT', id, basis: ['行政强制法 第43条'] })
  })

  test('R-NIGHT：情况紧急，写明理由并经主任事先批准的，可以', async () => {
    const { key } = await begun()
    await plan(key, urgent)
    expect(await approve(key, '2026-11-23T22:40+08:00')).toBe('done')
    expect(await execute(key, NIGHT)).toBe('done')
    await cosign(key)
    expect(await endOf(key)).toBe('end-executed')
  })

  test('R-NIGHT：执行以后才批准的，不算', async () => {
    const { key } = await begun()
    await plan(key, urgent)
    await approve(key, '2026-11-24T08:00+08:00')
    expect(await execute(key, NIGHT)).toMatchObject({ rule: 'R-NIGHT', id: 'policy.night' })
  })

  test('主任不批准的，重新拟定；没有执行成的，也重新拟定，原来的批准不再作数', async () => {
    const { key } = await begun()
    await plan(key, urgent)
    await approve(key, '2026-11-23T22:40+08:00', 'false')
    expect(await plan(key, urgent)).toBe('done')
    await approve(key, '2026-11-23T22:40+08:00')
    await execute(key, NIGHT, { executionResult: 'unable' })
    await cosign(key)
    expect(await plan(key)).toBe('done')
    expect(await execute(key, NIGHT)).toMatchObject({ rule: 'R-NIGHT' })
    await execute(key, DAY)
    await cosign(key)
    expect(await endOf(key)).toBe('end-executed')
  })

  test('R-SUBJECT：事项没有登记强制依据的，不得执行', async () => {
    await office.app.enter([item!])
    const { key } = await begun()
    await plan(key)
    expect(await execute(key, DAY)).toMatchObject({
      ...{ rule: 'R-SUBJECT', id: 'policy.subject.no-coercion', basis: ['行政强制法 第13条'] },
    })
    await office.app.enter([coerced])
    expect(await execute(key, DAY)).toBe('done')
  })

  test('图上的每一条线都走过', async () => {
    const flows = await flowsIn('coercion-execution')
    expect(flows.filter(id => !walked.has(id))).toEqual([])
  })
})
