import { expect, test } from 'vitest'
import { type KeptOpinion, opinionIn, passedBy } from './review-opinions.ts'

const given = (
  step: string,
  personId: string | null,
  opinion: string,
  more: Partial<KeptOpinion> = {},
): KeptOpinion => ({
  step,
  opinion,
  isConcurring: true,
  personId,
  role: step === 'first' ? 'center-legal-reviewer' : 'pmo-legal-reviewer',
  at: 1,
  ...more,
})
const agreed = given('first', 'zhou', 'agree')

test.each<[string, KeptOpinion[], number | undefined]>([
  ['nobody has said anything', [], undefined],
  ['only the first agreed', [agreed], undefined],
  ['the first agreed and another concurred', [agreed, given('second', 'shen', 'agree', { at: 7 })], 7],
  ['one person said both', [agreed, given('second', 'zhou', 'agree')], undefined],
  ['the second did not concur', [agreed, given('second', 'shen', 'correct', { isConcurring: false })], undefined],
  [
    'they concur that something is wrong',
    [given('first', 'zhou', 'correct'), given('second', 'shen', 'correct')],
    undefined,
  ],
  ['a second opinion without a first', [given('second', 'shen', 'agree')], undefined],
  [
    'they agreed after reconciling',
    [agreed, given('second', 'shen', 'x', { isConcurring: false }), given('reconcile', 'shen', 'agree', { at: 9 })],
    9,
  ],
  ['they could not be reconciled', [agreed, given('reconcile', 'shen', 'agree', { isConcurring: false })], undefined],
  ['the third agreed', [given('re', 'lu', 'agree', { at: 3 })], 3],
  ['the third did not', [given('re', 'lu', 'disagree')], undefined],
  ['a head ruled', [agreed, given('ruling', 'wen', 'agree', { role: 'subdistrict-deputy' })], undefined],
  [
    'a head decided after the reviewers passed it',
    [agreed, given('second', 'shen', 'agree'), given('leader', 'yan', 'agree')],
    undefined,
  ],
  ['no person completed it', [agreed, given('second', null, 'agree', { role: null })], undefined],
  ['a handler completed it', [agreed, given('second', 'lin', 'agree', { role: 'street-officer' })], undefined],
  [
    'a later round found something',
    [agreed, given('second', 'shen', 'agree'), given('first', 'zhou', 'correct'), given('second', 'shen', 'correct')],
    undefined,
  ],
])('%s', (_, opinions, passedAt) => {
  expect(passedBy(opinions)).toBe(passedAt)
})

test.each([
  ['legal-review-first', { firstOpinion: 'agree', firstReason: 'r' }, { step: 'first', opinion: 'agree' }],
  ['legal-review-first', { complete: 'yes' }, undefined],
  ['legal-review-second', { concur: true, secondReason: 'r' }, { step: 'second', opinion: '', isConcurring: true }],
  ['legal-review-reconcile', { agreed: false, finalOpinion: 'correct' }, { step: 'reconcile', isConcurring: false }],
  ['leader-decision', { ruling: 'reReview' }, { step: 'ruling', opinion: 'reReview' }],
  ['leader-decision', { firstOpinion: 'agree' }, undefined],
  ['case-handling', { firstOpinion: 'agree' }, undefined],
])('a task of kind %s with %o', (kind, variables, expected) => {
  const found = opinionIn(kind, variables)
  expect(found).toEqual(expected && expect.objectContaining(expected))
})
