import { describe, expect, test } from 'vitest'
import { firstReviewed, people, resubmitted, started, submitted } from '../../tests/support/legal-review.ts'
import type { Play } from '../../tests/support/play.ts'
import { refused } from '../../tests/support/procedure.ts'

const atFirstReview = async () => {
  const play = await submitted()
  await play.complete('intake', { as: people.first, action: 'yes' })
  return play
}

describe('撤回', () => {
  test('矩阵·撤回：一级意见以前，承办人可以撤回，写明理由', async () => {
    const play = await atFirstReview()
    await play.request('withdrawal', { as: people.handler, reason: '发现新的证据' })
    expect(await play.ends()).toEqual(['end-returned-early'])
    expect(await play.published('msg.legal-review.result')).toMatchObject([
      { outcome: 'returned', reason: 'withdrawn' },
    ])
  })

  test('没有写理由的，不受理', async () => {
    const play = await submitted()
    expect(await refused(play.request('withdrawal', { as: people.handler, reason: ' ' }))).toMatchObject({
      status: 400,
    })
    expect(await play.openTasks()).toEqual(['intake'])
  })

  test('还没有送审、一级意见以后，都不能撤回，并说明只能在什么时候', async () => {
    const early = await started()
    expect(await refused(early.request('withdrawal', { as: people.handler }))).toMatchObject({ status: 409 })
    const late = await firstReviewed('agree')
    const refusal = await refused(late.request('withdrawal', { as: people.handler }))
    expect(refusal).toMatchObject({ status: 409, id: 'request.not-now', rule: 'R-REQUEST' })
    expect(refusal.detail).toContain('一级审核')
    expect(await late.openTasks()).toEqual(['second-review'])
    expect(await late.requestsOf(people.handler)).toEqual([{ id: 'withdrawal', permitted: false }])
  })

  test('不是承办人，不能撤回', async () => {
    const play = await submitted()
    expect(await refused(play.request('withdrawal', { as: people.first }))).toMatchObject({ status: 403 })
    expect(await refused(play.request('withdrawal', { as: 'he-lichuan' }))).toMatchObject({ status: 404 })
  })
})

describe('延期', () => {
  test('审核人申请，分管副主任批准，期限延三个工作日，审核不中断', async () => {
    const play = await atFirstReview()
    expect(await play.limitOf('first-review')).toMatchObject({ lastDay: '2026-12-01' })
    await play.request('extension', { as: people.first, reason: '等待鉴定意见' })
    expect(await play.openTasks()).toEqual(['approve-extension', 'first-review'])
    expect(await play.tasksOf(people.deputy)).toEqual(['approve-extension'])
    await play.complete('approve-extension', { as: people.deputy, action: 'true' })
    expect(await play.limitOf('first-review')).toMatchObject({ lastDay: '2026-12-04' })
  })

  test('正在等批准的，不能再申请；每轮只延一次，第二次申请说明原因', async () => {
    const play = await atFirstReview()
    await play.request('extension', { as: people.first })
    const pending = await refused(play.request('extension', { as: people.first }))
    expect(pending).toMatchObject({ status: 409, id: 'request.barred' })
    expect(pending.detail).toContain('等待分管副主任决定')
    await play.complete('approve-extension', { as: people.deputy, action: 'true' })
    const second = await refused(play.request('extension', { as: people.first }))
    expect(second).toMatchObject({ status: 409, id: 'request.barred', rule: 'R-REQUEST' })
    expect(second.detail).toContain('已经延期一次')
  })

  test('不批准的，期限不变，可以再申请', async () => {
    const play = await atFirstReview()
    await play.request('extension', { as: people.first })
    await play.complete('approve-extension', { as: people.deputy, action: 'false' })
    expect(await play.limitOf('first-review')).toMatchObject({ lastDay: '2026-12-01' })
    await play.request('extension', { as: people.first })
    expect(await play.openTasks()).toEqual(['approve-extension', 'first-review'])
  })

  test('意见先出了的，延期申请一并了结', async () => {
    const play = await atFirstReview()
    await play.request('extension', { as: people.first })
    await play.complete('first-review', { as: people.first })
    expect(await play.openTasks()).toEqual(['second-review'])
  })

  test('没有承担审核的人不能申请', async () => {
    const play = await atFirstReview()
    expect(await refused(play.request('extension', { as: people.otherFirst }))).toMatchObject({ status: 404 })
  })
})

describe('回避', () => {
  test('矩阵·回避：回避的审核人交出任务，不能再领，由别人接着审', async () => {
    const play = await atFirstReview()
    expect(await play.tasksOf(people.first)).toEqual(['first-review'])
    await play.request('recusal', { as: people.deputy, person: people.first, reason: '与当事人有亲属关系' })
    expect(await refused(play.claim('first-review', { as: people.first }))).toMatchObject({
      ...{ status: 403, rule: 'R-RECUSAL' },
      basis: ['行政处罚法 第43条'],
    })
    await play.complete('first-review', { as: people.otherFirst })
    expect(await play.openTasks()).toEqual(['second-review'])
  })

  test('下一轮也不能再审', async () => {
    const play = await submitted()
    await play.request('recusal', { as: people.head, person: people.otherFirst })
    await resubmitted(play)
    const refusal = await refused(play.complete('intake', { as: people.otherFirst, action: 'yes' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-RECUSAL' })
  })

  test('只能由分管副主任或者街道办主任决定，只能是本街道的审核人', async () => {
    const play = await submitted()
    expect(await refused(play.request('recusal', { as: people.first, person: people.first }))).toMatchObject({
      status: 403,
    })
    expect(await refused(play.request('recusal', { as: people.deputy, person: people.handler }))).toMatchObject({
      ...{ status: 422, errors: [{ path: '/person' }] },
    })
    expect(await refused(play.request('recusal', { as: people.deputy }))).toMatchObject({ status: 422 })
  })
})

/** Everybody of the street who reviews at this level, and the street's own heads bar them from the case. */
const recuse = async (play: Play, ...ids: string[]) => {
  for (const person of ids) await play.request('recusal', { as: people.deputy, person, reason: '与当事人有利害关系' })
}
const FIRST_LEVEL = [people.first, people.otherFirst, people.handlerAndReviewer, people.reviewerOfBoth]
const SECOND_LEVEL = [people.second, people.third, 'feng-yinuo']
const loan = { as: people.deputy, person: people.lent, reason: '本街道法制员均已回避', until: '2026-11-30' }

describe('审核人不够，借调协作池', () => {
  test('还有人能审的，不能借调，说出是谁、依据什么', async () => {
    const play = await firstReviewed('agree')
    const refusal = await refused(play.request('loan', loan))
    expect(refusal).toMatchObject({ status: 403, id: 'request.not-lacking', rule: 'R-POOL' })
    expect(refusal.basis).toEqual(['国办发〔2018〕118号【待核】'])
    expect(refusal.detail).toContain('沈知微')
    expect(await play.requestsOf(people.deputy)).toContainEqual({ id: 'loan', permitted: false })
    // A reviewer without the qualification does not count: he may not do it.
    expect(refusal.detail).not.toContain('季行舟')
    await recuse(play, ...SECOND_LEVEL)
    expect((await refused(play.request('loan', loan))).detail).toContain('谭兼明')
    await recuse(play, people.reviewerOfBoth)
    await play.request('loan', loan)
    expect(await play.tasksOf(people.lent)).toEqual(['second-review'])
  })

  test('借来的人能审本案，看不到别的审核；他审的算数；借调记明起止', async () => {
    const play = await firstReviewed('agree')
    expect(await play.tasksOf(people.lent)).toEqual([])
    await recuse(play, ...SECOND_LEVEL, people.reviewerOfBoth)
    await play.request('loan', loan)
    expect(await play.variable('loans')).toEqual([{ personId: people.lent, from: '2026-11-24', until: '2026-11-30' }])
    const other = await firstReviewed('agree')
    expect(await other.tasksOf(people.lent)).toEqual([])
    await play.complete('second-review', { as: people.lent, action: 'true' })
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.hasPassed()).toBe(true)
  })

  test('没有写借到哪一天的，已经过去的日子，不受理', async () => {
    const play = await firstReviewed('agree')
    await recuse(play, ...SECOND_LEVEL, people.reviewerOfBoth)
    const { until: _, ...endless } = loan
    for (const asked of [endless, { ...loan, until: '2026-11-20' }])
      expect(await refused(play.request('loan', asked))).toMatchObject({ status: 422, errors: [{ path: '/until' }] })
  })

  test('借来的人同样不能审两级', async () => {
    const play = await submitted()
    await recuse(play, ...FIRST_LEVEL)
    await play.request('loan', loan)
    await play.complete('intake', { as: people.lent, action: 'yes' })
    await play.complete('first-review', { as: people.lent })
    expect(await refused(play.complete('second-review', { as: people.lent, action: 'true' }))).toMatchObject({
      ...{ status: 403, rule: 'R-SOD' },
    })
  })

  test('借来做一级审核的，合议时也由他副署', async () => {
    const play = await submitted()
    await recuse(play, ...FIRST_LEVEL)
    await play.request('loan', loan)
    await play.complete('intake', { as: people.lent, action: 'yes' })
    await play.complete('first-review', { as: people.lent })
    await play.complete('second-review', { as: people.second, action: 'false', secondOpinion: 'correct' })
    await play.complete('reconcile', { as: people.second, action: 'true', finalOpinion: 'agree' })
    expect(await refused(play.cosign('reconcile', { as: people.first }))).toMatchObject({ rule: 'R-RECUSAL' })
    await play.cosign('reconcile', { as: people.lent })
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.hasPassed()).toBe(true)
  })

  test('不在协作池的人借不来；没有待办的审核，也不用借', async () => {
    const play = await submitted()
    await recuse(play, ...FIRST_LEVEL)
    expect(await refused(play.request('loan', { ...loan, person: people.third }))).toMatchObject({ status: 422 })
    const early = await started()
    expect(await refused(early.request('loan', loan))).toMatchObject({ status: 403, id: 'request.nothing-open' })
  })
})

describe('监督介入', () => {
  test('中心主任书面回应，审核照常进行', async () => {
    const play = await submitted()
    await play.request('supervision', { as: people.supervisor, reason: '请说明送达日期' })
    expect(await play.tasksOf(people.director)).toEqual(['respond-supervision'])
    await play.complete('intake', { as: people.first, action: 'yes' })
    await play.complete('respond-supervision', { as: people.director })
    expect(await play.openTasks()).toEqual(['first-review'])
  })
})
