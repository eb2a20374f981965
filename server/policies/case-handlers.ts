import type { Objection, PolicyCertificate } from './policy.ts'

/** An officer who is to handle a case, as of the moment of the act. */
export interface HandlerToBe {
  id: string
  name: string
  certificates: readonly PolicyCertificate[]
}

/**
 * R-TWO and R-CERT for the handlers of a case: two at least, different ones, each with a valid enforcement certificate
 * (行政处罚法 第42条).
 */
export function objectionToHandlers(handlers: readonly HandlerToBe[]): Objection | undefined {
  if (new Set(handlers.map(({ id }) => id)).size < 2)
    return { id: 'policy.case-handlers.two', rule: 'R-TWO', basis: ['行政处罚法 第42条'] }
  const without = handlers.filter(
    ({ certificates }) => !certificates.some(({ kind, state }) => kind === 'enforcement' && state === 'valid'),
  )
  if (without.length === 0) return undefined
  const params = { people: without.map(({ name }) => name) }
  return { id: 'policy.case-handlers.certificate', params, rule: 'R-CERT', basis: ['行政处罚法 第42条'] }
}
