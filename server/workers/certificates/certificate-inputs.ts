import { officeDate } from '../../clock/office-date.ts'
import type { ActivatedJob } from '../../engine/index.ts'
import type { Certificate } from '../../registers/certificates.ts'
import type { WorkerTools } from '../worker.ts'

/** A text among the variables of a job; nothing for an empty one. */
export function optionalText({ variables }: Pick<ActivatedJob, 'variables'>, name: string): string | null {
  const value = variables[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The certificate of a number, as it stands now; the number is the register's, whatever its kind. */
export function findByNumber({ registers, clock }: WorkerTools, number: string): Certificate | undefined {
  const { certificates } = registers
  const ids = ['enforcement', 'supervision'].map(kind => `${kind}-${number}`)
  return ids.flatMap(id => certificates.find(id, clock.now()) ?? [])[0]
}

/** The body somebody works for, by his present or else his latest office. */
export function entityOf({ people, clock }: WorkerTools, personId: string): string | undefined {
  const today = officeDate(clock.now())
  const present = people.findPerson(personId, today)?.appointments[0]
  const org = (present ?? people.appointmentsOf(personId)[0])?.org
  return org && (people.findOrganisation(org)?.entity ?? org)
}

/** Whether somebody heads the bureau: what concerns his own certificate is decided above. */
export function leadsBureau({ people, clock }: Pick<WorkerTools, 'people' | 'clock'>, personId: string): boolean {
  const { appointments = [] } = people.findPerson(personId, officeDate(clock.now())) ?? {}
  return appointments.some(({ role }) => role === 'justice-bureau-leader')
}

/** `role@org` of who answers for the certificates of a body: the director of a street's centre, the head of a department. */
export function reporterOf({ people }: Pick<WorkerTools, 'people'>, entity: string): string {
  const centre = people.listOrganisations().find(each => each.entity === entity && each.kind === 'enforcement-centre')
  return centre ? `center-director@${centre.orgId}` : `dept-leader@${entity}`
}

/** `role@org` of everybody who may propose something about a certificate of a body. */
export function proposersFor(tools: Pick<WorkerTools, 'people'>, entity: string): string[] {
  const office = tools.people.listOrganisations().find(each => each.kind === 'justice-office' && each.parent === entity)
  return [
    ...['justice-cert-admin@WC-SFJ', 'justice-supervisor@WC-SFJ', reporterOf(tools, entity)],
    ...(office ? [`justice-office-supervisor@${office.orgId}`] : []),
  ]
}
