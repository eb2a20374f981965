import { describe, expect, test } from 'vitest'
import {
  accept,
  approve,
  begun,
  clock,
  NOT_STOPPED,
  papers,
  people,
  prepared,
  STREET_ITEM,
  stopped,
  takingPart,
  told,
} from '../../tests/support/case-transfer.ts'
import { flowsNotWalked, officeAlsoHas, refused } from '../../tests/support/procedure.ts'

officeAlsoHas(takingPart)

const AT = clock.at

describe('三个动作', () => {
  test('2) 未责令或者未告知的，不得送达，并指出缺哪一项；补办以后可以', async () => {
    const play = await begun()
    await stopped(play, undefined, NOT_STOPPED)
    const notTold = { informed: false, notInformedWhy: '电话无人接听。' }
    await play.complete('inform-competent', { as: people.officer, ...notTold })
    await play.complete('prepare-transfer', { as: people.officer, ...(await papers(play)) })
    await approve(play)
    const refusal = await refused(play.complete('send', { as: people.officer, action: 'sent', sentAt: AT }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-TRANSFER' })
    expect(refusal.detail).toContain('责令停止')
    expect(refusal.detail).toContain('告知有管辖权的部门')
    expect(refusal.detail).not.toContain('组卷')
    await play.complete('send', { as: people.officer, action: 'redo' })
    const acts = { ongoing: true, ordered: true, stopMode: 'oral', stopAt: AT, ...(await told(play)) }
    await play.complete('make-up-acts', { as: people.officer, ...acts })
    await play.cosign('make-up-acts', { as: people.otherOfficer })
    await play.complete('send', { as: people.officer, action: 'sent', sentAt: AT })
    expect(await play.openTasks()).toEqual(['receive'])
  })

  test('2) 事项不属于本机关的，只能口头责令，没有责令改正通知书', async () => {
    const play = await begun()
    const written = { ongoing: true, ordered: true, stopMode: 'written', stopAt: AT }
    const refusal = await refused(play.complete('stop-violation', { as: people.officer, ...written }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/stopMode' }] })
    const own = await begun({ toOrg: 'WC-CG', items: [{ itemCode: STREET_ITEM }] })
    await own.complete('stop-violation', { as: people.officer, ...written })
    await own.cosign('stop-violation', { as: people.otherOfficer })
    expect(await own.openTasks()).toEqual(['inform-competent'])
  })

  test('责令停止须两名持证执法人员', async () => {
    const play = await begun()
    await play.complete('stop-violation', { as: people.officer, ongoing: false })
    expect(await play.openTasks()).toEqual(['stop-violation'])
    expect(await refused(play.cosign('stop-violation', { as: people.officer }))).toMatchObject({ rule: 'R-TWO' })
    await play.cosign('stop-violation', { as: people.otherOfficer })
    expect(await play.openTasks()).toEqual(['inform-competent'])
  })
})

describe('涉案物品', () => {
  const speaker = { name: '扩音机', amount: '1台', plan: 'handOver' }

  test.each([
    ['登记保存没有处理决定', { ...speaker, measure: 'preserved', dueAt: '2026-11-27' }, '行政处罚法 第56条'],
    ['扣押没有对方接续意见', { ...speaker, measure: 'detained', dueAt: '2026-12-20' }, '行政强制法 第25条'],
    [
      '查封没有告知当事人',
      { ...speaker, measure: 'sealed', dueAt: '2026-12-20', consentNo: '同意函3号' },
      '行政强制法 第25条',
    ],
  ])('%s的，不得移交', async (_, row, article) => {
    const play = await begun()
    await stopped(play)
    await play.complete('inform-competent', { as: people.officer, ...(await told(play)) })
    const doing = play.complete('prepare-transfer', { as: people.officer, ...(await papers(play)), goods: [row] })
    expect(await refused(doing)).toMatchObject({ status: 403, rule: 'R-TRANSFER', basis: [article] })
  })

  test('物品两人送，交接清单双方签；扣押期限自原实施日连续计算', async () => {
    const goods = [
      { ...speaker, measure: 'detained', dueAt: '2026-12-20', consentNo: '同意函3号', partyToldOn: '2026-11-24' },
    ]
    const play = await prepared({}, undefined, { goods })
    await approve(play)
    const sending = { sentAt: AT, sendMethod: 'direct' }
    await play.complete('send-goods', { as: people.officer, action: 'sent', ...sending })
    await play.cosign('send-goods', { as: people.otherOfficer })
    await accept(play)
    expect(await play.openTasks()).toEqual(['hand-over'])
    const handing = { as: people.officer, handedOverAt: AT, handoverNote: '一台，封条完好。' }
    await play.complete('hand-over', handing)
    expect(await play.openTasks()).toEqual(['hand-over'])
    await play.cosign('hand-over', { as: people.waterOfficer })
    expect(await play.openTasks()).toEqual(['feedback-filing'])
    expect(await play.variable('goods')).toMatchObject([{ dueAt: '2026-12-20' }])
  })
})

test('补办和移交物品的线都走过', async () => {
  const left = await flowsNotWalked('case-transfer')
  expect(left.filter(id => /make-up|goods--send-goods|send-goods--|hand-?over/.test(id))).toEqual([])
})
