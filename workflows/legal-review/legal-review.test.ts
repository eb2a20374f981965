import { describe, expect, test } from 'vitest'
import {
  disputed,
  objectedTo,
  people,
  reconciled,
  requested,
  reReviewed,
  resubmitted,
  reviewed,
  started,
  startedAfterwards,
  submitted,
} from '../../tests/support/legal-review.ts'
import { flowsNotWalked, refused } from '../../tests/support/procedure.ts'

const RESULT = 'msg.legal-review.result'

const accept = {
  as: people.handler,
  nextStep: undefined,
  changes: undefined,
  materials: undefined,
  draftDoc: undefined,
}

describe('审核通过', () => {
  test('两级都同意，审核通过，结果告诉主案', async () => {
    const play = await started()
    expect(await play.tasksOf(people.handler)).toEqual(['submit'])
    await play.complete('submit', { as: people.handler })
    expect(await play.tasksOf(people.first)).toEqual(['intake'])
    await play.complete('intake', { as: people.first, action: 'yes' })
    expect(await play.tasksOf(people.first)).toEqual(['first-review'])
    await play.complete('first-review', { as: people.first })
    expect(await play.tasksOf(people.second)).toEqual(['second-review'])
    await play.complete('second-review', { as: people.second, action: 'true' })
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.published(RESULT)).toMatchObject([{ outcome: 'passed', opinion: 'agree', round: 1 }])
  })

  test('有一项有问题，不能选同意', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'yes' })
    const checklist = ['authority', 'officers', 'facts', 'law', 'discretion', 'procedure', 'documents', 'crime'].map(
      point => (point === 'facts' ? { point, result: 'problem', note: '没有现场照片' } : { point, result: 'pass' }),
    )
    const refusal = await refused(play.complete('first-review', { as: people.first, firstOpinion: 'agree', checklist }))
    expect(refusal).toMatchObject({
      status: 403,
      rule: 'R-REVIEW-GATE',
      basis: expect.arrayContaining(['行政处罚法 第58条']),
    })
    expect(await play.openTasks()).toEqual(['first-review'])
  })

  test('移送要写明移送给谁', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'yes' })
    const refusal = await refused(play.complete('first-review', { as: people.first, firstOpinion: 'transfer' }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/transferTo' }] })
  })
})

describe('材料', () => {
  test('不齐的退回补齐，补齐后再作形式审查', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'no', missing: ['discretion'] })
    expect(await play.tasksOf(people.handler)).toEqual(['return-supplement'])
    await play.complete('return-supplement', { as: people.handler })
    expect(await play.tasksOf(people.first)).toEqual(['intake'])
    expect(await play.variable('materials')).toHaveLength(3)
  })

  test('逾期没有补齐，退回', async () => {
    const play = await submitted()
    await play.complete('intake', { as: people.first, action: 'no', missing: ['discretion'] })
    await play.publish('limit-overdue', { elementId: 'return-supplement' })
    expect(await play.ends()).toEqual(['end-returned-early'])
    expect(await play.published(RESULT)).toMatchObject([{ outcome: 'returned', reason: 'supplement-expired' }])
  })

  test('到期的消息不影响已经补齐的', async () => {
    const play = await submitted()
    await play.publish('limit-overdue', { elementId: 'return-supplement' })
    expect(await play.openTasks()).toEqual(['intake'])
  })
})

describe('审核有问题', () => {
  test('改正后再送，从形式审查起走第二轮，通过', async () => {
    const play = await reviewed('correct')
    expect(await play.tasksOf(people.handler)).toEqual(['handler-response'])
    await play.complete('handler-response', { as: people.handler })
    expect(await play.variable('round')).toBe(2)
    expect(await play.tasksOf(people.first)).toEqual(['intake'])
    await reviewed('agree', play)
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.published(RESULT)).toMatchObject([{ outcome: 'passed', round: 2 }])
  })

  test('要重新调查的，退回承办', async () => {
    const play = await reviewed('supplement')
    await play.complete('handler-response', { ...accept, nextStep: 'backToCase' })
    expect(await play.ends()).toEqual(['end-returned'])
    expect(await play.published(RESULT)).toMatchObject([{ outcome: 'returned', reason: 'reinvestigate' }])
  })

  test.each([
    ['不同意', 'disagree', 'end-not-passed', 'not-passed'],
    ['移送', 'transfer', 'end-transferred', 'transferred'],
  ])('接受“%s”的', async (_, opinion, end, outcome) => {
    const play = await reviewed(opinion)
    await play.complete('handler-response', accept)
    expect(await play.ends()).toEqual([end])
    expect(await play.published(RESULT)).toMatchObject([{ outcome, opinion }])
  })
})

describe('分歧', () => {
  test('合议一致，以合议意见为准', async () => {
    const play = await disputed()
    await reconciled('true', play, 'agree')
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('合议不成，分管副主任裁决', async () => {
    const play = await disputed()
    await reconciled('false', play)
    expect(await play.tasksOf(people.deputy)).toEqual(['reconcile-decide'])
    await play.complete('reconcile-decide', { as: people.deputy, ruling: 'correct' })
    expect(await play.tasksOf(people.handler)).toEqual(['handler-response'])
    expect(await play.variable('finalOpinion')).toBe('correct')
  })

  test('第五十八条案件不能裁决为同意，可以另派复审，由没有参与过的人复审通过', async () => {
    const play = await disputed(await submitted({ publicInterest: true }))
    await reconciled('false', play)
    const refusal = await refused(play.complete('reconcile-decide', { as: people.deputy, ruling: 'agree' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-REVIEW-GATE' })
    expect(refusal.basis).toContain('行政处罚法 第58条')
    await play.complete('reconcile-decide', { as: people.deputy, ruling: 'reReview' })
    await play.complete('re-review', { as: people.third, reOpinion: 'agree' })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('其他案件可以裁决为同意', async () => {
    const play = await disputed()
    await reconciled('false', play)
    await play.complete('reconcile-decide', { as: people.deputy, ruling: 'agree' })
    expect(await play.ends()).toEqual(['end-passed'])
  })
})

describe('异议', () => {
  test('复审同意，审核通过', async () => {
    const play = await objectedTo('correct')
    expect(await play.tasksOf(people.third)).toEqual(['re-review'])
    await play.complete('re-review', { as: people.third })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test.each([
    ['照审核意见，不同意的不通过', 'disagree', 'followReview', 'end-not-passed', 'none'],
    ['照审核意见，要改正的退回承办', 'correct', 'followReview', 'end-returned', 'leader-decision'],
    ['照审核意见，要移送的移送', 'transfer', 'followReview', 'end-transferred', 'none'],
    ['退回承办', 'disagree', 'backToHandler', 'end-returned', 'leader-decision'],
    ['不采纳的，仍记为不通过', 'disagree', 'overrule', 'end-not-passed', 'overruled'],
  ])('复审没有同意，街道办主任决定：%s', async (_, reOpinion, leaderDecision, end, reason) => {
    const play = await reReviewed(reOpinion)
    expect(await play.tasksOf(people.head)).toEqual(['leader-decide'])
    await play.complete('leader-decide', { as: people.head, leaderDecision })
    expect(await play.ends()).toEqual([end])
    expect(await play.published(RESULT)).toMatchObject([{ reason }])
    expect(await play.variable('overruled')).toBe(leaderDecision === 'overrule')
  })

  test('第五十八条案件不能不采纳审核意见', async () => {
    const play = await reReviewed('disagree', await submitted({ complexRelations: true }))
    const refusal = await refused(play.complete('leader-decide', { as: people.head, leaderDecision: 'overrule' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-REVIEW-GATE' })
    expect(await play.openTasks()).toEqual(['leader-decide'])
  })
})

describe('先行实施的紧急强制', () => {
  test('实施以后补送审核，从收到补送起照常审核', async () => {
    const play = await startedAfterwards('2026-11-23T15:20+08:00')
    expect(await play.openTasks()).toEqual(['submit-after'])
    await play.complete('submit-after', { as: people.handler, majorRights: true })
    await reviewed('agree', play)
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.variable('hardGate')).toBe(true)
  })
})

describe('提出的请求', () => {
  test('承办人撤回，批准延期，回避，借调，监督介入：各走一遍', async () => {
    const withdrawn = await submitted()
    await withdrawn.request('withdrawal', { as: people.handler })
    expect(await withdrawn.ends()).toEqual(['end-returned-early'])

    const play = await submitted()
    const ofTheCentre = [people.first, people.otherFirst, people.handlerAndReviewer, people.reviewerOfBoth]
    for (const person of ofTheCentre) await play.request('recusal', { as: people.deputy, person })
    await play.request('loan', { as: people.deputy, person: people.lent, until: '2026-12-31' })
    await play.request('supervision', { as: people.supervisor })
    await play.complete('respond-supervision', { as: people.director })
    await play.complete('intake', { as: people.lent, action: 'yes' })
    await play.request('extension', { as: people.lent })
    await play.complete('approve-extension', { as: people.deputy, action: 'false' })
    await play.request('extension', { as: people.lent })
    await play.complete('approve-extension', { as: people.deputy, action: 'true' })
    await play.publish('msg.legal-review.extension-requested')
    await play.complete('first-review', { as: people.lent })
    expect(await play.openTasks()).toEqual(['second-review'])
  })
})

test('期限已经另行延长的，批准以后不再延，审核照常进行', async () => {
  const play = await submitted()
  await play.complete('intake', { as: people.first, action: 'yes' })
  await play.request('extension', { as: people.first })
  await play.extendLimit('first-review', { as: people.deputy })
  await play.complete('approve-extension', { as: people.deputy, action: 'true' })
  expect(await play.openTasks()).toEqual(['first-review'])
  expect(await play.variable('extended')).toBe(false)
})

test('第三轮起抄送司法所监督员，审核照常进行', async () => {
  const play = await resubmitted(await resubmitted(await submitted()))
  expect(await play.variable('round')).toBe(3)
  expect(await play.openTasks()).toEqual(['intake'])
  expect(await play.published('msg.supervision.copied', 'third-round/3')).toMatchObject([
    { caseNo: play.caseNo, copiedRound: 3 },
  ])
})

test('由别的流程送来的审核：同一编号在办的，不重复起单', async () => {
  const play = await requested()
  expect(await play.tasksOf(people.handler)).toEqual(['submit'])
  await play.complete('submit', { as: people.handler })
  expect(await play.openTasks()).toEqual(['intake'])
  expect(await play.siblings()).toBe(1)
})

test('图上的每一条线都走过', async () => {
  expect(await flowsNotWalked('legal-review')).toEqual([])
})
