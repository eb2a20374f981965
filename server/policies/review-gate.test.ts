import { describe, expect, test } from 'vitest'
import { checklist } from './checklist.ts'
import { noOverruling } from './no-overruling.ts'
import { onlyAdded } from './only-added.ts'
import type { PolicyCase, TaskVerb } from './policy.ts'
import { person, request, task } from './request.fixture.ts'
import { reviewGate } from './review-gate.ts'

const head = person('yan', ['subdistrict-head'])
const decide = (facts: Partial<PolicyCase>, values?: Record<string, unknown>, verb: TaskVerb = 'complete') =>
  reviewGate(request({ verb, person: head, task: task({ kind: 'case-decision' }), case: facts, values }))?.id

describe('R-REVIEW-GATE: no decision on a case under article 58 without a passed review later than its last change', () => {
  test.each<[string, Partial<PolicyCase>, string | undefined]>([
    ['no review', {}, 'policy.review-gate.none'],
    ['no review, but a change', { lastMaterialChangeAt: 1 }, 'policy.review-gate.none'],
    ['passed, nothing changed ever', { passedReviewAt: 5 }, undefined],
    ['passed after the change', { passedReviewAt: 6, lastMaterialChangeAt: 5 }, undefined],
    ['passed at the same instant', { passedReviewAt: 5, lastMaterialChangeAt: 5 }, 'policy.review-gate.changed'],
    ['changed after it passed', { passedReviewAt: 5, lastMaterialChangeAt: 6 }, 'policy.review-gate.changed'],
  ])('%s', (_, facts, expected) => {
    expect(decide({ isUnder58: true, ...facts })).toBe(expected)
    expect(decide({ isUnder58: false, ...facts })).toBeUndefined()
  })

  test('a case nobody registered is decided by nobody', () => {
    expect(decide({ isRegistered: false, passedReviewAt: 5 })).toBe('policy.review-gate.unregistered')
  })

  test.each<[TaskVerb, boolean]>([
    ['complete', false],
    ['submit', false],
    ['cosign', false],
    ['claim', true],
    ['assign', true],
    ['draft', true],
  ])('%s: open %s', (verb, isOpen) => {
    expect(decide({ isUnder58: true }, {}, verb) === undefined).toBe(isOpen)
  })

  test.each([
    ['penalty', false],
    ['noPenalty', false],
    ['notEstablished', false],
    [undefined, false],
    ['return', true],
    ['transfer', true],
    ['criminal', true],
  ])('the decision %s is open: %s', (decision, isOpen) => {
    expect(decide({ isUnder58: true }, { decision }) === undefined).toBe(isOpen)
  })
})

describe('R-REVIEW-GATE: leaders are no reviewers', () => {
  const ask = (values: Record<string, unknown>, hardGate: boolean) =>
    noOverruling(request({ person: head, task: task({ kind: 'leader-decision' }), values, case: { hardGate } }))?.id
  test.each([
    [{ ruling: 'agree' }, 'policy.no-overruling.agree'],
    [{ ruling: 'reReview' }, undefined],
    [{ ruling: 'disagree' }, undefined],
    [{ leaderDecision: 'overrule' }, 'policy.no-overruling'],
    [{ leaderDecision: 'followReview' }, undefined],
    [{ leaderDecision: 'backToHandler' }, undefined],
  ])('behind a hard gate %j', (values, expected) => {
    expect(ask(values, true)).toBe(expected)
    expect(ask(values, false)).toBeUndefined()
  })
})

describe('R-REVIEW-GATE: agreeing means that all eight points are in order', () => {
  const points = (...results: string[]) => results.map(result => ({ result }))
  const eight = (last: string) => points(...Array.from({ length: 7 }, () => 'pass'), last)
  const ask = (values: Record<string, unknown>) =>
    checklist(request({ person: head, task: task({ kind: 'legal-review-first' }), values }))?.id
  test.each([
    ['all eight', { firstOpinion: 'agree', checklist: eight('pass') }, undefined],
    ['one with a problem', { firstOpinion: 'agree', checklist: eight('problem') }, 'policy.checklist'],
    ['seven of eight', { firstOpinion: 'agree', checklist: eight('pass').slice(1) }, 'policy.checklist'],
    ['nine', { firstOpinion: 'agree', checklist: [...eight('pass'), { result: 'pass' }] }, 'policy.checklist'],
    ['none', { firstOpinion: 'agree' }, 'policy.checklist'],
    ['no list at all', { firstOpinion: 'agree', checklist: 'pass' }, 'policy.checklist'],
    ['another opinion', { firstOpinion: 'correct', checklist: eight('problem') }, undefined],
  ])('%s', (_, values, expected) => {
    expect(ask(values)).toBe(expected)
  })
})

describe('R-REVIEW-GATE: grounds of article 58 are only added', () => {
  const ask = (known: Record<string, unknown>, values: Record<string, unknown>) =>
    onlyAdded(request({ person: head, values, case: { known } }))?.id
  test.each<[Record<string, unknown>, Record<string, unknown>, string | undefined]>([
    [{ publicInterest: true }, { publicInterest: false }, 'policy.only-added'],
    [{ majorRights: true }, { majorRights: false }, 'policy.only-added'],
    [{ complexRelations: true }, { complexRelations: false }, 'policy.only-added'],
    [{ lawRequires: true }, { lawRequires: false }, 'policy.only-added'],
    [{ publicInterest: true }, { publicInterest: true }, undefined],
    [{ publicInterest: true }, {}, undefined],
    [{ publicInterest: false }, { publicInterest: true }, undefined],
    [{ clause58: [1, 3] }, { clause58: [1] }, 'policy.only-added'],
    [{ clause58: [1] }, { clause58: [1, 3] }, undefined],
  ])('%j, then %j', (known, values, expected) => {
    expect(ask(known, values)).toBe(expected)
  })
})
