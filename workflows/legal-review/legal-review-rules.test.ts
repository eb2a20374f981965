import { describe, expect, test } from 'vitest'
import { objectedTo, people, reviewed, started, submitted } from '../../tests/support/legal-review.ts'
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

test('承办机构还没有选的时候，可能的去处都列出来，上一轮选过的不算数', async () => {
  const play = await reviewed('correct')
  const before = await play.comesNext('handler-response', { as: people.handler })
  expect(before).toEqual(expect.arrayContaining(['形式审查', '复审']))
  await play.complete('handler-response', { as: people.handler })
  const again = await reviewed('correct', play)
  expect(await again.comesNext('handler-response', { as: people.handler })).toEqual(before)
})
