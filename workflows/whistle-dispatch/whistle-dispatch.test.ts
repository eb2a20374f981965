import { describe, expect, test } from 'vitest'
import type { Play } from '../../tests/support/play.ts'
import { flowsNotWalked, officeAlsoHas, refused } from '../../tests/support/procedure.ts'
import {
  arrival,
  arrived,
  begun,
  called,
  confirmed,
  drafted,
  fedBack,
  feedback,
  handled,
  people,
  rejected,
  scores,
  sent,
  settledFor,
  signed,
  takingPart,
  work,
} from '../../tests/support/whistle.ts'
import { overdueFlows } from '../../tests/support/whistle-overdue.ts'
import { matters } from '../../tests/support/whistle-powers.ts'

officeAlsoHas(takingPart)

const NOW = '2026-11-24T10:00+08:00'
const BOTH = { neededDepts: [called('WC-CG'), called('WC-SW', 'assist')] }

describe('街道吹哨，部门报到', () => {
  test('城管局牵头，处置、反馈、核实、评价：已解决；每一步都告诉别人', async () => {
    const play = await confirmed(NOW)
    await play.complete('evaluate', { as: people.deputy, scores: scores({ 'WC-CG': 5 }) })
    expect(await play.ends()).toEqual(['end-resolved'])
    expect(await play.published('msg.whistle.closed')).toEqual([{ outcome: 'resolved' }])
    for (const step of ['signed', 'arrived', 'feedback', 'evaluated'])
      expect(await play.published(`msg.whistle.${step}`, 'WC-CG')).toHaveLength(1)
    expect(await play.variable('docNo')).toMatch(/^武昌吹哨〔2026〕粮道街-\d+$/)
    expect(await play.variable('feedbackDocNo')).toMatch(/^武昌报到〔2026〕粮道街-\d+$/)
  })

  test('两个单位：协办先到先记，牵头一办完，协办不再等', async () => {
    const play = await sent(BOTH)
    // Both desks are told at once: an hour is short.
    for (const desk of [people.deptDesk, people.waterDesk])
      expect(await play.told(desk)).toMatchObject([
        { kind: 'task-offered-soon', text: expect.stringContaining('签收') },
      ])
    await signed(play)
    await signed(play, people.waterDesk)
    await arrived(play, NOW, people.waterOfficer)
    await arrived(play, NOW)
    await play.complete('assist-record', { as: people.waterOfficer, assistWork: '排污口没有油污。' })
    expect(await play.openTasks()).toEqual(['handle'])
    await play.complete('handle', { as: people.deptOfficer, ...work })
    expect(await play.openTasks()).toEqual(['feedback'])
    await play.complete('feedback', { as: people.deptDesk, ...feedback })
    await play.complete('confirm', { as: people.desk, action: 'true', confirmReason: '情况属实。' })
    await play.complete('evaluate', { as: people.deputy, scores: scores({ 'WC-CG': 5, 'WC-SW': 4 }) })
    for (const body of ['WC-CG', 'WC-SW'])
      expect(await play.published('msg.whistle.evaluated', body)).toEqual([{ outcome: 'evaluated' }])
  })

  test('牵头移送本单位办理的，请求移送', async () => {
    const play = await arrived(await signed(await sent()), NOW)
    await play.complete('handle', { as: people.deptOfficer, ...work, measures: ['transferIn', 'guidance'] })
    expect(await play.published('msg.transfer.request', 'WC-CG')).toMatchObject([{ toOrg: 'WC-CG', fromOrg: 'LDJ' }])
    const transfer = await play.other('case-transfer')
    expect(await transfer.tasksOf(people.officer)).toEqual(['stop-violation'])
    expect(await transfer.variable('toOrg')).toBe('WC-CG')
  })

  test('没有解决的，评价以后上报；低分的由部门负责人回应', async () => {
    const play = await handled(NOW)
    await play.complete('feedback', { as: people.deptDesk, ...feedback, resolved: 'no' })
    await play.complete('confirm', { as: people.desk, action: 'true', confirmReason: '情况属实。' })
    await play.complete('evaluate', { as: people.deputy, scores: scores({ 'WC-CG': 2 }) })
    expect(await play.tasksOf(people.deptLeader)).toEqual(['respond-low-score'])
    await play.complete('respond-low-score', {
      as: people.deptLeader,
      ...{ explanation: '人手不足。', improvement: '增派一个小组。' },
    })
    expect(await play.ends()).toEqual(['end-unresolved-escalated'])
    expect(await play.published('msg.whistle.closed')).toEqual([{ outcome: 'unresolved-escalated' }])
  })

  test('核实不认可的再处置一次；再不认可的提请争议协调，判归牵头的再处置，仍不认可的上报', async () => {
    const play = await fedBack(NOW)
    const again = async () => {
      await play.complete('confirm', { as: people.desk, action: 'false', confirmReason: '气味还在。' })
    }
    const reworked = async () => {
      await play.complete('rework', { as: people.deptOfficer, ...work })
      await play.complete('feedback', { as: people.deptDesk, ...feedback })
    }
    await again()
    await reworked()
    await again()
    await settledFor(play, 'WC-CG')
    await reworked()
    await again()
    expect(await play.ends()).toEqual(['end-unresolved-escalated'])
  })

  test('争议没有判归牵头单位的，上报', async () => {
    const play = await fedBack(NOW)
    for (const round of [1, 2]) {
      await play.complete('confirm', { as: people.desk, action: 'false', confirmReason: '气味还在。' })
      if (round === 2) continue
      await play.complete('rework', { as: people.deptOfficer, ...work })
      await play.complete('feedback', { as: people.deptDesk, ...feedback })
    }
    await settledFor(play, null)
    expect(await play.ends()).toEqual(['end-unresolved-escalated'])
  })
})

describe('审批', () => {
  test('退回的改了再报；重点攻坚的重大事项由主任批', async () => {
    const play = await drafted()
    await play.complete('approve-whistle', { as: people.deputy, action: 'return' })
    await drafted({ level: 'key', major: true }, play)
    expect(await play.tasksOf(people.deputy)).toEqual([])
    await play.complete('approve-whistle', { as: people.head, action: 'approve' })
    expect(await play.openTasks()).toEqual(['sign'])
  })

  test('应急的先派单后补批：追认', async () => {
    const play = await sent({ level: 'emergency' })
    expect(await play.openTasks()).toEqual(['post-approve', 'sign'])
    await play.complete('post-approve', { as: people.deputy, action: 'true', ratifyReason: '情况紧急。' })
    await signed(play)
    expect(await play.openTasks()).toEqual(['arrive'])
    await play.complete('arrive', { as: people.deptOfficer, ...arrival(NOW, [people.deptOfficer]) })
  })

  test('不追认的不停处置，记为不当吹哨，报领导小组办公室', async () => {
    const play = await sent({ level: 'emergency' })
    await play.complete('post-approve', { as: people.deputy, action: 'false', ratifyReason: '不属紧急。' })
    expect(await play.openTasks()).toEqual(['sign'])
    expect(await play.variable('improper')).toBe(true)
    expect(await play.escalations()).toEqual(['improper-whistle leading-group-office@WC-LG'])
  })
})

describe('拒单', () => {
  test('同意撤单的，该单位退出；牵头退出的，全单撤销', async () => {
    const play = await rejected(await sent(BOTH))
    await play.complete('handle-reject', { as: people.desk, rejectAction: 'accept', rejectHandling: '同意。' })
    expect(await play.ends()).toEqual(['end-cancelled'])
    expect(await play.published('msg.whistle.closed')).toEqual([{ outcome: 'cancelled' }])
  })

  test('协办退出的，牵头照办', async () => {
    const play = await rejected(await sent(BOTH), people.waterDesk)
    await play.complete('handle-reject', { as: people.desk, rejectAction: 'accept', rejectHandling: '同意。' })
    expect(await play.openTasks()).toEqual(['sign'])
    expect(await play.tasksOf(people.deptDesk)).toEqual(['sign'])
  })

  test('5) 矩阵·退回补正：牵头拒，补充后重派；再拒就不能再补充；争议判归牵头，不能再拒', async () => {
    const play = await rejected(await sent())
    await play.complete('handle-reject', { as: people.desk, rejectAction: 'amend', amendment: '附排烟检测记录。' })
    await rejected(play)
    const again = { as: people.desk, rejectAction: 'amend', amendment: '再补。' }
    expect((await refused(play.complete('handle-reject', again))).errors).toMatchObject([{ path: '/rejectAction' }])
    await play.complete('handle-reject', { as: people.desk, rejectAction: 'dispute', rejectHandling: '提请协调。' })
    await settledFor(play, 'WC-CG')
    expect((await refused(rejected(play))).errors).toMatchObject([{ path: '/signAction' }])
    await signed(play)
    expect(await play.openTasks()).toEqual(['contact'])
  })

  test('争议判归别的单位的，另行派单，本单撤销', async () => {
    const play = await rejected(await sent())
    await play.complete('handle-reject', { as: people.desk, rejectAction: 'dispute', rejectHandling: '提请协调。' })
    await settledFor(play, 'WC-SW')
    expect(await play.ends()).toEqual(['end-cancelled'])
    const other = await play.other('whistle-dispatch')
    expect(await other.openTasks()).toEqual(['draft-whistle'])
    expect(await other.variable('neededDepts')).toMatchObject([{ org: 'WC-SW', role: 'lead' }])
  })

  test('争议没有结果的，上报', async () => {
    const play = await rejected(await sent())
    await play.complete('handle-reject', { as: people.desk, rejectAction: 'dispute', rejectHandling: '提请协调。' })
    await settledFor(play, null)
    expect(await play.ends()).toEqual(['end-unhandled'])
  })
})

describe('撤回与终止', () => {
  test('矩阵·撤回：签收以前，发起方可以撤回', async () => {
    const play = await sent()
    await play.request('withdrawal', { as: people.desk })
    expect(await play.isOver()).toBe(true)
    expect(await play.published('msg.whistle.closed')).toEqual([{ outcome: 'cancelled' }])
  })

  test('矩阵·撤回：签收以后，须已签收的单位都同意；不同意的继续办', async () => {
    const play = await sent(BOTH)
    await signed(play)
    await play.request('withdrawal', { as: people.desk })
    expect(await play.tasksOf(people.waterDesk)).toEqual(['sign'])
    await play.complete('consent-withdraw', { as: people.deptDesk, action: 'false', consentNote: '已经备好设备。' })
    expect(await play.openTasks()).toEqual(['contact', 'sign'])
    await signed(play, people.waterDesk)
    await play.request('withdrawal', { as: people.desk })
    expect((await play.requestsOf(people.desk)).find(({ id }) => id === 'withdrawal')).toMatchObject({
      permitted: false,
    })
    await play.complete('consent-withdraw', { as: people.deptDesk, action: 'true' })
    await play.complete('consent-withdraw', { as: people.waterDesk, action: 'false' })
    expect(await play.isOver()).toBe(false)
    await play.request('withdrawal', { as: people.desk })
    for (const as of [people.deptDesk, people.waterDesk])
      await play.complete('consent-withdraw', { as, action: 'true' })
    expect(await play.isOver()).toBe(true)
  })

  test('矩阵·终止：领导小组办公室可以终止', async () => {
    const play = await signed(await sent())
    await play.request('termination', { as: people.clerk })
    expect(await play.isOver()).toBe(true)
    expect(await play.published('msg.whistle.closed')).toEqual([{ outcome: 'unresolved-escalated' }])
    expect((await play.requestsOf(people.desk)).map(({ id }) => id)).not.toContain('termination')
  })

  test('办公室终止一个单位的办理：到场以前也可以', async () => {
    const play = await signed(await sent())
    await play.complete('contact', { as: people.deptOfficer, contactAt: NOW, contactPlan: '下午到场。' })
    await play.publish('msg.whistle.branch-closed', { elementId: 'WC-CG' })
    expect(await play.ends()).toEqual(['end-unhandled'])
  })

  test('矩阵·回避：经办人回避的，交出任务；监督员介入的，负责人书面回应', async () => {
    const play = await drafted()
    await play.request('supervision', { as: people.supervisor })
    await play.complete('respond-supervision', { as: people.deputy, supervisionResponse: '已经核查。' })
    await play.claim('approve-whistle', { as: people.otherDeputy })
    await play.request('recusal', { as: people.head, person: people.otherDeputy })
    expect((await refused(play.claim('approve-whistle', { as: people.otherDeputy }))).rule).toBe('R-RECUSAL')
    await play.claim('approve-whistle', { as: people.deputy })
  })
})

describe('部门吹哨，街道报到', () => {
  test('配合履职的事项，街道派单员签收；反向单不评价街道', async () => {
    const play = await drafted(
      { items: [{ itemCode: matters.assisted }], dutyBasis: 'assist', neededDepts: [called('LDJ')] },
      await begun(people.deptDesk),
      people.deptDesk,
    )
    expect(await play.variable('dutyFinding')).toBe('ok')
    await play.complete('approve-whistle', { as: people.deptLeader, action: 'approve' })
    await signed(play, people.desk)
    await arrived(play, NOW, people.officer)
    await play.complete('handle', { as: people.officer, ...work })
    await play.complete('feedback', { as: people.desk, ...feedback })
    await play.complete('confirm', { as: people.deptDesk, action: 'true', confirmReason: '看过。' })
    expect(await play.ends()).toEqual(['end-resolved'])
  })

  test('配合清单以内的，街道不得以不属职责拒收；不在清单的可以拒收，撤销', async () => {
    const whistled = async (items: { itemCode: string }[], dutyBasis: string) => {
      const values = { items, dutyBasis, neededDepts: [called('LDJ')] }
      const play = await drafted(values, await begun(people.deptDesk), people.deptDesk)
      await play.complete('approve-whistle', { as: people.deptLeader, action: 'approve' })
      return play
    }
    const rejecting = (play: Play, rejectReason: string) =>
      play.complete('sign', { as: people.desk, signAction: 'reject', rejectReason, rejectNote: '见清单。' })
    const owed = await whistled([{ itemCode: matters.assisted }], 'assist')
    for (const reason of ['notMyDuty', 'streetDuty'])
      expect((await refused(rejecting(owed, reason))).errors).toMatchObject([{ path: '/rejectReason' }])
    const other = await whistled([], 'crossDept')
    expect(await other.variable('dutyFinding')).toBe('notAssist')
    await rejecting(other, 'notMyDuty')
    await other.complete('handle-reject', { as: people.deptDesk, rejectAction: 'accept', rejectHandling: '同意撤单。' })
    expect(await other.ends()).toEqual(['end-cancelled'])
    expect((await other.whistle()).branches).toMatchObject([{ org: 'LDJ', rejectReason: 'notMyDuty' }])
  })

  test('2) 上级收回的事项不进街道的收件箱，撤销并抄报司法局', async () => {
    const play = await drafted(
      { items: [{ itemCode: matters.withdrawn }], dutyBasis: 'assist', neededDepts: [called('LDJ')] },
      await begun(people.deptDesk),
      people.deptDesk,
    )
    expect(await play.variable('dutyFinding')).toBe('withdrawnItem')
    expect(await play.ends()).toEqual(['end-cancelled'])
    expect(await play.tasksOf(people.desk)).toEqual([])
    expect(await play.escalations()).toEqual(['withdrawn-item justice-supervisor@WC-SFJ'])
  })
})

// The others are walked where limits run out, in whistle-limits.test.ts, and where the hotline begins one, in whistle-rules.test.ts.
test('图上的每一条线都走过', async () =>
  expect(await flowsNotWalked('whistle-dispatch')).toEqual([...overdueFlows, 'hotline--init'].sort()))
