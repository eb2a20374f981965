import { api } from '../../api.ts'
import type { AbsenceKind, Appointment } from '../../api-types.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import type { RecordField } from '../../dialogs/record/record-field.ts'
import { officeNow } from '../../office-time.ts'
import { may, me } from '../../session.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

const KINDS: readonly AbsenceKind[] = ['leave', 'sick', 'trip', 'training', 'other']

/** Asks who is away from when to when, and who takes over; an administrator for anybody, others for themselves. */
export async function enterAbsence(): Promise<boolean> {
  const own = me()
  if (!own) return false
  const { items: everybody } = await api.people({})
  const isForOthers = may(['administrate'])
  const isPeer = (person: { personId: string; appointments: readonly Appointment[] }) =>
    isForOthers ? person.appointments.length > 0 : shares(own.appointments, person.appointments)
  const options = everybody
    .filter(person => isPeer(person) && (isForOthers || person.personId !== own.personId))
    .map(({ personId, name, appointments }) => ({
      value: personId,
      word: `${name} · ${appointments[0]?.orgName ?? ''}`,
    }))
  const isDone = await openRecord({
    title: t('absences.enter'),
    fields: [
      ...(isForOthers ? [personField(everybody)] : []),
      {
        ...{ name: 'kind', label: t('absences.kind'), type: 'select' },
        options: KINDS.map(value => ({ value, word: t(`absences.kind.${value}`) })),
      },
      { name: 'fromDay', label: t('absences.from'), type: 'date', value: today() },
      { name: 'toDay', label: t('absences.to'), type: 'date', help: t('absences.toHelp') },
      {
        ...{ name: 'substituteId', label: t('absences.substitute'), type: 'select', isOptional: true },
        options: [{ value: '', word: t('absences.nobody') }, ...options],
        help: t('absences.substituteHelp'),
      },
      { name: 'note', label: t('absences.note'), isOptional: true },
    ],
    send: ({ personId, kind, fromDay = '', toDay = '', substituteId, note }) =>
      api.enterAbsence({
        ...(personId && { personId }),
        ...{ kind: kind as AbsenceKind, fromDay, toDay, substituteId: substituteId || null, note: note || null },
      }),
  })
  if (isDone) say({ text: t('absences.entered') })
  return isDone
}

const personField = (everybody: readonly { personId: string; name: string }[]): RecordField => ({
  ...{ name: 'personId', label: t('absences.person'), type: 'select' },
  options: everybody.map(({ personId, name }) => ({ value: personId, word: name })),
})

const shares = (own: readonly Appointment[], others: readonly Appointment[]): boolean =>
  others.some(other => own.some(({ role, org }) => role === other.role && org === other.org))

/** The office's day, as a date field has it. */
const today = (): string => new Date(officeNow() + EIGHT_HOURS).toISOString().slice(0, 10)
const EIGHT_HOURS = 8 * 3_600_000
