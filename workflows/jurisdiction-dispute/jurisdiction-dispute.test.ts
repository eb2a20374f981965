import { describe, expect, test } from 'vitest'
import {
  accepted,
  answered,
  application,
  appliedFor,
  begun,
  heard,
  negotiated,
  people,
  requestedByBureau,
  takingPart,
  unsettled,
} from '../../tests/support/jurisdiction-dispute.ts'
import { flowsNotWalked, officeAlsoHas, refused } from '../../tests/support/procedure.ts'

officeAlsoHas(takingPart)

describe('协商', () => {
  test('谈成了，对方确认，各方照办，留下协商记录', async () => {
    const play = await negotiated('agreed')
    expect(await play.tasksOf(people.deptGuide)).toEqual(['confirm-negotiation'])
    await play.complete('confirm-negotiation', { as: people.deptGuide, confirmation: { confirmed: 'yes' } })
    expect(await play.ends()).toEqual(['end-negotiated'])
    const [docNo] = (await play.variable('docNos')) as string[]
    expect(docNo).toMatch(/^粮道街协商〔2026〕\d+号$/)
    expect(await play.published('msg.dispute.resolved')).toMatchObject([
      { outcome: 'negotiated', ownerOrg: 'WC-CG', docNo },
    ])
  })

  test('5) 对方不确认的，转申请', async () => {
    const play = await negotiated('agreed')
    await play.complete('confirm-negotiation', {
      as: people.deptGuide,
      confirmation: { confirmed: 'no', note: '会上没有谈成。' },
    })
    expect(await play.openTasks()).toEqual(['apply'])
    expect(await play.variable('allConfirmed')).toBe(false)
  })

  test('各方都确认了才算：三方之中一方不确认，同样转申请', async () => {
    const play = await negotiated('agreed', { respondentOrgs: ['WC-CG', 'WC-SW'] })
    expect(await play.openTasks()).toEqual(['confirm-negotiation', 'confirm-negotiation'])
    await play.complete('confirm-negotiation', { as: people.waterGuide, confirmation: { confirmed: 'yes' } })
    expect(await play.openTasks()).toEqual(['confirm-negotiation'])
    const confirmation = { confirmed: 'no', note: '不同意。' }
    await play.complete('confirm-negotiation', { as: people.deptGuide, confirmation })
    expect(await play.openTasks()).toEqual(['apply'])
  })

  test('没有谈成的也留协商记录，可以不再争议', async () => {
    const play = await negotiated('failed')
    expect(await play.variable('docNos')).toHaveLength(1)
    await play.complete('apply', { as: people.deputy, action: 'abandon', ...application })
    expect(await play.ends()).toEqual(['end-withdrawn'])
    expect(await play.published('msg.dispute.resolved')).toMatchObject([
      { outcome: 'withdrawn', reason: 'abandoned', ownerOrg: null },
    ])
  })

  test('处罚管辖可以不经协商直接报请指定，其他争议不行', async () => {
    const direct = await negotiated('direct')
    expect(await direct.openTasks()).toEqual(['designate'])
    const refusal = await refused(negotiated('direct', { disputeKind: 'duty' }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/negotiateResult' }] })
  })

  test('由提出争议的一方协商，对方确认；别人看不到', async () => {
    const play = await begun()
    expect(await play.tasksOf(people.deptGuide)).toEqual([])
    expect(await play.tasksOf(people.clerk)).toEqual([])
  })
})

describe('受理', () => {
  test('不予受理的，争议到此为止', async () => {
    const play = await appliedFor()
    await play.complete('accept-dispute', { as: people.clerk, acceptAction: 'decline', acceptReason: '不属于争议。' })
    expect(await play.ends()).toEqual(['end-withdrawn-not-accepted'])
    expect(await play.published('msg.dispute.resolved')).toMatchObject([{ reason: 'notAccepted', ownerOrg: null }])
  })

  test('矩阵·退回补正：材料不齐的退回补正，补齐再审', async () => {
    const play = await appliedFor()
    const acceptReason = '请补交协商记录的签字页。'
    await play.complete('accept-dispute', { as: people.clerk, acceptAction: 'supplement', acceptReason })
    expect(await play.tasksOf(people.deputy)).toEqual(['supplement-application'])
    await play.complete('supplement-application', {
      as: people.deputy,
      supplementNote: '已补交。',
      supplementFiles: [{ supplementFile: await play.file('补正材料.pdf', { as: people.deputy }) }],
    })
    await play.complete('accept-dispute', { as: people.otherClerk, acceptAction: 'accept' })
    expect(await play.openTasks()).toEqual(['answer'])
  })

  test('协调期间只提示谁先行处置，主案照常', async () => {
    const play = await accepted()
    expect(await play.variable('interimLeadOrg')).toBe('WC-CG')
  })
})

describe('协调', () => {
  test('各方都答复了才开会；一致的制作协调意见书', async () => {
    const play = await accepted({ respondentOrgs: ['WC-CG', 'WC-SW'] })
    expect(await play.openTasks()).toEqual(['answer', 'answer'])
    await play.complete('answer', { as: people.waterLeader, ...answered('河道管理范围以外的不归我局。') })
    expect(await play.openTasks()).toEqual(['answer'])
    await play.complete('answer', { as: people.deptLeader, ...answered('可以牵头。') })
    expect(await play.variable('answers')).toEqual([{ text: '可以牵头。' }, { text: '河道管理范围以外的不归我局。' }])
    const division = '城管局牵头，水务局配合。'
    await play.complete('coordinate', { as: people.clerk, coordResult: 'agreed', ownerOrg: 'WC-CG', division })
    expect(await play.ends()).toEqual(['end-coordinated'])
    const numbers = (await play.variable('docNos')) as string[]
    expect(numbers.at(-1)).toMatch(/^武昌执协〔2026〕\d+号$/)
    expect(await play.published('msg.dispute.resolved')).toMatchObject([
      { outcome: 'coordinated', ownerOrg: 'WC-CG', docNo: numbers.at(-1) },
    ])
  })

  test('3) 协助类协调不成的，由领导小组议定，有协调意见书，没有指定管辖通知书', async () => {
    const play = await unsettled({ disputeKind: 'assistance' })
    expect(await play.openTasks()).toEqual(['group-decide'])
    const decideReason = '按职责清单，由城管局协助。'
    await play.complete('group-decide', { as: people.districtLeader, ownerOrg: 'WC-CG', decideReason })
    expect(await play.ends()).toEqual(['end-coordinated'])
    const numbers = ((await play.variable('docNos')) as string[]).join()
    expect(numbers).toContain('执协')
    expect(numbers).not.toContain('指管')
  })
})

describe('指定管辖', () => {
  const reason = '占道经营发生在河道管理范围以外。'

  test('由区政府分管领导指定，制作指定管辖通知书', async () => {
    const play = await unsettled()
    expect(await play.openTasks()).toEqual(['designate'])
    await play.complete('designate', { as: people.districtLeader, ownerOrg: 'WC-CG', designateReason: reason })
    expect(await play.ends()).toEqual(['end-designated'])
    const numbers = (await play.variable('docNos')) as string[]
    expect(numbers.at(-1)).toMatch(/^武昌指管〔2026〕\d+号$/)
    expect(await play.published('msg.dispute.resolved')).toMatchObject([
      { outcome: 'designated', ownerOrg: 'WC-CG', docNo: numbers.at(-1) },
    ])
  })

  test('司法局、领导小组办公室不能指定：任务不在他们那里', async () => {
    const play = await unsettled()
    for (const person of [people.clerk, people.supervisor]) expect(await play.tasksOf(person)).toEqual([])
  })

  test('兼任司法局职务的分管领导也不能指定', async () => {
    const play = await unsettled()
    const designating = play.complete('designate', {
      as: people.leaderAtJustice,
      ...{ ownerOrg: 'WC-CG', designateReason: reason },
    })
    expect(await refused(designating)).toMatchObject({
      ...{ status: 403, rule: 'R-DESIGNATE', basis: ['行政处罚法 第25条第2款'] },
    })
    expect(await play.openTasks()).toEqual(['designate'])
  })

  test('2) 一方是市局派出分局的，只能代录市政府的文书，缺文号不能交', async () => {
    const play = await unsettledWithBranch()
    expect(await play.openTasks()).toEqual(['record-designation'])
    const outsideDoc = await play.file('指定管辖文书.pdf', { as: people.clerk })
    const recorded = { outsideDocDate: '2026-11-24', ownerOrg: 'WH-ZRG-WC', outsideDoc }
    const refusal = await refused(play.complete('record-designation', { as: people.clerk, ...recorded }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/outsideDocNo' }] })
    await play.complete('record-designation', { as: people.clerk, ...recorded, outsideDocNo: '武政指〔2026〕3号' })
    expect(await play.ends()).toEqual(['end-designated'])
    expect(((await play.variable('docNos')) as string[]).join()).not.toContain('指管')
  })

  async function unsettledWithBranch() {
    const play = await accepted({ respondentOrgs: ['WH-ZRG-WC'] })
    await play.complete('answer', { as: people.cityLeader, ...answered('应由街道办理。') })
    await play.complete('coordinate', { as: people.clerk, coordResult: 'notAgreed', division: '没有谈拢。' })
    return play
  }
})

describe('谁来协调', () => {
  test('争议一方的人不得协调', async () => {
    const play = await appliedFor()
    const refusal = await refused(play.complete('accept-dispute', { as: people.clerkOfStreet, acceptAction: 'accept' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-SOD', id: 'policy.dispute-party' })
  })

  test('矩阵·回避：协调人回避的，换人', async () => {
    const play = await appliedFor()
    await play.claim('accept-dispute', { as: people.clerk })
    await play.request('recusal', { as: people.districtLeader, person: people.clerk, reason: '曾在该局任职' })
    const refusal = await refused(play.claim('accept-dispute', { as: people.clerk }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-RECUSAL' })
    await play.complete('accept-dispute', { as: people.otherClerk, acceptAction: 'accept' })
    expect(await play.openTasks()).toEqual(['answer'])
  })

  test('监督介入的，提出争议的一方书面回应，协调照常', async () => {
    const play = await heard()
    await play.request('supervision', { as: people.supervisor, reason: '请说明协商经过' })
    expect(await play.openTasks()).toEqual(['coordinate', 'respond-supervision'])
    await play.complete('respond-supervision', { as: people.deputy })
    expect(await play.openTasks()).toEqual(['coordinate'])
  })
})

describe('提前结束', () => {
  test('矩阵·撤回：申请人撤回', async () => {
    const play = await accepted()
    expect((await refused(play.request('withdrawal', { as: people.deptLeader }))).status).toBe(403)
    await play.request('withdrawal', { as: people.deputy, reason: '双方已自行解决' })
    expect(await play.ends()).toEqual([])
    expect(await play.isOver()).toBe(true)
    expect(await play.published('msg.dispute.resolved')).toMatchObject([
      { outcome: 'withdrawn', reason: 'withdrawn', ownerOrg: null },
    ])
  })

  test.each([
    ['superior', 'WC-SW', 'designated', 'superior'],
    ['court', undefined, 'withdrawn', 'litigation'],
  ])('矩阵·终止：上级已经指定或者已经起诉的（%s），争议随之结束', async (supersededBy, owner, outcome, why) => {
    const play = await accepted()
    await play.request('superseded', { as: people.clerk, reason: '收到文书' })
    expect(await play.openTasks()).toEqual(['settle-outside'])
    await play.complete('settle-outside', {
      as: people.clerk,
      ...{ supersededBy, outsideDocNo: '武政指〔2026〕9号', outsideDocDate: '2026-11-24', supersededOwnerOrg: owner },
      outsideDoc: await play.file('指定管辖文书.pdf', { as: people.clerk }),
    })
    expect(await play.isOver()).toBe(true)
    expect(await play.published('msg.dispute.resolved')).toMatchObject([
      { outcome, reason: why, ownerOrg: owner ?? null },
    ])
  })
})

test('别的流程用消息提出争议，对方是街道', async () => {
  const play = await requestedByBureau()
  expect(await play.tasksOf(people.deptGuide)).toEqual(['negotiate'])
  expect(await play.variable('negotiators')).toEqual(['dept-guidance-head@WC-CG'])
  expect(await play.variable('respondents')).toMatchObject([{ org: 'LDJ', heads: ['subdistrict-deputy@LDJ'] }])
})

test('图上的每一条线都走过', async () => expect(await flowsNotWalked('jurisdiction-dispute')).toEqual(OVERDUE))

/** Walked where limits run out, in jurisdiction-dispute-limits.test.ts. */
const OVERDUE = ['answer-overdue--note-positions', 'negotiation-overdue--apply', 'supplement-overdue--record-withdrawn']
