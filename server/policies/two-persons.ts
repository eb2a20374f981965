import { neededCertificate } from './certificate.ts'
import type { Objection, Policy, TaskRequest } from './policy.ts'

/**
 * R-TWO: what needs two is signed by two different persons; in an enforcement act the first signer's certificate must
 * still be valid when the second signs, whose own R-CERT asks for (行政处罚法 第42条, 第55条; 行政强制法 第18条).
 */
export const twoPersons: Policy = request => {
  const { verb, task } = request
  if (!task.needsCosigner) return undefined
  if (verb === 'complete') return objection('alone')
  return verb === 'cosign' ? objectionToSecond(request) : undefined
}

function objectionToSecond({ person, task, signer }: TaskRequest): Objection | undefined {
  if (!signer) return objection('unsigned')
  if (signer.id === person.id) return objection('same')
  const kind = neededCertificate(task)
  const isValid = kind === undefined || signer.certificates.some(held => held.kind === kind && held.state === 'valid')
  return isValid ? undefined : objection('signer-certificate')
}

function objection(why: 'alone' | 'unsigned' | 'same' | 'signer-certificate'): Objection {
  return {
    id: `policy.two-persons.${why}`,
    rule: 'R-TWO',
    basis: ['行政处罚法 第42条', '行政处罚法 第55条', '行政强制法 第18条'],
  }
}
