import { describe, expect, test } from 'vitest'
import { objectionTo, policyWords } from './index.ts'
import { CEC, person, request, task } from './request.fixture.ts'

const ask = (
  roles: readonly string[],
  changes: Parameters<typeof task>[0],
  verb: 'claim' | 'complete' | 'release' = 'claim',
) =>
  objectionTo(request({ verb, person: person('wei', roles), task: task(changes), case: { known: { orgCode: 'LDJ' } } }))
    ?.id

const forReviewers = { kind: 'legal-review-first', candidateGroups: [`center-legal-reviewer@${CEC}`] }
const VIEWS_ONLY = 'policy.supervisor-views'
const NO_CASE = 'policy.supervisor-works-no-case'

describe('R-SUPERVISION', () => {
  test.each([
    ['justice-office-supervisor'],
    ['justice-supervisor'],
    ['justice-bureau-leader'],
    ['leading-group-office'],
    ['district-leader'],
    ['special-supervisor'],
    ['auditor'],
  ])('%s looks on, and is told so', role => {
    expect(ask([role], forReviewers)).toBe(VIEWS_ONLY)
    expect(ask([role], forReviewers, 'complete')).toBe(VIEWS_ONLY)
  })

  test('who is no supervisor is told that he is no candidate', () => {
    expect(ask(['street-officer'], forReviewers)).toBe('policy.no-candidate')
  })

  test.each([
    ['a supervisor who is a reviewer besides', ['justice-office-supervisor', 'center-legal-reviewer'], NO_CASE],
    ['a head of the bureau who is a reviewer besides', ['justice-bureau-leader', 'center-legal-reviewer'], undefined],
    ['a reviewer', ['center-legal-reviewer'], undefined],
  ])('%s reviews: %s', (_, roles, expected) => {
    expect(ask(roles, forReviewers)).toBe(expected)
  })

  test('a supervisor does what the diagram gives to supervisors', () => {
    const his = { kind: 'internal', candidateGroups: [`justice-office-supervisor@${CEC}`] }
    expect(ask(['justice-office-supervisor'], his)).toBeUndefined()
  })

  test('what he holds he may give back', () => {
    expect(ask(['justice-office-supervisor'], { ...forReviewers, assignee: 'wei' }, 'release')).toBeUndefined()
    expect(ask(['justice-office-supervisor'], { ...forReviewers, assignee: 'wei' }, 'complete')).toBe(NO_CASE)
  })

  test('what a colleague holds is told as such', () => {
    expect(ask(['justice-supervisor'], { ...forReviewers, assignee: 'qin' })).toBe('policy.assigned-to-other')
  })

  test.each([VIEWS_ONLY, NO_CASE])('%s is said in both languages, with what would make it pass', id => {
    for (const word of [id, `${id}.remedy`])
      expect(policyWords[word]).toMatchObject({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
  })
})
