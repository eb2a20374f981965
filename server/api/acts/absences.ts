import { randomUUID } from 'node:crypto'
import { officeDate } from '../../clock/office-date.ts'
import { addDays, isDay } from '../../deadlines/office-day.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { objectionToSubstitute } from '../../policies/index.ts'
import { type Absence, type AbsenceEntry, absenceEnded, absenceRecord } from '../../registers/absences.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf, type WrongField, wrongFields } from '../problem.ts'
import { requirePermission, submit } from '../submit.ts'
import { registered } from './assign-user-task.ts'

/** Longer than this nobody is away on one entry. */
const MOST_DAYS = 366

/**
 * Enters that somebody is away: oneself, or an administrator for others.
 * @throws Problem 422 for days that are none; CommandRejected 403 by R-ABSENCE, 409 where he is away already
 */
export async function enterAbsence(house: House, caller: Caller, entry: AbsenceEntry): Promise<string> {
  const absenceId = randomUUID()
  const { personId, fromDay, toDay, kind } = entry
  await submit(house, caller, {
    kind: 'register',
    verb: 'absence.enter',
    subject: { absenceId },
    payload: { person: personId, fromDay, toDay, kind },
    personal: ['note'],
    register: [absenceRecord(absenceId, entry)],
    permit: person => {
      requireOwn(person, personId)
      checkDays(house, entry)
      const absent = registered(house, personId)
      const other = house.absences.overlapping(personId, fromDay, toDay)
      if (other) throw awayAlready(other)
      requireSubstitute(house, absent, entry)
    },
  })
  return absenceId
}

/** Enters that somebody is back, or never went. */
export async function endAbsence(house: House, caller: Caller, absenceId: string): Promise<void> {
  const found = house.absences.find(absenceId)
  if (!found) throw new Problem('resource.not-found')
  await submit(house, caller, {
    kind: 'register',
    verb: 'absence.end',
    subject: { absenceId },
    payload: { person: found.personId },
    register: [absenceEnded(absenceId)],
    permit: person => {
      requireOwn(person, found.personId)
      if (house.absences.find(absenceId)?.endedAt !== null)
        throw new CommandRejected('INVALID_STATE', `Absence '${absenceId}' has ended`, { id: 'absence.ended' })
    },
  })
}

function requireOwn(person: Person, personId: string): void {
  if (person.personId !== personId) requirePermission(person, 'administrate')
  else if (!person.permissions.includes('administrate')) requirePermission(person, 'work')
}

function checkDays({ clock }: House, { fromDay, toDay }: AbsenceEntry): void {
  const wrong: WrongField[] = []
  for (const [path, found] of Object.entries({ '/fromDay': fromDay, '/toDay': toDay }))
    if (!isDay(found)) wrong.push({ path, id: 'absence.no-day', params: { found } })
  if (wrong.length > 0) throw wrongFields(wrong)
  const today = officeDate(clock.now())
  if (toDay < fromDay) wrong.push({ path: '/toDay', id: 'absence.order', params: {} })
  else if (toDay < today) wrong.push({ path: '/toDay', id: 'absence.over', params: {} })
  else if (toDay > addDays(fromDay, MOST_DAYS)) wrong.push({ path: '/toDay', id: 'absence.too-long', params: {} })
  if (wrong.length > 0) throw wrongFields(wrong)
}

function requireSubstitute(
  house: House,
  absent: Pick<Person, 'personId' | 'appointments'>,
  { substituteId, fromDay, toDay }: AbsenceEntry,
): void {
  if (substituteId === null) return
  const substitute = registered(house, substituteId)
  const objection = objectionToSubstitute({
    absent: { id: absent.personId, appointments: absent.appointments },
    substitute: { id: substituteId, appointments: substitute.appointments },
    awayUntil: house.absences.overlapping(substituteId, fromDay, toDay)?.toDay,
  })
  if (objection) throw refusalOf(objection)
}

function awayAlready({ personId, fromDay, toDay }: Absence): CommandRejected {
  return new CommandRejected('ALREADY_EXISTS', `'${personId}' is away from ${fromDay} to ${toDay}`, {
    id: 'absence.overlaps',
    params: { fromDay, toDay },
  })
}
