import { describe, expect, test } from 'vitest'
import { certificateValues } from './certificate-values.ts'
import type { PolicyCase, PolicyCertificate } from './policy.ts'
import { person, request, task } from './request.fixture.ts'

const keeper = person('jian', ['justice-cert-admin'])
const holds = (state: PolicyCertificate['state']): Partial<PolicyCase> => ({
  holderId: 'he',
  certificatesOf: id => (id === 'he' ? [{ kind: 'enforcement', number: 'E-1', state }] : []),
})
const ask = (kind: string, values: Record<string, unknown>, facts: Partial<PolicyCase>) =>
  certificateValues(request({ person: keeper, task: task({ kind }), values, case: facts }))?.id

describe('what the present state of a certificate allows to be approved', () => {
  const states = ['valid', 'pending', 'suspended', 'withdrawn', 'lost', 'expired', 'cancelled'] as const
  const no = 'policy.certificate.not-disposable'
  test.each([
    ['cancel', 'cancelled'],
    ['suspend', 'suspended,withdrawn,lost,expired,cancelled'],
    ['withdraw', 'withdrawn,cancelled'],
    ['restore', 'valid,pending,withdrawn,lost,expired,cancelled'],
  ])('%s: not of one that is %s', (disposal, barred) => {
    for (const state of states) {
      const facts = { ...holds(state), known: { disposal, certNo: 'E-1' } }
      const found = ask('certificate-approval', { approveAction: 'approve' }, facts)
      expect([state, found]).toEqual([state, barred.split(',').includes(state) ? no : undefined])
      expect(ask('certificate-approval', { approveAction: 'dismiss' }, facts)).toBeUndefined()
    }
  })
})

describe('an application', () => {
  const renewal = { personId: 'he', bizType: 'renew', certType: 'enforcement', oldCertNo: 'E-1' }
  test.each([
    ['a renewal of his own', renewal, 'valid', undefined],
    ['a renewal of one that is suspended', renewal, 'suspended', 'policy.certificate.not-replaceable'],
    [
      'a renewal of a number that is not his',
      { ...renewal, oldCertNo: 'E-2' },
      'valid',
      'policy.certificate.not-replaceable',
    ],
    ['a new one beside a valid one', { ...renewal, bizType: 'new' }, 'valid', 'policy.certificate.held'],
    ['a new one after a cancelled one', { ...renewal, bizType: 'new' }, 'cancelled', undefined],
    [
      'one that was made for somebody else',
      { ...renewal, personId: 'lin' },
      'valid',
      'policy.certificate.other-person',
    ],
  ] as const)('%s', (_, values, state, expected) => {
    expect(ask('certificate-application', values, holds(state))).toBe(expected)
  })
})

describe('what runs already, and who applies', () => {
  const renewal = { personId: 'he', bizType: 'renew', certType: 'enforcement', oldCertNo: 'E-1' }
  const runs = { ...holds('valid'), known: { certNo: 'E-1', disposal: 'suspend' }, runningMatter: () => 'FS-1' }
  test.each([
    ['a second application', 'certificate-application', renewal, 'policy.certificate.application-running'],
    ['a second proposal', 'certificate-application', { reasonCode: 'retire' }, 'policy.certificate.disposal-running'],
    ['its approval', 'certificate-approval', { approveAction: 'approve' }, 'policy.certificate.disposal-running'],
    ['its dismissal', 'certificate-approval', { approveAction: 'dismiss' }, undefined],
  ] as const)('%s waits for the first', (_, kind, values, expected) => {
    expect(ask(kind, values, runs)).toBe(expected)
    expect(ask(kind, values, { ...runs, runningMatter: () => undefined })).toBeUndefined()
  })
  test('a certificate of supervision is applied for by the head of the bureau', () => {
    const values = { ...renewal, bizType: 'new', certType: 'supervision' }
    expect(ask('certificate-application', values, holds('valid'))).toBe('policy.certificate.supervision-by-bureau')
    const head = request({
      person: person('tao', ['justice-bureau-leader']),
      task: task({ kind: 'certificate-application' }),
      values,
      case: holds('valid'),
    })
    expect(certificateValues(head)).toBeUndefined()
  })
})

describe('a number and an age', () => {
  test('a number is given once', () => {
    expect(ask('certificate-issue', { certNo: 'E-1' }, { isCertificateNumber: () => true })).toBe(
      'policy.certificate.number-taken',
    )
    expect(ask('certificate-issue', { certNo: 'E-9' }, {})).toBeUndefined()
  })
  test.each([
    ['age', [], 'policy.certificate.age-alone'],
    ['age', ['E-1'], undefined],
    ['age+report', [], undefined],
  ])('cancelled by %s, asked before: %j', (source, clarified, expected) => {
    const items = [{ certNo: 'E-1', source, decision: 'cancel' }]
    expect(ask('certificate-cleanup', { items }, { known: { clarified } })).toBe(expected)
  })
})
