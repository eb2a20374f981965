import { describe, expect, test } from 'vitest'
import { flowsNotWalked, type Play, procedure, refused } from '../../tests/support/procedure.ts'

const HANDLER = 'lin-shen'
const FIRST = 'zhou-yanqing'
const SECOND = 'shen-zhiwei'
const THIRD = 'lu-mingqian'
const DEPUTY = 'wen-rusong'
const HEAD = 'yan-shouzheng'
const DIRECTOR = 'zheng-huaiyuan'
/** Appointed both as handler and as reviewer of the centre. */
const BOTH = 'qiao-zhixing'
/** Appointed both as reviewer of the centre and of the public management office. */
const REVIEWER_OF_BOTH = 'tan-jianming'

const RESULT = 'msg.legal-review.result'
const WITHDRAWN = 'msg.legal-review.withdrawn'
const EXTENSION = 'msg.legal-review.extension-requested'
const SUPERVISION = 'msg.supervision.intervene'

async function started(values: Record<string, string | string[]> = {}): Promise<Play> {
  const play = await procedure('legal-review')
  await play.start({ by: HANDLER, ...values })
  return play
}

async function submitted(facts: Record<string, boolean> = {}, values: Record<string, string> = {}): Promise<Play> {
  const play = await started(values)
  await play.complete('submit', { as: HANDLER, ...facts })
  return play
}

async function firstReviewed(firstOpinion: string, play?: Play): Promise<Play> {
  const review = play ?? (await submitted())
  await review.complete('intake', { as: FIRST, action: 'yes' })
  const transfer = firstOpinion === 'transfer' ? { transferTo: 'police' } : {}
  await review.complete('first-review', { as: FIRST, firstOpinion, ...transfer })
  return review
}

async function reviewed(opinion: string, play?: Play): Promise<Play> {
  const review = await firstReviewed(opinion, play)
  await review.complete('second-review', { as: SECOND, action: 'true' })
  return review
}

async function disputed(play?: Play): Promise<Play> {
  const review = await firstReviewed('agree', play)
  await review.complete('second-review', { as: SECOND, action: 'false', secondOpinion: 'correct' })
  return review
}

async function objectedTo(opinion: string, play?: Play): Promise<Play> {
  const review = await reviewed(opinion, play)
  await review.complete('handler-response', {
    as: HANDLER,
    response: 'object',
    objectReason: '现场测量记录可以证明面积。',
    nextStep: undefined,
    changes: undefined,
    materials: undefined,
    draftDoc: undefined,
  })
  return review
}

async function reReviewed(reOpinion: string, play?: Play): Promise<Play> {
  const review = await objectedTo('disagree', play)
  await review.complete('re-review', { as: THIRD, reOpinion })
  return review
}

const accept = { as: HANDLER, nextStep: undefined, changes: undefined, materials: undefined, draftDoc: undefined }

describe('审核通过', () => {
  test('两级都同意，审核通过，结果告诉主案', async () => {
    const play = await started()
    expect(await play.tasksOf(HANDLER)).toEqual(['submit'])
    await play.complete('submit', { as: HANDLER })
    expect(await play.tasksOf(FIRST)).toEqual(['intake'])
    await play.complete('intake', { as: FIRST, action: 'yes' })
    expect(await play.tasksOf(FIRST)).toEqual(['first-review'])
    await play.complete('first-review', { as: FIRST })
    expect(await play.tasksOf(SECOND)).toEqual(['second-review'])
    await play.complete('second-review', { as: SECOND, action: 'true' })
    expect(await play.ends()).toEqual(['end-passed'])
    expect(await play.published(RESULT)).toMatchObject([{ outcome: 'passed', opinion: 'agree', round: 1 }])
  })

  test('有一项有问题，不能选同意', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'yes' })
    const checklist = ['authority', 'officers', 'facts', 'law', 'discretion', 'procedure', 'documents', 'crime'].map(
      point => (point === 'facts' ? { point, result: 'problem', note: '没有现场照片' } : { point, result: 'pass' }),
    )
    const refusal = await refused(play.complete('first-review', { as: FIRST, firstOpinion: 'agree', checklist }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/firstOpinion', id: 'optionBlocked' }] })
    expect(await play.openTasks()).toEqual(['first-review'])
  })

  test('移送要写明移送给谁', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'yes' })
    const refusal = await refused(play.complete('first-review', { as: FIRST, firstOpinion: 'transfer' }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/transferTo' }] })
  })
})

describe('材料', () => {
  test('不齐的退回补齐，补齐后再作形式审查', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'no', missing: ['discretion'] })
    expect(await play.tasksOf(HANDLER)).toEqual(['return-supplement'])
    await play.complete('return-supplement', { as: HANDLER })
    expect(await play.tasksOf(FIRST)).toEqual(['intake'])
    expect(await play.variable('materials')).toHaveLength(3)
  })

  test('逾期没有补齐，退回', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'no', missing: ['discretion'] })
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

describe('撤回', () => {
  test('一级意见以前可以撤回', async () => {
    const play = await submitted()
    await play.publish(WITHDRAWN)
    expect(await play.ends()).toEqual(['end-returned-early'])
    expect(await play.published(RESULT)).toMatchObject([{ outcome: 'returned', reason: 'withdrawn' }])
  })

  test('一级意见以后不能撤回', async () => {
    const play = await firstReviewed('agree')
    await play.publish(WITHDRAWN)
    expect(await play.openTasks()).toEqual(['second-review'])
  })
})

describe('延期', () => {
  test('分管副主任批准，审核不中断，只延一次', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'yes' })
    await play.publish(EXTENSION)
    expect(await play.openTasks()).toEqual(['approve-extension', 'first-review'])
    await play.complete('approve-extension', { as: DEPUTY, action: 'true' })
    await play.publish(EXTENSION)
    expect(await play.openTasks()).toEqual(['first-review'])
  })

  test('没有批准的，可以再申请', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'yes' })
    await play.publish(EXTENSION)
    await play.complete('approve-extension', { as: DEPUTY, action: 'false' })
    await play.publish(EXTENSION)
    expect(await play.openTasks()).toEqual(['approve-extension', 'first-review'])
  })
})

describe('审核有问题', () => {
  test('改正后再送，从形式审查起走第二轮，通过', async () => {
    const play = await reviewed('correct')
    expect(await play.tasksOf(HANDLER)).toEqual(['handler-response'])
    await play.complete('handler-response', { as: HANDLER })
    expect(await play.variable('round')).toBe(2)
    expect(await play.tasksOf(FIRST)).toEqual(['intake'])
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
    await play.complete('reconcile', { as: SECOND, action: 'true', finalOpinion: 'agree' })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('合议不成，分管副主任裁决', async () => {
    const play = await disputed()
    await play.complete('reconcile', { as: SECOND, action: 'false' })
    expect(await play.tasksOf(DEPUTY)).toEqual(['reconcile-decide'])
    await play.complete('reconcile-decide', { as: DEPUTY, ruling: 'correct' })
    expect(await play.tasksOf(HANDLER)).toEqual(['handler-response'])
    expect(await play.variable('finalOpinion')).toBe('correct')
  })

  test('第五十八条案件不能裁决为同意，可以另派复审，由没有参与过的人复审通过', async () => {
    const play = await disputed(await submitted({ publicInterest: true }))
    await play.complete('reconcile', { as: SECOND, action: 'false' })
    const refusal = await refused(play.complete('reconcile-decide', { as: DEPUTY, ruling: 'agree' }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/ruling', id: 'optionBlocked' }] })
    expect(refusal.errors?.[0]?.message).toContain('第五十八条')
    await play.complete('reconcile-decide', { as: DEPUTY, ruling: 'reReview' })
    await play.complete('re-review', { as: THIRD, reOpinion: 'agree' })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('其他案件可以裁决为同意', async () => {
    const play = await disputed()
    await play.complete('reconcile', { as: SECOND, action: 'false' })
    await play.complete('reconcile-decide', { as: DEPUTY, ruling: 'agree' })
    expect(await play.ends()).toEqual(['end-passed'])
  })
})

describe('异议', () => {
  test('复审同意，审核通过', async () => {
    const play = await objectedTo('correct')
    expect(await play.tasksOf(THIRD)).toEqual(['re-review'])
    await play.complete('re-review', { as: THIRD })
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
    expect(await play.tasksOf(HEAD)).toEqual(['leader-decide'])
    await play.complete('leader-decide', { as: HEAD, leaderDecision })
    expect(await play.ends()).toEqual([end])
    expect(await play.published(RESULT)).toMatchObject([{ reason }])
    expect(await play.variable('overruled')).toBe(leaderDecision === 'overrule')
  })

  test('第五十八条案件不能不采纳审核意见', async () => {
    const play = await reReviewed('disagree', await submitted({ complexRelations: true }))
    const refusal = await refused(play.complete('leader-decide', { as: HEAD, leaderDecision: 'overrule' }))
    expect(refusal).toMatchObject({ status: 422, errors: [{ path: '/leaderDecision', id: 'optionBlocked' }] })
    expect(await play.openTasks()).toEqual(['leader-decide'])
  })
})

describe('第五十八条情形', () => {
  test.each([
    ['重大公共利益', { publicInterest: true }, 'beforeDecision', [1]],
    ['重大权益并经听证', { majorRights: true }, 'afterHearing', [2]],
    ['重大权益而没有听证', { majorRights: true }, 'beforeDecision', []],
    ['疑难复杂又有法律规定', { complexRelations: true, lawRequires: true }, 'beforeDecision', [3, 4]],
  ])('%s', async (_, facts, stage, clauses) => {
    const play = await submitted(facts, { stage })
    await play.complete('intake', { as: FIRST, action: 'yes' })
    expect(await play.variable('clause58')).toEqual(clauses)
    expect(await play.variable('is58')).toBe(clauses.length > 0)
    expect(await play.variable('hardGate')).toBe(clauses.length > 0)
  })

  test('审核人可以增加，重送以后改不回来', async () => {
    const play = await submitted()
    await play.complete('intake', { as: FIRST, action: 'yes', raise58: [3] })
    await play.complete('first-review', { as: FIRST, firstOpinion: 'correct' })
    await play.complete('second-review', { as: SECOND, action: 'true' })
    await play.complete('handler-response', { as: HANDLER })
    await play.complete('intake', { as: FIRST, action: 'yes', raise58: [] })
    expect(await play.variable('clause58')).toEqual([3])
  })

  test('强制决定不算第五十八条，涉及重大权益的同样不得绕过审核', async () => {
    const play = await submitted({ majorRights: true }, { reviewType: 'coercion' })
    await play.complete('intake', { as: FIRST, action: 'yes' })
    expect(await play.variable('is58')).toBe(false)
    expect(await play.variable('hardGate')).toBe(true)
  })
})

describe('谁不能审', () => {
  test('兼任承办人和审核员的，不能审自己承办的案件，能审别人的', async () => {
    const own = await started({ handlerIds: [BOTH] })
    await own.complete('submit', { as: HANDLER })
    const refusal = await refused(own.complete('intake', { as: BOTH, action: 'yes' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-SOD' })
    expect(refusal.basis).toContain('行政处罚法 第58条')
    expect(await own.openTasks()).toEqual(['intake'])

    const others = await submitted()
    await others.complete('intake', { as: BOTH, action: 'yes' })
    expect(await others.openTasks()).toEqual(['first-review'])
  })

  test('领取也不行', async () => {
    const own = await started({ handlerIds: [BOTH] })
    await own.complete('submit', { as: HANDLER })
    expect(await refused(own.claim('intake', { as: BOTH }))).toMatchObject({ status: 403, rule: 'R-SOD' })
  })

  test('一级审核人不能复核', async () => {
    const play = await submitted()
    await play.complete('intake', { as: REVIEWER_OF_BOTH, action: 'yes' })
    await play.complete('first-review', { as: REVIEWER_OF_BOTH })
    const refusal = await refused(play.complete('second-review', { as: REVIEWER_OF_BOTH, action: 'true' }))
    expect(refusal).toMatchObject({ status: 403, rule: 'R-SOD' })
    await play.complete('second-review', { as: SECOND, action: 'true' })
    expect(await play.ends()).toEqual(['end-passed'])
  })

  test('复核过的人不能复审', async () => {
    const play = await objectedTo('disagree')
    expect(await refused(play.complete('re-review', { as: SECOND }))).toMatchObject({ status: 403, rule: 'R-SOD' })
  })

  test('不是自己的任务，收件箱里没有', async () => {
    const play = await submitted()
    expect(await play.tasksOf(SECOND)).toEqual([])
    expect(await play.tasksOf('he-lichuan')).toEqual([])
  })
})

test('监督介入：中心主任书面回应，审核照常进行', async () => {
  const play = await submitted()
  await play.publish(SUPERVISION)
  expect(await play.tasksOf(DIRECTOR)).toEqual(['respond-supervision'])
  await play.complete('intake', { as: FIRST, action: 'yes' })
  await play.complete('respond-supervision', { as: DIRECTOR })
  expect(await play.openTasks()).toEqual(['first-review'])
})

test('图上的每一条线都走过', async () => {
  expect(await flowsNotWalked('legal-review')).toEqual([])
})
