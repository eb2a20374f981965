import { HANDLING } from './kinds.ts'
import type { Objection, PolicyCertificate, PolicyPerson, PolicyTask } from './policy.ts'

/**
 * R-CERT: who enforces, handles a case or supervises enforcement holds a certificate that is valid at the moment of the
 * act. A lost one bars what is done before a party, to whom it would have to be shown (行政处罚法 第55条), not desk work.
 */
export function certificate({ person, task }: HeldForTask): Objection | undefined {
  const kind = neededCertificate(task)
  if (kind === undefined) return undefined
  if (isCertified(person.certificates, task)) return undefined
  const states = person.certificates.filter(held => held.kind === kind).map(({ state }) => state)
  const basis = ['行政处罚法 第42条', '行政处罚法 第55条', '行政处罚法 第76条']
  const [state] = states
  const params = { certificate: `certificate-kind.${kind}` }
  if (state === undefined) return { id: 'policy.certificate.none', params, rule: 'R-CERT', basis }
  return {
    id: 'policy.certificate.not-valid',
    params: { ...params, state: `certificate-state.${state}` },
    rule: 'R-CERT',
    basis,
  }
}

/** Whose certificates, for which task. */
interface HeldForTask {
  person: Pick<PolicyPerson, 'certificates'>
  task: Pick<PolicyTask, 'kind' | 'enforcementAct'>
}

/** Which certificate a task asks for, if any: reviewing, deciding and coordinating need none. */
export function neededCertificate(
  task: Pick<PolicyTask, 'kind' | 'enforcementAct'>,
): PolicyCertificate['kind'] | undefined {
  if (task.kind === 'supervision') return 'supervision'
  return task.enforcementAct || (task.kind !== undefined && HANDLING.has(task.kind)) ? 'enforcement' : undefined
}

/** Whether somebody's certificates, as they stood at an instant, are enough for a task; most tasks need none. */
export function isCertified(
  certificates: readonly Pick<PolicyCertificate, 'kind' | 'state'>[],
  task: Pick<PolicyTask, 'kind' | 'enforcementAct'>,
): boolean {
  const needed = neededCertificate(task)
  return needed === undefined || certificates.some(({ kind, state }) => kind === needed && isEnough(state, task))
}

function isEnough(state: PolicyCertificate['state'], { enforcementAct }: Pick<PolicyTask, 'enforcementAct'>): boolean {
  return state === 'valid' || (state === 'lost' && !enforcementAct)
}
