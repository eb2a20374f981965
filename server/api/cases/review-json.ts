import type { z } from '@hono/zod-openapi'
import { roleName } from '../../identity/roles.ts'
import type { RegisteredReview, ReviewOpinion } from '../../registers/cases/review-queries.ts'
import type { RegisteredDocument } from '../../registers/documents.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import type { DocumentSchema, OpinionSchema, ReviewSchema } from '../schemas/case.ts'
import { isoDate, named } from '../user-task-json.ts'
import { CLAUSES_58, REVIEW_STAGES, REVIEW_TYPES } from './case-choices.ts'
import type { Choice } from './fields.ts'
import { coded, orgNamed } from './party-json.ts'

/** How a review ended, or that it has not. */
const OUTCOMES: readonly Choice[] = [
  ['running', '审核中', 'Under review'],
  ['passed', '通过', 'Passed'],
  ['returned', '退回', 'Returned'],
  ['not-passed', '不予通过', 'Not passed'],
  ['transferred', '移送', 'Transferred'],
  ['canceled', '终止', 'Canceled'],
  ['ended', '已结束', 'Ended'],
]

/** At which step somebody said what he thinks. */
const STEPS: readonly Choice[] = [
  ['first', '一级审核', 'First review'],
  ['second', '复核', 'Second review'],
  ['reconcile', '合议', 'Reconciliation'],
  ['re', '复审', 'Repeated review'],
  ['ruling', '分管负责人裁决', 'Ruling'],
  ['leader', '负责人决定', 'Decision of the head'],
]

/** What was said. */
const OPINIONS: readonly Choice[] = [
  ['agree', '同意', 'Agree'],
  ['correct', '改正', 'Correct'],
  ['supplement', '补充调查', 'Investigate further'],
  ['disagree', '不同意', 'Disagree'],
  ['transfer', '移送', 'Transfer'],
  ['reReview', '另派复审', 'Have it reviewed again'],
  ['followReview', '按审核意见办', 'Follow the review'],
  ['backToHandler', '退回承办人', 'Back to the handler'],
  ['overrule', '径行决定', 'Decide against it'],
]

/** What else a review may be of, beside a case. */
const ALL_TYPES: readonly Choice[] = [
  ...REVIEW_TYPES,
  ['dutyList', '赋权清单', 'Duty list'],
  ['benchmark', '裁量基准', 'Benchmark of discretion'],
]

/** A review with every opinion of every round. */
export function reviewJson(house: House, review: RegisteredReview, language: Language): z.infer<typeof ReviewSchema> {
  const { processInstanceKey, reviewId, caseNo, orgCode, reviewType, stage, round, isHardGate, outcome } = review
  const found = house.cases.find(caseNo)
  const title = found?.title ?? house.instances.find(processInstanceKey)?.title ?? null
  return {
    isRegistered: found !== undefined,
    ...{ processInstanceKey, reviewId, caseNo, round, isHardGate, title, outcomeReason: review.outcomeReason },
    org: orgNamed(house, orgCode),
    reviewType: reviewType === null ? null : coded(ALL_TYPES, reviewType, language),
    stage: stage === null ? null : coded(REVIEW_STAGES, stage, language),
    clause58: review.clause58.map(each => coded(CLAUSES_58, each, language)),
    startedAt: isoDate(review.startedAt),
    endedAt: review.endedAt === null ? null : isoDate(review.endedAt),
    outcome: coded(OUTCOMES, outcome ?? (review.endedAt === null ? 'running' : 'ended'), language),
    passedAt: review.passedAt === null ? null : isoDate(review.passedAt),
    opinions: house.reviews.opinionsOf(processInstanceKey).map(each => opinionJson(house, each, language)),
    docNos: house.documents.ofInstance(processInstanceKey).map(({ docNo }) => docNo),
  }
}

function opinionJson(house: House, given: ReviewOpinion, language: Language): z.infer<typeof OpinionSchema> {
  const { round, step, personId, role, opinion, reason, qualification, signers, at, isConcurring } = given
  const failed = step === 'reconcile' && isConcurring === false
  const label = failed ? (language === 'zh' ? '合议不成' : 'Not reconciled') : undefined
  return {
    ...{ round, reason, qualification },
    step: coded(STEPS, step, language),
    person: personId === null ? null : named(house, personId),
    roleName: role === null ? null : roleName(role, language),
    opinion: label === undefined ? coded(OPINIONS, opinion, language) : { value: opinion, label },
    signers: Array.isArray(signers) ? signers.map(id => named(house, String(id))) : [],
    at: isoDate(at),
  }
}

/** A document of a case. */
export function documentJson(made: RegisteredDocument): z.infer<typeof DocumentSchema> {
  const { docNo, template, name, size, caseNo, round, processInstanceKey, madeAt } = made
  return { docNo, template, name, size, caseNo, round, processInstanceKey, madeAt: isoDate(madeAt) }
}
