import { describe, expect, test } from 'vitest'
import { askingDiagram } from '../../tests/support/asking-diagram.ts'
import { officeAlsoHas, procedure, refused } from '../../tests/support/procedure.ts'
import {
  arrival,
  begun,
  called,
  drafted,
  people,
  scores,
  sent,
  signed,
  takingPart,
  work,
} from '../../tests/support/whistle.ts'
import { matters } from '../../tests/support/whistle-powers.ts'

officeAlsoHas(takingPart)

const NOW = '2026-11-24T10:00+08:00'
const BOTH = { neededDepts: [called('WC-CG'), called('WC-SW', 'assist')] }

describe('拟单', () => {
  test.each([
    ['没有牵头', [called('WC-CG', 'assist')], 'policy.whistle.one-lead'],
    ['两个牵头', [called('WC-CG'), called('WC-SW')], 'policy.whistle.one-lead'],
    ['同一单位两次', [called('WC-CG'), called('WC-CG', 'assist')], 'policy.whistle.called-twice'],
  ])('%s的不能报', async (_, neededDepts, id) => {
    const play = await begun()
    expect(await refused(drafted({ neededDepts }, play))).toMatchObject({ id, rule: 'R-WHISTLE', status: 403 })
  })

  test('一个单位也没有的不能报', async () => {
    const play = await begun()
    expect((await refused(drafted({ neededDepts: [] }, play))).errors).toMatchObject([{ path: '/neededDepts' }])
  })
})

describe('审批', () => {
  test('1) 本街有权且非跨部门：只能退回；改为重大疑难可批', async () => {
    const own = { items: [{ itemCode: matters.own }] }
    const play = await drafted(own)
    expect(await play.variable('dutyFinding')).toBe('ownDuty')
    const approving = () => play.complete('approve-whistle', { as: people.deputy, action: 'approve' })
    expect(await refused(approving())).toMatchObject({ id: 'policy.whistle.own-duty', rule: 'R-WHISTLE' })
    await play.complete('approve-whistle', { as: people.deputy, action: 'return', approveReason: '本街可以办。' })
    await drafted({ ...own, ground: 'majorDifficult' }, play)
    await approving()
    expect(await play.openTasks()).toEqual(['sign'])
  })

  test('涉及两个部门的不算本街单独可办；不在配合清单的，部门吹哨要注明', async () => {
    const play = await drafted({ ...BOTH, items: [{ itemCode: matters.own }] })
    expect(await play.variable('dutyFinding')).toBe('ok')
    const back = await drafted(
      { neededDepts: [called('LDJ')], dutyBasis: 'crossDept' },
      await begun(people.deptDesk),
      people.deptDesk,
    )
    expect(await back.variable('dutyFinding')).toBe('notAssist')
  })

  test('拟单人不能审批自己拟的单', async () => {
    const play = await drafted({}, await begun(people.deskAndDeputy), people.deskAndDeputy)
    const approving = play.complete('approve-whistle', { as: people.deskAndDeputy, action: 'approve' })
    expect(await refused(approving)).toMatchObject({ id: 'policy.whistle.own-draft', rule: 'R-WHISTLE' })
  })
})

describe('联系', () => {
  test('约定的到场时间不得晚于到场期限；日常三个工作日，自签收起算', async () => {
    const play = await signed(await sent())
    const contacting = (agreedArriveAt?: string) =>
      play.complete('contact', {
        ...{ as: people.deptOfficer, contactAt: NOW, contactPlan: '带检测设备到场。' },
        ...(agreedArriveAt !== undefined && { agreedArriveAt }),
      })
    const late = await refused(contacting('2026-11-28T09:00+08:00'))
    expect(late).toMatchObject({ id: 'policy.whistle.late-appointment', rule: 'R-WHISTLE', status: 403 })
    expect(late.detail).toContain('晚于到场期限 2026-11-27')
    await contacting('2026-11-27T17:00+08:00')
    expect((await play.whistle()).branches).toMatchObject([{ agreedArriveAt: expect.stringContaining('2026-11-27') }])
  })
})

describe('办公室终止一个单位的办理', () => {
  test('签收以后、到场以前可以终止，须指明单位；只有领导小组办公室可以', async () => {
    const play = await sent(BOTH)
    await signed(play)
    await signed(play, people.waterDesk)
    await play.complete('contact', { as: people.deptOfficer, contactAt: NOW, contactPlan: '到场。' })
    await play.complete('contact', { as: people.waterOfficer, contactAt: NOW, contactPlan: '到场。' })
    const closing = (as: string, body?: string) => play.request('branch-closing', { as, ...(body && { body }) })
    expect((await refused(closing(people.desk, 'WC-SW'))).status).toBe(403)
    expect((await refused(closing(people.clerk))).errors).toMatchObject([{ path: '/body' }])
    expect((await refused(closing(people.clerk, 'LDJ'))).errors).toMatchObject([{ path: '/body' }])
    await closing(people.clerk, 'WC-SW')
    expect(await play.openTasks()).toEqual(['arrive'])
    expect((await play.whistle()).branches).toMatchObject([{ org: 'WC-CG', outcome: null }, { outcome: 'terminated' }])
  })
})

describe('到场', () => {
  const enforcement = (who: string[], certNos: string[]) => ({
    ...arrival(NOW, who),
    ...{ isEnforcement: true, certNos },
  })
  const [first, second] = ['E420106-0801', 'E420106-0802']

  test('矩阵·回避：执法处置同两人规则，执法须两名不同人员的有效证；不是执法的一人即可', async () => {
    const play = await signed(await sent({ level: 'emergency' }))
    const arriving = (who: string[], certNos: string[]) =>
      refused(play.complete('arrive', { as: people.deptOfficer, ...enforcement(who, certNos) }))
    const both = [people.deptOfficer, people.otherDeptOfficer]
    expect(await arriving([people.deptOfficer], [first])).toMatchObject({ rule: 'R-TWO' })
    expect(await arriving(both, [first])).toMatchObject({ rule: 'R-TWO' })
    expect(await arriving([people.deptOfficer], [first, second])).toMatchObject({ rule: 'R-TWO' })
    await play.complete('arrive', { as: people.deptOfficer, ...enforcement(both, [first, second]) })
    expect((await play.whistle()).branches).toMatchObject([{ isEnforcement: 1, certNos: [first, second] }])
  })

  test('到场早于录入，写明原因', async () => {
    const play = await signed(await sent({ level: 'emergency' }))
    const early = arrival('2026-11-20T10:00+08:00', [people.deptOfficer])
    expect((await refused(play.complete('arrive', { as: people.deptOfficer, ...early }))).errors).toMatchObject([{}])
    await play.complete('arrive', { as: people.deptOfficer, ...early, lateReason: '当时没有网络。' })
    expect((await play.done()).at(-1)).toMatchObject({ elementId: 'arrive', late: { reason: '当时没有网络。' } })
  })

  test('已到场的协办单位没有记录的，牵头要说明', async () => {
    const play = await sent({ ...BOTH, level: 'emergency' })
    await signed(play)
    await signed(play, people.waterDesk)
    await play.complete('arrive', { as: people.deptOfficer, ...arrival(NOW, [people.deptOfficer]) })
    await play.complete('arrive', { as: people.waterOfficer, ...arrival(NOW, [people.waterOfficer]) })
    const handling = (assistWaived: { org: string; why: string }[]) =>
      play.complete('handle', { as: people.deptOfficer, ...work, assistWaived })
    expect(await refused(handling([]))).toMatchObject({ id: 'policy.whistle.assist-silent', rule: 'R-WHISTLE' })
    await handling([{ org: 'WC-SW', why: '没有涉水问题。' }])
    expect(await play.openTasks()).toContain('feedback')
  })
})

test('评价要逐个单位评，只评被派单的单位', async () => {
  const play = await sent(BOTH)
  await signed(play)
  await play.complete('contact', { as: people.deptOfficer, contactAt: NOW, contactPlan: '到场。' })
  await play.complete('arrive', { as: people.deptOfficer, ...arrival(NOW, [people.deptOfficer]) })
  await play.complete('handle', { as: people.deptOfficer, ...work })
  await play.complete('feedback', {
    as: people.deptDesk,
    ...{ resolved: 'partial', feedbackText: '改了两家。', remainder: '还有一家。' },
  })
  await play.complete('confirm', { as: people.desk, action: 'true', confirmReason: '看过。' })
  const evaluating = (given: Record<string, number>) =>
    play.complete('evaluate', { as: people.deputy, scores: scores(given) })
  expect((await refused(evaluating({ 'WC-CG': 4 }))).status).toBeGreaterThanOrEqual(403)
  await evaluating({ 'WC-CG': 4, 'WC-SW': 4 })
  expect((await play.whistle()).evaluations).toMatchObject([
    { org: 'WC-CG', isLow: 0, isAssessed: 1, evaluatedBy: people.deputy },
    // Who never came has a one where it counts.
    { org: 'WC-SW', isLow: 1, signTimely: 1, arriveTimely: 1 },
  ])
  await play.complete('respond-low-score', { as: people.waterLeader, explanation: '没有接到。', improvement: '改。' })
  expect(await play.ends()).toEqual(['end-resolved'])
  expect((await play.whistle()).row).toMatchObject({ outcome: 'resolved', state: 'closed', resolved: 'partial' })
})

test.each([
  ['msg.whistle.request', 'caseNo + "/w"', 'requestId: caseNo + "/w"'],
  ['msg.hotline.dispatched', '"12345-" + caseNo', 'ticketNo: "12345-" + caseNo'],
])('由 %s 启动：派单员拟单，单号就是来件的号', async (name, key, id) => {
  const play = await procedure('whistle-dispatch')
  const variables = `{${id}, orgCode: "LDJ", linkedCase: caseNo, problem: "夜间油烟", place: "民主路"}`
  await play.startedBy(askingDiagram(`asks-${name.split('.').at(-1)}`, { name, key, variables }), {
    by: people.officer,
  })
  expect(await play.tasksOf(people.desk)).toEqual(['draft-whistle'])
  expect(await play.variable('whistleId')).toBe(
    name === 'msg.hotline.dispatched' ? `12345-${play.caseNo}` : `${play.caseNo}/w`,
  )
  await play.request('withdrawal', { as: people.desk })
  expect(await play.isOver()).toBe(true)
})
