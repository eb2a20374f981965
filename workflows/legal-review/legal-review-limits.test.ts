import { describe, expect, test } from 'vitest'
import {
  disputed,
  firstReviewed,
  objectedTo,
  people,
  reconciled,
  reReviewed,
  reviewed,
  started,
  startedAfterwards,
  submitted,
} from '../../tests/support/legal-review.ts'
import { limitsNotRunOut, unheard, wentUp } from '../../tests/support/limits-run-out.ts'
import { refused } from '../../tests/support/procedure.ts'

const verbs = async (play: Awaited<ReturnType<typeof started>>) =>
  (await play.limitActs()).map(({ verb, elementId }) => `${elementId} ${verb}`)

/** The office's clock stands at 2026-11-24 周二 10:00 and only goes forward, so the tests run in the order of time. */
describe('期限登记簿', () => {
  test('送审没有期限；形式审查一个工作日，自任务开始次日起算', async () => {
    const play = await started()
    expect(await play.limitOf('submit')).toBeUndefined()
    await play.complete('submit', { as: people.handler })
    expect(await play.limitOf('intake')).toMatchObject({
      lastDay: '2026-11-25',
      dueDate: '2026-11-25T16:00:00.000Z',
      isProvisional: false,
      consequence: 'escalate',
      calendarVersion: 1,
    })
  })

  test('审核五个工作日：说明跳过的每一天；剩三分之一提醒，剩一个工作日催办，到期逾期；从不自动同意', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'yes' })
    expect(await play.limitOf('first-review')).toMatchObject({
      lastDay: '2026-12-01',
      skipped: [
        { day: '2026-11-28', why: 'weekend' },
        { day: '2026-11-29', why: 'weekend' },
      ],
    })
    await play.until('2026-11-27 23:59')
    expect(await verbs(play)).toEqual([])
    await play.until('2026-11-28 00:00')
    expect(await verbs(play)).toEqual(['first-review limit.remind'])
    await play.until('2026-11-30 23:59')
    expect(await verbs(play)).toHaveLength(1)
    await play.until('2026-12-01 00:00')
    expect(await verbs(play)).toEqual(['first-review limit.remind', 'first-review limit.urgent'])
    await play.until('2026-12-01 23:59')
    expect(await verbs(play)).toHaveLength(2)
    await play.until('2026-12-02 00:00')
    expect((await play.limitActs()).at(-1)).toMatchObject({
      verb: 'limit.overdue',
      actor: 'clock',
      payload: { limit: 'review.first', consequence: 'escalate', escalateTo: 'center-director' },
    })
    expect(await play.openTasks()).toEqual(['first-review'])
    expect(await play.ends()).toEqual([])
    await play.complete('first-review', { as: people.first })
    expect(await play.openTasks()).toEqual(['second-review'])
    await play.until('2026-12-04 00:00')
    expect(await verbs(play)).toHaveLength(3)
  })

  test('矩阵·退回补正：补齐材料到期的，自动退回；前一分钟还没有', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'no' })
    expect(await play.limitOf('return-supplement')).toMatchObject({ lastDay: '2026-12-09', remindDate: null })
    await play.until('2026-12-09 23:59')
    expect(await play.openTasks()).toEqual(['return-supplement'])
    await play.until('2026-12-10 00:00')
    expect(await play.ends()).toEqual(['end-returned-early'])
    expect(await verbs(play)).toEqual(['return-supplement limit.urgent', 'return-supplement limit.overdue'])
  })

  test('矩阵·中止：主案中止，审核一并停下，不能办、不能提请求，期限不走；恢复以后期限顺延', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'yes' })
    const before = await play.limitOf('first-review')
    await play.suspend({ as: people.deputy })
    expect(await refused(play.complete('first-review', { as: people.first }))).toMatchObject({
      ...{ status: 403, rule: 'R-SUSPENDED' },
    })
    expect(await refused(play.request('withdrawal', { as: people.handler }))).toMatchObject({ rule: 'R-SUSPENDED' })
    await play.until('2026-12-21 10:00')
    expect((await verbs(play)).filter(verb => verb.startsWith('first-review limit.'))).not.toContain(
      'first-review limit.overdue',
    )
    await play.resume({ as: people.deputy })
    expect((await play.limitOf('first-review'))!.lastDay > before!.lastDay).toBe(true)
    await play.complete('first-review', { as: people.first })
    expect(await play.openTasks()).toEqual(['second-review'])
  })

  test('先行实施的强制：二十四小时内补送批准，三个工作日是整个补审的期限，都自实施起算', async () => {
    const play = await startedAfterwards('2026-12-21T08:00+08:00')
    expect(await play.limitOf('submit-after')).toMatchObject({
      ...{ dueDate: '2026-12-22T00:00:00.000Z', consequence: 'escalate' },
    })
    await play.complete('submit-after', { as: people.handler, majorRights: true })
    await play.complete('intake', { as: people.first, action: 'yes' })
    await play.until('2026-12-24 23:00')
    const whole = (await play.limitActs()).find(({ verb }) => verb === 'limit.open')
    expect(whole).toMatchObject({ payload: { limits: ['seizure.postReview'] } })
    const overdue = async () => (await verbs(play)).includes('legal-review limit.overdue')
    expect(await overdue()).toBe(false)
    await play.until('2026-12-25 09:00')
    expect(await overdue()).toBe(true)
    // Overdue is no opinion: the review goes on.
    expect(await play.openTasks()).toEqual(['first-review'])
    const ordinary = await started()
    expect((await ordinary.limitActs()).map(({ verb }) => verb)).not.toContain('limit.open')
  })

  test('借调到期的审核人不再审核，可以另行借调', async () => {
    const play = await submitted()
    const ofTheCentre = [people.first, people.otherFirst, people.handlerAndReviewer, people.reviewerOfBoth]
    for (const person of ofTheCentre) await play.request('recusal', { as: people.deputy, person })
    const loan = { as: people.deputy, person: people.lent }
    await play.request('loan', { ...loan, until: '2026-12-26' })
    await play.until('2026-12-27 09:00')
    expect(await refused(play.complete('intake', { as: people.lent, action: 'yes' }))).toMatchObject({
      ...{ status: 403, rule: 'R-POOL', id: 'policy.loan.over' },
    })
    await play.request('loan', { ...loan, until: '2026-12-31' })
    await play.complete('intake', { as: people.lent, action: 'yes' })
    expect(await play.openTasks()).toEqual(['first-review'])
  })

  test('年历未公布的年份：期限是暂定的，早一天提醒', async () => {
    const play = await started()
    await play.until('2027-01-04 09:00')
    await play.complete('submit', { as: people.handler })
    await play.complete('intake', { as: people.first, action: 'yes' })
    expect(await play.limitOf('first-review')).toMatchObject({
      lastDay: '2027-01-11',
      isProvisional: true,
      remindDate: '2027-01-06T16:00:00.000Z',
      urgentDate: '2027-01-07T16:00:00.000Z',
    })
  })

  test('到期谁也没有办的，逐级上报：每一项期限报给谁', async () => {
    await startedAfterwards('2027-01-04T08:30+08:00')
    await (await submitted()).request('supervision', { as: people.supervisor })
    const waiting = await submitted()
    await waiting.complete('intake', { as: people.first, action: 'yes' })
    await waiting.request('extension', { as: people.first })
    await firstReviewed('agree')
    await disputed()
    await reconciled('false', await disputed())
    await reviewed('correct')
    await objectedTo('disagree')
    const last = await reReviewed('disagree')
    expect(await last.openTasks()).toEqual(['leader-decide'])
    await last.until('2027-03-01 09:00')
    expect(await wentUp('legal-review')).toEqual([
      'approve-extension review.extApprove > subdistrict-head@LDJ',
      'first-review review.first > center-director@LDJ',
      'handler-response review.objection > center-director@LDJ',
      'intake review.intake > center-director@LDJ',
      'leader-decide review.leader > justice-office-supervisor@LDJ',
      'legal-review seizure.postReview > center-director@LDJ',
      're-review review.reReview > subdistrict-deputy@LDJ',
      'reconcile review.reconcile > subdistrict-deputy@LDJ',
      'reconcile-decide review.reconcile > subdistrict-head@LDJ',
      'respond-supervision supervision.respond > justice-office-supervisor@LDJ',
      'return-supplement review.supplement > center-director@LDJ',
      'second-review review.second > subdistrict-deputy@LDJ',
      'submit-after seizure.urgentReport > center-director@LDJ',
    ])
    expect(await unheard('legal-review')).toEqual([])
    expect(await limitsNotRunOut('legal-review')).toEqual([])
  })
})
