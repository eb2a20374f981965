import { expect, test } from 'vitest'
import { people, reReviewed, resubmitted, submitted } from '../../tests/support/legal-review.ts'
import { flowsNotWalked, procedure } from '../../tests/support/procedure.ts'

test('第三轮送审：监督员收件箱里有抄送，阅知即可，审核不受影响', async () => {
  const review = await resubmitted(await resubmitted(await submitted()))
  const copy = await review.other('supervision-copy')
  expect(await copy.tasksOf(people.supervisor)).toEqual(['read-copy'])
  expect(await copy.variable('copiedRound')).toBe(3)
  expect(await copy.variable('copiedDocNo')).toMatch(/法审〔2026〕/)
  await copy.complete('read-copy', { as: people.supervisor, action: 'noted' })
  expect(await copy.ends()).toEqual(['end-noted'])
  expect(await review.openTasks()).toEqual(['intake'])
})

test('监督员看过抄送要介入的，中心主任书面回应', async () => {
  const review = await resubmitted(await resubmitted(await submitted()))
  const copy = await review.other('supervision-copy')
  await copy.complete('read-copy', {
    as: people.supervisor,
    action: 'intervene',
    supervisionReason: '三次送审仍缺送达回证，请说明原因和整改期限。',
  })
  expect(await copy.ends()).toEqual(['end-intervened'])
  expect(await review.tasksOf(people.director)).toEqual(['respond-supervision'])
  expect(await review.openTasks()).toEqual(['intake', 'respond-supervision'])
})

test('负责人不采纳审核意见的，抄送监督员；采纳的不抄送', async () => {
  const overruled = await reReviewed('disagree')
  await overruled.complete('leader-decide', { as: people.head, leaderDecision: 'overrule' })
  const copy = await overruled.other('supervision-copy')
  expect(await copy.tasksOf(people.supervisor)).toEqual(['read-copy'])
  expect(await copy.variable('copyKind')).toBe('overruled')

  const followed = await reReviewed('disagree')
  await followed.complete('leader-decide', { as: people.head, leaderDecision: 'followReview' })
  await expect(followed.other('supervision-copy')).rejects.toThrow('Expected an instance')
})

test('中心主任也可以主动抄送', async () => {
  const copy = await procedure('supervision-copy')
  await copy.start({
    by: people.director,
    ...{ partyName: undefined, reviewType: undefined, stage: undefined, handlerIds: undefined },
    ...{ reviewId: 'FS-20261124-000001', copiedReason: '当事人就审核人员提出异议，请监督。' },
  })
  expect(await copy.tasksOf(people.supervisor)).toEqual(['read-copy'])
})

test('图上的每一条线都走过', async () => expect(await flowsNotWalked('supervision-copy')).toEqual([]))
