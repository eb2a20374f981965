import { describe, expect, test } from 'vitest'
import {
  accept,
  approve,
  begun,
  bureau,
  clock,
  papers,
  people,
  prepared,
  requestedByCase,
  STREET_ITEM,
  sendBack,
  sent,
  sentAgain,
  takingPart,
  told,
  WATER,
} from '../../tests/support/case-transfer.ts'
import type { Play } from '../../tests/support/play.ts'
import { flowsNotWalked, officeAlsoHas, refused } from '../../tests/support/procedure.ts'

officeAlsoHas(takingPart)

const AT = clock.at

describe('移送', () => {
  test('责令、告知、组卷、审批、送达、接收、立案、结果，逐步登记', async () => {
    const play = await sent()
    expect(await play.openTasks()).toEqual(['receive'])
    expect(await play.variable('docNo')).toMatch(/^粮道街案移〔2026〕\d+号$/)
    await accept(play)
    expect(await play.published('msg.transfer.accepted')).toMatchObject([{ outcome: 'accept', toOrg: 'WC-SW' }])
    await play.complete('feedback-filing', { as: people.waterOfficer, filed: true, recvCaseNo: 'SW-2026-7' })
    await play.complete('feedback-result', { as: people.waterOfficer, result: '罚款二千元。', resultAt: '2026-11-24' })
    expect(await play.ends()).toEqual(['end-accepted'])
    const feedback = { filed: true, caseNo: 'SW-2026-7', result: '罚款二千元。' }
    expect(await play.transfers()).toMatchObject([{ outcome: 'accepted', feedback }])
    // The side that sent it is told.
    expect((await play.told(people.officer)).map(({ kind }) => kind)).toContain('case-ended')
  })

  test('提出移送时就登记；批准、送达、签收以后同一行补充', async () => {
    const play = await begun()
    expect(await play.transfers()).toMatchObject([
      { fromOrg: 'LDJ', toOrg: 'WC-SW', roundTrip: 0, itemCodes: [WATER], docNo: null, sentAt: null, outcome: null },
    ])
    await play.request('withdrawal', { as: people.officer })
    expect(await play.transfers()).toMatchObject([{ outcome: 'own-handled', outcomeReason: 'withdrawn' }])
    const other = await sent()
    await accept(other)
    expect(await other.transfers()).toMatchObject([
      { docNo: expect.stringContaining('案移'), sentAt: expect.any(String), receiveAction: 'accept', outcome: null },
    ])
  })

  test('不予立案的，说明理由，到此为止', async () => {
    const play = await sent()
    await accept(play)
    await play.complete('feedback-filing', {
      as: people.waterOfficer,
      filed: false,
      notFiledReason: '违法事实不成立。',
    })
    expect(await play.ends()).toEqual(['end-accepted'])
  })

  test('以街道办名义：中心审查，分管副主任批准；可以退回重做', async () => {
    const play = await prepared()
    await play.complete('center-check-transfer', {
      as: people.director,
      action: 'return',
      centerReason: '补充现场照片。',
    })
    await play.complete('prepare-transfer', { as: people.officer, ...(await papers(play)) })
    await play.complete('center-check-transfer', { as: people.director, action: 'agree', centerReason: '同意。' })
    await play.complete('approve-transfer', { as: people.deputy, action: 'return', approveReason: '依据不明确。' })
    expect(await play.openTasks()).toEqual(['prepare-transfer'])
  })

  test('不批准的，自己办', async () => {
    const play = await prepared()
    await play.complete('center-check-transfer', { as: people.director, action: 'agree', centerReason: '同意。' })
    await play.complete('approve-transfer', { as: people.deputy, action: 'reject', approveReason: '属于本街职权。' })
    expect(await play.ends()).toEqual(['end-own-handled-rejected'])
  })

  test('移送部门的街道案件不另起案；接收以后九十日照走，主案不中止', async () => {
    const play = await sent()
    await accept(play)
    expect(await play.published('msg.transfer.case-received')).toEqual([])
    expect(await play.variable('recvCaseNo')).toBeNull()
  })
})

describe('退回', () => {
  test('矩阵·退回补正：第一次退回，可以补充再送，每次往返各有移送函', async () => {
    const play = await sent()
    await sendBack(play)
    expect(await play.published('msg.transfer.returned')).toMatchObject([{ outcome: 'returned', roundTrip: 1 }])
    await sentAgain(play)
    expect(await play.variable('docNos')).toHaveLength(2)
    await accept(play)
    expect(await play.openTasks()).toEqual(['feedback-filing'])
  })

  test('第二次退回，自动提请争议协调，不再由承办人选', async () => {
    const play = await sent()
    await sendBack(play)
    await sentAgain(play)
    await sendBack(play)
    expect(await play.openTasks()).toEqual([])
    const dispute = await play.other('jurisdiction-dispute')
    expect(await dispute.tasksOf(people.director)).toEqual(['negotiate'])
  })

  test('4) 同案两机关以前退过一次的，新单首退就进争议', async () => {
    const first = await sent()
    await sendBack(first)
    await first.complete('handle-return', { as: people.officer, returnPlan: 'dispute', returnPlanReason: '先协商。' })
    const again = await sent({}, undefined, {}, first)
    expect(await again.variable('priorReturns')).toBe(1)
    await sendBack(again)
    expect(await again.openTasks()).toEqual([])
  })

  test('自己办的，须属于本机关职权', async () => {
    const play = await sent()
    await sendBack(play)
    const own = { as: people.officer, returnPlan: 'ownHandle', returnPlanReason: '自己办。' }
    expect(await refused(play.complete('handle-return', own))).toMatchObject({ status: 403, rule: 'R-SUBJECT' })
    const mine = await sent({ toOrg: 'WC-CG', items: [{ itemCode: STREET_ITEM }] }, undefined, {
      ownItemReason: '跨区域。',
    })
    await sendBack(mine, people.deptDesk)
    await mine.complete('handle-return', own)
    expect(await mine.ends()).toEqual(['end-own-handled'])
  })
})

describe('争议之后', () => {
  test('判归对方的，对方再收，不得再退', async () => {
    const play = await disputed('WC-SW')
    expect(await play.openTasks()).toEqual(['receive'])
    const returning = { receiveAction: 'return', returnReason: 'notMyDuty', returnNote: '不收。', receivedAt: AT }
    expect(await refused(play.complete('receive', { as: people.waterDesk, ...returning }))).toMatchObject({
      ...{ status: 422, errors: [{ path: '/receiveAction' }] },
    })
    await accept(play)
    expect(await play.openTasks()).toEqual(['feedback-filing'])
  })

  test('判归己方的，自己办', async () => {
    expect(await (await disputed('LDJ')).ends()).toEqual(['end-own-handled'])
  })

  test('判归第三方的，另行移送第三方', async () => {
    const play = await disputed('WC-CG')
    expect(await play.ends()).toEqual(['end-disputed'])
    const third = await play.other('case-transfer')
    expect(await third.variable('toOrg')).toBe('WC-CG')
    expect(await third.openTasks()).toEqual(['stop-violation'])
  })

  test('争议撤回的，移送到此为止', async () => {
    const play = await sent()
    await sendBack(play)
    await play.complete('handle-return', { as: people.officer, returnPlan: 'dispute', returnPlanReason: '提请协调。' })
    await (await play.other('jurisdiction-dispute')).request('withdrawal', { as: people.director, reason: '不再争议' })
    expect(await play.ends()).toEqual(['end-disputed'])
  })

  async function disputed(ownerOrg: string): Promise<Play> {
    const play = await sent()
    await sendBack(play)
    await play.complete('handle-return', { as: people.officer, returnPlan: 'dispute', returnPlanReason: '提请协调。' })
    const dispute = await play.other('jurisdiction-dispute')
    const said = { issue: '由谁查处。', positions: '各执一词。', negotiateResult: 'direct' }
    await dispute.complete('negotiate', { as: people.director, ...said })
    await dispute.complete('designate', { as: people.districtLeader, ownerOrg, designateReason: '按河道管理范围。' })
    return play
  }
})

describe('部分接收', () => {
  test('5) 余部另起新号，往返数继承，退回移送方', async () => {
    const play = await sent({ toOrg: 'WC-CG', items: [{ itemCode: STREET_ITEM }, { itemCode: WATER }] })
    await play.complete('receive', {
      as: people.deptDesk,
      ...{ receiveAction: 'acceptPartial', acceptedItems: [STREET_ITEM], acceptNote: '河道不归我局。', receivedAt: AT },
    })
    expect(await play.openTasks()).toEqual(['feedback-filing'])
    const rest = await play.other('case-transfer')
    expect(await rest.variable('itemCodes')).toEqual([WATER])
    expect(await rest.openTasks()).toEqual(['handle-return'])
    expect(await rest.variable('roundTrip')).toBe(1)
  })
})

describe('部门移送街道', () => {
  const CONDUCT = { place: '民主路88号门前', discoveredOn: '2026-11-20', conductFrom: '2026-11-18' }
  const PARTY = {
    ...{ partyType: 'individualBusiness', partyName: '程知远', tradeName: '沿阶小馆餐饮店', idType: 'idCard' },
    ...{ idCard: '420106198001010015', creditCode: '92420106MA4KXY1286', partyAddress: '粮道街民主路88号' },
  }
  const toStreet = (itemCode: string) =>
    sent({ toOrg: 'LDJ', items: [{ itemCode }] }, bureau, { ...CONDUCT, ...PARTY, ownItemReason: '已经下放街道。' })

  test('6) 街道接收即登记一件案件，只一件，承办人两名', async () => {
    const play = await toStreet(STREET_ITEM)
    const before = await play.casesOf(people.officer)
    const alone = accept(play, people.streetDesk, { recvHandlerIds: [people.officer] })
    expect(await refused(alone)).toMatchObject({ status: 403, rule: 'R-TWO' })
    await accept(play, people.streetDesk, { recvHandlerIds: [people.officer, people.otherOfficer] })
    const added = (await play.casesOf(people.officer)).filter(caseNo => !before.includes(caseNo))
    expect(added).toEqual([await play.variable('recvCaseNo')])
    expect(await play.published('msg.transfer.case-received')).toMatchObject([{ caseNo: added[0], orgCode: 'LDJ' }])
    expect(await play.tasksOf(people.officer)).toEqual(['feedback-filing'])
  })

  test('街道没有赋权的事项，不得接收', async () => {
    const play = await toStreet(WATER)
    const accepting = accept(play, people.streetDesk, { recvHandlerIds: [people.officer, people.otherOfficer] })
    expect(await refused(accepting)).toMatchObject({ status: 403, rule: 'R-SUBJECT' })
    await sendBack(play, people.streetDesk)
    expect(await play.tasksOf(people.deptOfficer)).toEqual(['handle-return'])
  })
})

describe('其他', () => {
  test('矩阵·撤回：签收以前可以撤回，签收以后不行', async () => {
    const play = await sent()
    expect((await refused(play.request('withdrawal', { as: people.waterDesk }))).status).toBe(403)
    await play.request('withdrawal', { as: people.officer, reason: '当事人已经改正' })
    expect(await play.isOver()).toBe(true)
    const late = await sent()
    await accept(late)
    expect(await refused(late.request('withdrawal', { as: people.officer }))).toMatchObject({ id: 'request.barred' })
  })

  test('矩阵·终止：接收机关合并撤销的，重选，重新告知', async () => {
    const play = await sent()
    await play.request('reselect', { as: people.clerk, reason: '该局职责并入城管局' })
    await play.complete('reselect-org', { as: people.officer, toOrg: 'WC-CG', reselectReason: '职责已经划转。' })
    expect(await play.openTasks()).toEqual(['inform-competent'])
    await play.complete('inform-competent', { as: people.officer, ...(await told(play)) })
    await play.complete('prepare-transfer', { as: people.officer, ...(await papers(play)) })
    await approve(play)
    await play.complete('send', { as: people.officer, action: 'sent', sentAt: AT })
    expect(await play.tasksOf(people.deptDesk)).toEqual(['receive'])
    expect(await play.tasksOf(people.waterDesk)).toEqual([])
  })

  test('矩阵·回避：经手移送的人回避，交出任务；监督介入的书面回应', async () => {
    const play = await prepared()
    await play.request('recusal', { as: people.deputy, person: people.director, reason: '亲属关系' })
    expect(await refused(play.claim('center-check-transfer', { as: people.director }))).toMatchObject({
      rule: 'R-RECUSAL',
    })
    await play.request('supervision', { as: people.supervisor, reason: '请说明' })
    expect(await play.openTasks()).toEqual(['center-check-transfer', 'respond-supervision'])
    await play.complete('respond-supervision', { as: people.clerkOfStreet })
    expect(await play.openTasks()).toEqual(['center-check-transfer'])
  })

  test('主案用消息提出移送', async () => {
    const play = await requestedByCase()
    expect(await play.tasksOf(people.officer)).toEqual(['stop-violation'])
    expect(await play.variable('fromOrg')).toBe('LDJ')
  })
})

test('图上的每一条线都走过', async () => expect(await flowsNotWalked('case-transfer')).toEqual(WITH_RULES))

/** Walked where the three acts and goods are at stake, in case-transfer-rules.test.ts. */
const WITH_RULES = [
  'hand-over--note-handover',
  'make-up-acts--register-transfer',
  'note-handover--feedback-filing',
  'send-goods--x-sent',
  'x-goods--send-goods',
  'x-goods-received--hand-over',
  'x-sent--make-up-acts',
]
