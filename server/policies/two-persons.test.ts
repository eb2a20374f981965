import { expect, test } from 'vitest'
import { objectionTo } from './index.ts'
import type { PolicyPerson, TaskVerb } from './policy.ts'
import { person, request, task } from './request.fixture.ts'

const lin = person('lin', ['street-officer'])
const he = person('he', ['street-officer'])
const suspended = person('su', ['street-officer'], {
  certificates: [{ kind: 'enforcement', number: 'E-su', state: 'suspended' }],
})
const reviewer = person('qin', ['center-legal-reviewer'], { certificates: [] })
const onSite = task({ kind: 'on-site-act', enforcementAct: true, needsCosigner: true, assignee: 'lin' })
const reconcile = task({ kind: 'legal-review-second', needsCosigner: true })

test.each<[string, TaskVerb, PolicyPerson, PolicyPerson | undefined, string | undefined]>([
  ['one alone', 'complete', lin, undefined, 'R-TWO policy.two-persons.alone'],
  ['the first of two', 'submit', lin, undefined, undefined],
  ['a second without a first', 'cosign', he, undefined, 'R-TWO policy.two-persons.unsigned'],
  ['the same person twice', 'cosign', lin, lin, 'R-TWO policy.two-persons.same'],
  ['a second whose certificate is suspended', 'cosign', suspended, lin, 'R-CERT policy.certificate.not-valid'],
  [
    'a first whose certificate was suspended meanwhile',
    'cosign',
    he,
    suspended,
    'R-TWO policy.two-persons.signer-certificate',
  ],
  ['two different officers', 'cosign', he, lin, undefined],
])('R-TWO: %s', (_, verb, who, signer, expected) => {
  const objection = objectionTo(request({ verb, person: who, task: onSite, signer }))
  expect(objection && `${objection.rule} ${objection.id}`).toBe(expected)
})

test('what is no enforcement takes two persons, not two certificates', () => {
  const signer = person('zhou', ['center-legal-reviewer'], { certificates: [] })
  expect(objectionTo(request({ verb: 'cosign', person: reviewer, task: reconcile, signer }))).toBeUndefined()
})

test('a task that does not ask for two is completed by one', () => {
  expect(objectionTo(request({ person: lin, task: { ...onSite, needsCosigner: false } }))).toBeUndefined()
})

test('the diagram may name whose second signature it is', () => {
  const named = { ...reconcile, cosignGroups: ['pmo-legal-reviewer@LDJ-PMO'] }
  const signer = person('zhou', ['center-legal-reviewer'])
  expect(objectionTo(request({ verb: 'cosign', person: reviewer, task: named, signer }))).toMatchObject({
    id: 'policy.no-candidate',
  })
})
