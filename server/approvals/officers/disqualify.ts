import { officeDate } from '../../clock/office-date.ts'
import type { Command, Json } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { isCertified, neededCertificate } from '../../policies/index.ts'
import { endRecord, type UserTask } from '../../projections/index.ts'
import type { CertificateState } from '../../registers/certificates.ts'
import type { HeldAppointment } from '../../registers/people.ts'
import type { OfficerTools } from './officer-tools.ts'
import { isForOneAlone } from './take-back.ts'

/** A certificate that is about to end or to rest. */
export interface Fall {
  personId: string
  certificateId: string
  state: CertificateState
  /** His enforcing or supervising offices end with it: he left, or must not enforce again. */
  endsOffices: boolean
}

/** What the fall of a certificate brings with it, to be done in one act with it. */
export interface Disqualification {
  register: RegisterRecord[]
  commands: Command[]
  /** Tasks that go back for dispatch. */
  handedBack: string[]
  /** `role@org` that end. */
  endedOffices: string[]
}

/** Offices that a certificate of a kind is for. */
const OFFICES: Readonly<Record<string, ReadonlySet<string>>> = {
  enforcement: new Set(['street-officer', 'dept-officer']),
  supervision: new Set(['justice-office-supervisor', 'justice-supervisor']),
}

/**
 * What goes with a certificate at the moment it falls: the offices that were for it, if they end, and every task its holder
 * could no longer do. Nothing is written here; the same act writes the turn of the certificate.
 */
export async function disqualification(tools: OfficerTools, fall: Fall): Promise<Disqualification> {
  const ending = fall.endsOffices ? endingOffices(tools, fall) : []
  const register: RegisterRecord[] = ending.map(office => endedRecord(office, tools.clock.now()))
  const commands: Command[] = []
  const handedBack: string[] = []
  for (const userTaskKey of tools.desks.heldBy(fall.personId)) {
    const task = tools.tasks.find(userTaskKey)
    if (task?.state !== 'CREATED' || (await mayKeep(tools, fall, ending, task))) continue
    const sheet = tools.sheets.find(userTaskKey)
    if (sheet) register.push(endRecord(userTaskKey, sheet))
    const { processInstanceKey } = task
    commands.push({ type: 'UNASSIGN_USER_TASK', userTaskKey, processInstanceKey, action: 'take-back' })
    handedBack.push(userTaskKey)
  }
  return { register, commands, handedBack, endedOffices: ending.map(({ role, org }) => `${role}@${org}`) }
}

function endingOffices({ people, certificates, clock }: OfficerTools, fall: Fall): HeldAppointment[] {
  const { personId, certificateId } = fall
  const today = officeDate(clock.now())
  const kind = certificates
    .certificatesOf(personId, clock.now())
    .find(each => each.certificateId === certificateId)?.kind
  return people
    .appointmentsOf(personId)
    .filter(({ role, from, to, endedAt }) => {
      const isOpen = endedAt === null && (to === null || to >= today)
      return isOpen && from <= today && OFFICES[kind ?? '']?.has(role) === true
    })
    .map(office => ({ ...office, personId }))
}

function endedRecord(
  { appointmentId, personId, role, org, from, isActing }: HeldAppointment,
  now: number,
): RegisterRecord {
  const value: Record<string, Json> = {
    ...{ personId, role, org, validFrom: from, validTo: officeDate(now) },
    ...{ capacity: isActing ? 'acting' : null, endedAt: new Date(now).toISOString() },
  }
  return { register: 'appointments', op: 'put', id: appointmentId, value }
}

/** Whether the task stays his although the certificate falls: he still holds an office for it, and it needs no other paper. */
async function mayKeep(
  { people, certificates, clock, wordsOf }: OfficerTools,
  { personId, certificateId, state }: Fall,
  ending: readonly HeldAppointment[],
  task: UserTask,
): Promise<boolean> {
  const { appointments = [] } = people.findPerson(personId, officeDate(clock.now())) ?? {}
  const left = appointments.filter(({ role, org }) => !ending.some(end => end.role === role && end.org === org))
  const isMeant =
    task.candidateUsers.includes(personId) ||
    left.some(({ role, org }) => task.candidateGroups.includes(`${role}@${org}`))
  if (!isForOneAlone(task) && (left.length === 0 || !isMeant)) return false
  const words = await wordsOf(task.processDefinitionKey, task.elementId)
  const asked = { enforcementAct: words?.enforcementAct ?? false, ...(task.kind !== null && { kind: task.kind }) }
  if (neededCertificate(asked) === undefined) return true
  const held = certificates.certificatesOf(personId, clock.now())
  const then = held.map(each => (each.certificateId === certificateId ? { ...each, state } : each))
  return isCertified(then, asked)
}
