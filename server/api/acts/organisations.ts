import { officeDate } from '../../clock/office-date.ts'
import { addDays } from '../../deadlines/office-day.ts'
import { ORGANISATION_KINDS } from '../../registers/organisation-kinds.ts'
import type { HeldAppointment } from '../../registers/people.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { type Change, changeOf, changeRegisters, type Row } from './change-registers.ts'
import { appointmentChange } from './people.ts'
import { Complaints } from './register-checks.ts'

/** What is kept of an organisation. */
export interface WantedOrganisation {
  name: string
  kind: string
  parent: string | null
  /** The body in whose name it acts; itself when none is given. */
  entity: string | null
}

/** Enters an organisation, or changes it. */
export async function putOrganisation(
  house: House,
  caller: Caller,
  orgId: string,
  {
    name,
    kind,
    parent,
    entity,
    reason,
    from,
  }: WantedOrganisation & { reason?: string | undefined; from?: string | undefined },
): Promise<void> {
  const complaints = new Complaints()
  complaints.oneOf('kind', kind, ORGANISATION_KINDS)
  const isKnown = (id: string) => id === orgId || house.people.findOrganisation(id) !== undefined
  if (parent !== null && !isKnown(parent)) complaints.add('parent', 'register.unknown-organisation', { found: parent })
  if (entity !== null && !isKnown(entity)) complaints.add('entity', 'register.unknown-organisation', { found: entity })
  if (parent !== null && isBelow(house, parent, orgId)) complaints.add('parent', 'register.circle')
  const today = officeDate(house.clock.now())
  if (from !== undefined && complaints.day('from', from) && from < today) complaints.add('from', 'limit.past')
  complaints.refuse()
  const content = { name, kind, parent, entity: entity ?? orgId }
  if ((from ?? today) > today || house.registers.find('organisation-changes', changeId(house, orgId)))
    return planChange(house, caller, orgId, { ...content, from: from ?? today, state: null, successor: null, reason })
  const change = changeOf(house, 'organisations', orgId, content)
  await changeRegisters(house, caller, {
    verb: change.before ? 'organisation.change' : 'organisation.add',
    permission: 'administrate',
    subject: { orgId },
    changes: [change],
    reason,
  })
}

/** @throws Problem 404 or 409 when it is not, or already, registered. */
export function requireOrganisation(house: House, orgId: string, isRegistered: boolean): void {
  const found = house.people.findOrganisation(orgId) !== undefined
  if (found === isRegistered) return
  throw isRegistered ? new Problem('resource.not-found') : new Problem('register.taken', { id: orgId })
}

function isBelow(house: House, orgId: string, top: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = orgId; at !== null && !seen.has(at); ) {
    if (at === top) return true
    seen.add(at)
    at = house.people.findOrganisation(at)?.parent ?? null
  }
  return false
}

interface PlannedChange extends WantedOrganisation {
  from: string
  state: 'dissolved' | null
  successor: string | null
  reason?: string | undefined
}

/** The change that holds today, by its id; a name that stands for none when nothing was changed by date yet. */
function changeId({ registers, clock }: House, orgId: string): string {
  return registers.latestOrganisationChange(orgId, officeDate(clock.now())) ?? ''
}

/** Changes an organisation from a day on; until then it stays as it is. */
async function planChange(
  house: House,
  caller: Caller,
  orgId: string,
  { from, reason, ...content }: PlannedChange,
  also: readonly Change[] = [],
): Promise<void> {
  const isMerger = content.state === 'dissolved' && content.successor !== null
  const verb = isMerger
    ? 'organisation.merge'
    : content.state === 'dissolved'
      ? 'organisation.dissolve'
      : 'organisation.plan'
  const row: Row = { orgId, validFrom: from, ...content }
  await changeRegisters(house, caller, {
    ...{ verb, permission: 'administrate', subject: { orgId } },
    changes: [changeOf(house, 'organisation-changes', `${orgId}/${from}`, row), ...also],
    reason,
  })
}

/** Dissolves an organisation from a day on, or merges it into another one: appointments there end the day before. */
export async function dissolveOrganisation(
  house: House,
  caller: Caller,
  orgId: string,
  {
    from,
    successor,
    takesOver,
    reason,
  }: { from: string; successor: string | null; takesOver: boolean; reason: string },
): Promise<void> {
  const organisation = house.people.findOrganisation(orgId)
  if (!organisation) throw new Problem('resource.not-found')
  const complaints = new Complaints()
  if (complaints.day('from', from) && from < officeDate(house.clock.now())) complaints.add('from', 'limit.past')
  const heir = successor === null ? undefined : house.people.findOrganisation(successor)
  if (successor !== null && (!heir || heir.state === 'dissolved' || successor === orgId))
    complaints.add('successor', 'register.unknown-organisation', { found: successor })
  const below = house.people.listOrganisations().filter(each => each.parent === orgId && each.state !== 'dissolved')
  if (below.length > 0) complaints.add('from', 'register.has-below', { found: below.map(({ name }) => name) })
  complaints.refuse()
  const { name, kind, parent, entity } = organisation
  const content = { name, kind: kind ?? 'department', parent, entity }
  const moved = takesOver && successor !== null ? successor : undefined
  await planChange(
    house,
    caller,
    orgId,
    { ...content, from, state: 'dissolved', successor, reason },
    house.people.appointmentsAt(orgId, from).flatMap(held => endingOf(house, held, from, moved)),
  )
}

/** An appointment at what is dissolved ends the day before; who had not begun never begins. The heir takes people over. */
function endingOf(house: House, held: HeldAppointment, from: string, heir: string | undefined): Change[] {
  const { appointmentId, personId, role, isActing, to } = held
  const last = addDays(from, -1)
  const isOver = held.from > last
  const ended = {
    validTo: isOver ? held.from : last,
    endedAt: isOver ? new Date(house.clock.now()).toISOString() : null,
  }
  const begins = held.from > from ? held.from : from
  return [
    changeOf(house, 'appointments', appointmentId, ended),
    ...(heir === undefined
      ? []
      : [appointmentChange(house, personId, { role, org: heir, from: begins, to, isActing })]),
  ]
}
