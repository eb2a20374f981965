import { describe, expect, test } from 'vitest'
import {
  disputed,
  objectedTo,
  people,
  reconciled,
  resubmitted,
  reviewed,
  started,
  submitted,
} from '../../tests/support/legal-review.ts'
import { refused } from '../../tests/support/procedure.ts'

describe('第五十八条情形', () => {
  test.each([
    ['重大公共利益', { publicInterest: true }, 'beforeDecision', [1]],
    ['重大权益并经听证', { majorRights: true }, 'afterHearing', [2]],
    ['重大权益而没有听证', { majorRights: true }, 'beforeDecision', []],
    ['疑难复杂又有法律规定', { complexRelations: true, lawRequires: true }, 'beforeDecision', [3, 4]],
  ])('%s', async (_, facts, stage, clauses) => {
    const play = await submitted(facts, { stage })
    await play.complete('intake', { as: people.first, action: 'yes' })
    expect(await play.variable('clause58')).toEqual(clauses)
    expect(await play.variable('is58')).toBe(clauses.length > 0)
    expect(await play.variable('hardGate')).toBe(clauses.length > 0)
  })

  test('审核人可以增加，重送以后改不回来', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'yes', raise58: [3] })
    await play.complete('first-review', { as: people.first, firstOpinion: 'correct' })
    await play.complete('second-review', { as: people.second, action: 'true' })
    await play.complete('handler-response', { as: people.handler })
    await play.complete('intake', { as: people.first, action: 'yes', raise58: [] })
    expect(await play.variable('clause58')).toEqual([3])
  })

  test('强制决定不算第五十八条，涉及重大权益的同样不得绕过审核', async () => {
    const play = await submitted({ majorRights: true }, { reviewType: 'coercion' })
    await play.complete('intake', { as: people.first, action: 'yes' })
    expect(await play.variable('is58')).toBe(false)
    expect(await play.variable('hardGate')).toBe(true)
  })
})

/** A review of somebody who is an officer and a reviewer too, handled together with an officer. */
async function submittedBy(handlerAndReviewer: string) {
  const play = await started({ handlerIds: [handlerAndReviewer] })
  await play.complete('submit', { as: people.handler })
  return play
}

describe('谁不能审', () => {
  test('兼任承办人和审核员的，不能审自己承办的案件，能审别人的', async () => {
    const own = await started({ handlerIds: [people.handlerAndReviewer] })
    await own.complete('submit', { as: people.handler })
    const refusal = await refused(own.complete('intake', { as: people.handlerAndReviewer, action: 'yes' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-SOD' })
    expect(refusal.basis).toContain('行政处罚法 第58条')
    expect(await own.openTasks()).toEqual(['intake'])

    const others = await submitted()
    await others.complete('intake', { as: people.handlerAndReviewer, action: 'yes' })
    expect(await others.openTasks()).toEqual(['first-review'])
  })

  test('领取也不行', async () => {
    const own = await started({ handlerIds: [people.handlerAndReviewer] })
    await own.complete('submit', { as: people.handler })
    expect(await refused(own.claim('intake', { as: people.handlerAndReviewer }))).toMatchObject({
      status: 403,
      rule: 'R-SOD',
    })
  })

  test('一级审核人不能复核', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.reviewerOfBoth, action: 'yes' })
    await play.complete('first-review', { as: people.reviewerOfBoth })
    const refusal = await refused(play.complete('second-review', { as: people.reviewerOfBoth, action: 'true' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-SOD' })
    await play.complete('second-review', { as: people.second, action: 'true' })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('复核过的人不能复审', async () => {
    const play = await objectedTo('disagree')
    expect(await refused(play.complete('re-review', { as: people.second }))).toMatchObject({
      status: 403,
      rule: 'R-SOD',
    })
  })

  test('不是自己的任务，收件箱里没有', async () => {
    const play = await submitted()
    expect(await play.tasksOf(people.second)).toEqual([])
    expect(await play.tasksOf('he-lichuan')).toEqual([])
  })
})

describe('合议', () => {
  test('复核人先签，一级审核人副署，两个人都签了才算', async () => {
    const play = await disputed()
    await play.complete('reconcile', { as: people.second, action: 'true', finalOpinion: 'agree' })
    expect(await play.openTasks()).toEqual(['reconcile'])
    expect(await play.hasPassed()).toBe(false)
    expect(await play.tasksOf(people.first)).toEqual(['reconcile'])
    await play.cosign('reconcile', { as: people.first })
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.hasPassed()).toBe(true)
  })

  test('一级审核人不同意的，退回去重新合议', async () => {
    const play = await disputed()
    await play.complete('reconcile', { as: people.second, action: 'true', finalOpinion: 'disagree' })
    await play.cosign('reconcile', { as: people.first, back: '没有记录我的理由' })
    expect(await play.openTasks()).toEqual(['reconcile'])
    await reconciled('false', play)
    expect(await play.openTasks()).toEqual(['reconcile-decide'])
  })

  test('承办人是审核员的，不能副署', async () => {
    const play = await disputed(await submittedBy(people.handlerAndReviewer))
    await play.complete('reconcile', { as: people.second, action: 'false' })
    expect(await refused(play.cosign('reconcile', { as: people.handlerAndReviewer }))).toMatchObject({
      ...{ status: 403, rule: 'R-SOD' },
    })
  })

  test('合议过的人，下一轮照常审；没有合议过的第三人才能复审', async () => {
    const play = await reconciled('true', await disputed(), 'correct')
    await play.complete('handler-response', { as: people.handler })
    await reviewed('agree', play)
    expect(await play.ends()).toEqual(['end-passed'])
  })
})

describe('登记', () => {
  test('负责人裁决为同意的，审核人没有通过，登记簿上不算通过', async () => {
    const play = await reconciled('false', await disputed())
    await play.complete('reconcile-decide', { as: people.deputy, ruling: 'agree' })
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.hasPassed()).toBe(false)
  })

  test('每轮一份意见书，各有文号；结果带最后一份', async () => {
    const play = await reviewed('agree', await resubmitted(await submitted()))
    const numbers = await play.variable('docNos')
    expect(numbers).toHaveLength(2)
    expect(new Set(numbers as string[]).size).toBe(2)
    expect(await play.published('msg.legal-review.result')).toMatchObject([
      { docNo: (numbers as string[])[1], reviewers: [people.first, people.second], outcome: 'passed' },
    ])
  })

  test('审核的和形式审查的是同一个人：齐全以后直接到他手里', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.otherFirst, action: 'yes' })
    expect(await play.tasksOf(people.otherFirst)).toEqual(['first-review'])
    expect(await play.tasksOf(people.first)).toEqual([])
  })
})

test('承办机构还没有选的时候，可能的去处都列出来，上一轮选过的不算数', async () => {
  const play = await reviewed('correct')
  const before = await play.comesNext('handler-response', { as: people.handler })
  expect(before).toEqual(expect.arrayContaining(['形式审查', '复审']))
  await play.complete('handler-response', { as: people.handler })
  const again = await reviewed('correct', play)
  expect(await again.comesNext('handler-response', { as: people.handler })).toEqual(before)
})
