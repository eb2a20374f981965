import type { Objection, Policy, TaskRequest } from './policy.ts'

/**
 * R-CERT on what is about to be stored in a matter of certificates: one matter at a time, nobody gets a second one of a kind, what is replaced is
 * his own, a number is given once, and age alone cancels nothing. An application stays with whom it was made for, and nothing
 * is made of a certificate that its present state does not allow.
 */
export const certificateValues: Policy = request => {
  if (request.task.kind === 'certificate-application') return application(request)
  if (request.task.kind === 'certificate-issue') return issue(request)
  if (request.task.kind === 'certificate-approval') return disposal(request)
  if (request.task.kind === 'certificate-cleanup') return cleanup(request)
  return undefined
}

/** What stands in the way of another certificate of the kind; a lost or ended one does not. */
const IN_HAND: ReadonlySet<string> = new Set(['valid', 'suspended', 'pending'])
/** What can be replaced. */
const REPLACEABLE: ReadonlySet<string> = new Set(['valid', 'expired', 'lost', 'pending'])

function application({ person, values, case: facts }: TaskRequest): Objection | undefined {
  const { personId, bizType, certType, oldCertNo } = values ?? {}
  if (typeof values?.reasonCode === 'string') return runningDisposal(facts)
  if (typeof personId !== 'string' || typeof bizType !== 'string') return undefined
  if (facts.holderId !== undefined && personId !== facts.holderId)
    return objection('policy.certificate.other-person', {})
  const isOfBureau = person.appointments.some(({ role }) => role === 'justice-bureau-leader')
  if (certType === 'supervision' && !isOfBureau) return objection('policy.certificate.supervision-by-bureau', {})
  const running = facts.runningMatter({ holderId: personId, certType: String(certType ?? '') })
  if (running !== undefined) return objection('policy.certificate.application-running', { matter: running })
  const held = facts.certificatesOf(personId).filter(({ kind }) => kind === certType)
  if (bizType === 'new') {
    const [present] = held.filter(({ state }) => IN_HAND.has(state))
    return present && objection('policy.certificate.held', { number: present.number })
  }
  const isHis = held.some(({ number, state }) => number === oldCertNo && REPLACEABLE.has(state))
  return isHis ? undefined : objection('policy.certificate.not-replaceable', { number: String(oldCertNo ?? '') })
}

/** Of two that are proposed about one certificate the later waits, or is taken back. */
function runningDisposal(facts: TaskRequest['case']): Objection | undefined {
  const number = String(facts.known.certNo ?? '')
  const running = facts.runningMatter({ certNo: number })
  return running === undefined
    ? undefined
    : objection('policy.certificate.disposal-running', { number, matter: running })
}

function issue({ values, case: facts }: TaskRequest): Objection | undefined {
  const { certNo } = values ?? {}
  if (typeof certNo !== 'string' || !facts.isCertificateNumber(certNo)) return undefined
  return objection('policy.certificate.number-taken', { number: certNo })
}

/** Of which states what can be made; what is cancelled stays so, and only what is suspended is given back. */
const DISPOSABLE: Readonly<Record<string, ReadonlySet<string>>> = {
  cancel: new Set(['valid', 'pending', 'suspended', 'withdrawn', 'lost', 'expired']),
  suspend: new Set(['valid', 'pending']),
  withdraw: new Set(['valid', 'pending', 'suspended', 'lost', 'expired']),
  restore: new Set(['suspended']),
}

/** Between the proposal and its approval the certificate may have been disposed of otherwise. */
function disposal({ values, case: facts }: TaskRequest): Objection | undefined {
  if (values?.approveAction !== 'approve' || facts.holderId === undefined) return undefined
  const running = runningDisposal(facts)
  if (running) return running
  const { disposal: wanted, certNo } = facts.known
  const present = facts.certificatesOf(facts.holderId).find(({ number }) => number === certNo)
  if (!present || DISPOSABLE[String(wanted)]?.has(present.state) !== false) return undefined
  return objection('policy.certificate.not-disposable', { number: present.number })
}

interface CleanupRow {
  certNo?: unknown
  source?: unknown
  decision?: unknown
}

/** Retirement is a finding of the unit or of the establishment; the table alone only raises the question. */
function cleanup({ values, case: facts }: TaskRequest): Objection | undefined {
  const rows = Array.isArray(values?.items) ? (values.items as CleanupRow[]) : []
  const asked = Array.isArray(facts.known.clarified) ? facts.known.clarified : []
  const early = rows.find(
    ({ certNo, source, decision }) => source === 'age' && decision === 'cancel' && !asked.includes(certNo),
  )
  return early && objection('policy.certificate.age-alone', { number: String(early.certNo) })
}

function objection(id: string, params: Record<string, string>): Objection {
  return { id, params, rule: 'R-CERT', basis: ['行政处罚法 第42条'] }
}
