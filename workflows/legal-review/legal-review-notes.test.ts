import { expect, test } from 'vitest'
import {
  disputed,
  firstReviewed,
  people,
  reconciled,
  reReviewed,
  reviewed,
  started,
  submitted,
} from '../../tests/support/legal-review.ts'
import type { Play } from '../../tests/support/play.ts'
import { officeOpensAt, refused } from '../../tests/support/procedure.ts'

officeOpensAt('2026-09-24 09:00')

/** Reviews that lie open from one of these tests to the next; the office's clock only goes forward. */
const open: { late?: Play; inTime?: Play; extended?: Play } = {}

test('1) 2026-09-24 判不齐，3WD=09-30', async () => {
  for (const name of ['late', 'inTime'] as const) {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'no' })
    expect(await play.limitOf('return-supplement')).toMatchObject({ lastDay: '2026-09-30' })
    open[name] = play
  }
})

test('3) 09-28 起 5WD=10-10，延后 10-14；二次申请被拒', async () => {
  const play = await submitted()
  await play.until('2026-09-28 10:00')
  await play.complete('intake', { as: people.first, action: 'yes' })
  expect(await play.limitOf('first-review')).toMatchObject({ lastDay: '2026-10-10' })
  await play.request('extension', { as: people.first })
  await play.complete('approve-extension', { as: people.deputy, action: 'true' })
  expect(await play.limitOf('first-review')).toMatchObject({ lastDay: '2026-10-14' })
  const refusal = await refused(play.request('extension', { as: people.first }))
  expect(refusal).toMatchObject({ status: 409, rule: 'R-REQUEST' })
  expect(refusal.detail).toContain('不能再延')
  open.extended = play
})

test('1) 当晚补齐者继续，未补者 10-01 00:00 returned', async () => {
  const { late, inTime } = open as Required<typeof open>
  await inTime.until('2026-09-30 23:30')
  await inTime.complete('return-supplement', { as: people.handler })
  await late.until('2026-09-30 23:59')
  expect(await late.openTasks()).toEqual(['return-supplement'])
  await late.until('2026-10-01 00:00')
  expect(await late.ends()).toEqual(['end-returned-early'])
  expect(await late.published('msg.legal-review.result')).toMatchObject([{ outcome: 'returned' }])
  expect(await inTime.openTasks()).toEqual(['intake'])
})

test('3) 延后的期限到 10-14 才逾期', async () => {
  const { extended } = open as Required<typeof open>
  const overdue = async () =>
    (await extended.limitActs()).filter(({ verb, elementId }) => {
      return verb === 'limit.overdue' && elementId === 'first-review'
    })
  await extended.until('2026-10-14 23:59')
  expect(await overdue()).toEqual([])
  await extended.until('2026-10-15 00:00')
  expect(await overdue()).toHaveLength(1)
  expect(await extended.openTasks()).toEqual(['first-review'])
})

test('2) 58条案合议不成：SDD 选 agree 被拒并引条；选 reReview 由第三人 agree→passed', async () => {
  const play = await reconciled('false', await disputed(await submitted({ publicInterest: true })))
  const refusal = await refused(play.complete('reconcile-decide', { as: people.deputy, ruling: 'agree' }))
  expect(refusal).toMatchObject({ status: 403, rule: 'R-REVIEW-GATE' })
  expect(refusal.basis).toContain('行政处罚法 第58条')
  await play.complete('reconcile-decide', { as: people.deputy, ruling: 'reReview' })
  await play.complete('re-review', { as: people.third, reOpinion: 'agree' })
  expect(await play.ends()).toEqual(['end-passed'])
  expect(await play.hasPassed()).toBe(true)
})

test('4) 复审仍 disagree：58条案无 overrule，接口 403；非58条可，not-passed 且抄送', async () => {
  const under58 = await reReviewed('disagree', await submitted({ complexRelations: true }))
  expect(
    await refused(under58.complete('leader-decide', { as: people.head, leaderDecision: 'overrule' })),
  ).toMatchObject({ status: 403, rule: 'R-REVIEW-GATE' })
  const other = await reReviewed('disagree')
  await other.complete('leader-decide', { as: people.head, leaderDecision: 'overrule' })
  expect(await other.ends()).toEqual(['end-not-passed'])
  expect(await (await other.other('supervision-copy')).tasksOf(people.supervisor)).toEqual(['read-copy'])
  expect(await other.hasPassed()).toBe(false)
})

test('5) 无资格者领不到 penalty 审核，领得到 dutyList', async () => {
  const penalty = await firstReviewed('agree')
  expect(await refused(penalty.claim('second-review', { as: people.unqualified }))).toMatchObject({
    ...{ status: 403, rule: 'R-QUAL58' },
  })
  const dutyList = await firstReviewed('agree', await submitted({}, { reviewType: 'dutyList' }))
  await dutyList.claim('second-review', { as: people.unqualified })
  await dutyList.complete('second-review', { as: people.unqualified, action: 'true' })
  expect(await dutyList.ends()).toEqual(['end-passed'])
})

test('6) 送审四项全否，审核人 raise58=[3]→is58；重送时改不回', async () => {
  const play = await started()
  const none = { publicInterest: false, majorRights: false, complexRelations: false, lawRequires: false }
  await play.complete('submit', { as: people.handler, ...none })
  await play.complete('intake', { as: people.first, action: 'yes', raise58: [3] })
  expect(await play.variable('is58')).toBe(true)
  await play.complete('first-review', { as: people.first, firstOpinion: 'correct' })
  await play.complete('second-review', { as: people.second, action: 'true' })
  await play.complete('handler-response', { as: people.handler })
  await reviewed('agree', play)
  expect(await play.variable('clause58')).toEqual([3])
  expect(await play.variable('is58')).toBe(true)
})
