import { describe, expect, test } from 'vitest'
import { certificate } from './certificate.ts'
import type { PolicyCertificate, PolicyPerson } from './policy.ts'
import { person, request, task } from './request.fixture.ts'

type State = PolicyCertificate['state']
const holding = (...held: [PolicyCertificate['kind'], State][]): PolicyPerson =>
  person('lin', ['street-officer'], {
    certificates: held.map(([kind, state], index) => ({ kind, number: `E-${index}`, state })),
  })
const ask = (who: PolicyPerson, kind: string, enforcementAct = false) =>
  certificate(request({ person: who, task: task({ kind, enforcementAct }) }))

describe('R-CERT: how the certificate stands at the moment of the act', () => {
  test.each<[State, handling: boolean, onSite: boolean]>([
    ['valid', true, true],
    ['suspended', false, false],
    ['withdrawn', false, false],
    ['cancelled', false, false],
    ['expired', false, false],
    ['pending', false, false],
    // It cannot be shown to a party; at the desk nobody has to see it.
    ['lost', true, false],
  ])('%s: handles the case %s, acts before a party %s', (state, handling, onSite) => {
    const who = holding(['enforcement', state])
    expect(ask(who, 'case-handling') === undefined).toBe(handling)
    expect(ask(who, 'on-site-act', true) === undefined).toBe(onSite)
  })

  test('the objection names state, rule and articles', () => {
    expect(ask(holding(['enforcement', 'suspended']), 'case-handling')).toEqual({
      id: 'policy.certificate.not-valid',
      params: { certificate: 'certificate-kind.enforcement', state: 'certificate-state.suspended' },
      rule: 'R-CERT',
      basis: ['行政处罚法 第42条', '行政处罚法 第55条', '行政处罚法 第76条'],
    })
    expect(ask(holding(), 'case-handling')).toMatchObject({ id: 'policy.certificate.none', rule: 'R-CERT' })
  })

  test('one valid certificate is enough, whatever became of an older one', () => {
    expect(ask(holding(['enforcement', 'cancelled'], ['enforcement', 'valid']), 'case-handling')).toBeUndefined()
  })

  test('a certificate of supervision is none for enforcement, nor the other way round', () => {
    expect(ask(holding(['supervision', 'valid']), 'case-handling')?.id).toBe('policy.certificate.none')
    expect(ask(holding(['enforcement', 'valid']), 'supervision')?.id).toBe('policy.certificate.none')
    expect(ask(holding(['supervision', 'valid']), 'supervision')).toBeUndefined()
  })

  test.each(['legal-review-first', 'leader-decision', 'case-decision', 'internal', 'hearing-host'])(
    '%s needs none',
    kind => {
      expect(ask(holding(), kind)).toBeUndefined()
    },
  )

  test.each(['claim', 'assign', 'draft', 'submit', 'cosign', 'complete'] as const)('it holds for %s', verb => {
    const who = holding(['enforcement', 'expired'])
    expect(certificate(request({ verb, person: who, task: task({ kind: 'case-handling' }) }))?.rule).toBe('R-CERT')
  })
})
