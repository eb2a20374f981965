import { describe, expect, test } from 'vitest'
import { disputed, firstReviewed, people, reviewed, submitted } from '../../tests/support/legal-review.ts'
import type { Play } from '../../tests/support/play.ts'
import { refused } from '../../tests/support/procedure.ts'

/** A week before the office's clock; on paper it was done then. */
const THEN = '2026-11-17T10:00+08:00'
const lateReason = '系统停用期间在纸上办理'

/** Done with a fact of a week ago: refused without a reason, then entered with both times. */
async function enteredLate(play: Play, elementId: string, field: string, doing: Parameters<Play['complete']>[1]) {
  const late = { ...doing, [field]: THEN }
  const refusal = await refused(play.complete(elementId, late))
  expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/lateReason' }] })
  await play.complete(elementId, { ...late, lateReason })
  expect((await play.done()).at(-1)).toMatchObject({
    ...{ elementId, happenedAt: '2026-11-17T02:00:00.000Z', late: { reason: lateReason } },
  })
}

describe('纸上先办、后补录的，记两个时间，写明补录的理由', () => {
  test('材料先收齐的，一级审核的期限从收齐之时起算', async () => {
    const play = await submitted()
    await enteredLate(play, 'intake', 'materialsAt', { as: people.first, action: 'yes' })
    expect(await play.limitOf('first-review')).toMatchObject({ lastDay: '2026-11-24' })
  })

  test('一级意见、复核意见', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'yes' })
    await enteredLate(play, 'first-review', 'firstOpinionAt', { as: people.first })
    await enteredLate(play, 'second-review', 'secondOpinionAt', { as: people.second, action: 'true' })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('裁决、承办机构的回复', async () => {
    const play = await disputed()
    await play.complete('reconcile', { as: people.second, action: 'false' })
    await play.cosign('reconcile', { as: people.first })
    await enteredLate(play, 'reconcile-decide', 'ruledAt', { as: people.deputy, ruling: 'correct' })
    await enteredLate(play, 'handler-response', 'respondedAt', { as: people.handler })
    expect(await play.openTasks()).toEqual(['intake'])
  })

  test('上一轮的时间不带到下一轮', async () => {
    const play = await reviewed('correct', await submitted())
    await play.complete('handler-response', { as: people.handler, respondedAt: '2026-11-24T09:00+08:00' })
    for (const name of ['firstOpinionAt', 'secondOpinionAt', 'respondedAt'])
      expect(await play.variable(name)).toBe(null)
  })

  test('还没有发生的时间不收', async () => {
    const play = await firstReviewed('agree')
    const ahead = { as: people.second, action: 'true', secondOpinionAt: '2026-11-25T10:00+08:00', lateReason }
    expect(await refused(play.complete('second-review', ahead))).toMatchObject({
      ...{ status: 422, errors: [{ path: '/secondOpinionAt' }] },
    })
  })
})
