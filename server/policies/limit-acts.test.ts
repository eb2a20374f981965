import { describe, expect, test } from 'vitest'
import { objectionTo } from './index.ts'
import {
  objectionToApprover,
  objectionToExclusion,
  objectionToExtension,
  objectionToSuspending,
  type PolicyLimit,
} from './limit-acts.ts'
import type { TaskVerb } from './policy.ts'
import { person, request } from './request.fixture.ts'
import { policyWords } from './words.ts'

const limit: PolicyLimit = {
  ...{
    name: { zh: '查封扣押', en: 'Seizure' },
    basis: ['行政强制法 第25条'],
    dueAt: 100,
    isClosed: false,
    extended: 0,
  },
  extension: { times: 1, approvers: ['subdistrict-head'], basis: ['行政强制法 第25条'] },
}
const { extension: _, ...bare } = limit

describe('R-EXTENSION', () => {
  test.each<[string, PolicyLimit, number, string | undefined]>([
    ['before its end', limit, 99, undefined],
    ['at its end', limit, 100, 'policy.extension.late'],
    ['of a task that is done', { ...limit, isClosed: true }, 50, 'policy.extension.late'],
    ['a second time', { ...limit, extended: 1 }, 50, 'policy.extension.again'],
    ['where nothing provides for it', bare, 50, 'policy.extension.none'],
  ])('%s', (_name, asked, at, id) => {
    const objection = objectionToExtension(asked, at)
    expect(objection?.id).toBe(id)
    if (objection) expect(objection).toMatchObject({ rule: 'R-EXTENSION', basis: ['行政强制法 第25条'] })
  })

  test.each([
    ['subdistrict-head', true, undefined],
    ['subdistrict-head', false, 'policy.extension.approver'],
    ['subdistrict-deputy', true, 'policy.extension.approver'],
  ])('decided by a %s, in the line of the office: %s', (role, isInLine, id) => {
    expect(objectionToApprover(limit, person('p', [role]), () => isInLine)?.id).toBe(id)
  })
})

describe('R-EXCLUSION', () => {
  test.each([
    ['appraisal', ['appraisal'], undefined],
    ['hearing', ['appraisal'], 'policy.exclusion.kind'],
    ['hearing', [], 'policy.exclusion.none'],
  ])('%s where %j is left out', (kind, allowed, id) => {
    expect(objectionToExclusion(limit, { kind, allowed, basis: [] })?.id).toBe(id)
  })
})

test.each([
  ['subdistrict-deputy', true, undefined],
  ['subdistrict-head', true, undefined],
  ['subdistrict-head', false, 'policy.suspending'],
  ['center-director', true, 'policy.suspending'],
])('R-SUSPENSION: a %s, in the line of the office: %s', (role, isInLine, id) => {
  expect(objectionToSuspending(person('p', [role]), () => isInLine)?.id).toBe(id)
})

describe('R-SUSPENDED', () => {
  const suspension = { since: '2026-11-20', ground: 'force-majeure' }
  const officer = person('lin', ['street-officer'])
  test.each<TaskVerb>(['claim', 'assign', 'release', 'draft', 'submit', 'complete'])(
    '%s is refused while the case stands still',
    verb => {
      expect(objectionTo(request({ verb, person: officer, case: { suspension } }))).toMatchObject({
        ...{ rule: 'R-SUSPENDED', basis: ['行政处罚法 第60条'], params: { since: '2026-11-20' } },
      })
      expect(objectionTo(request({ verb, person: officer }))).toBeUndefined()
    },
  )
})

test('every ground and every kind that the sentences name has its words', () => {
  const grounds = ['other-case', 'law-unclear', 'party-missing', 'force-majeure', 'criminal-outcome', 'other']
  const kinds = ['inspection', 'testing', 'quarantine', 'appraisal', 'hearing', 'suspension']
  const ids = [...grounds.map(ground => `suspension.${ground}`), ...kinds.map(kind => `exclusion.${kind}`)]
  expect(ids.filter(id => !policyWords[id])).toEqual([])
})
