import type { NewAppointment } from '../../api-registers.ts'
import type { OrganisationList } from '../../api-types.ts'
import type { RecordField, RecordValues } from '../../dialogs/record/record-field.ts'
import { officeNow } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** Today in the office, `2026-11-24`. */
const officeToday = (): string => new Date(officeNow() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What an appointment consists of: role, organisation, days, acting or not. */
export function appointmentFields({ items, roles }: OrganisationList): RecordField[] {
  return [
    {
      ...{ name: 'role', label: t('people.role'), type: 'select', value: 'street-officer' },
      options: roles.map(({ id, name }) => ({ value: id, word: name })),
    },
    {
      ...{ name: 'org', label: t('people.org'), type: 'select' },
      options: items.map(({ orgId, name }) => ({ value: orgId, word: name })),
    },
    { name: 'from', label: t('person.from'), type: 'date', value: officeToday() },
    { name: 'to', label: t('person.to'), type: 'date', isOptional: true, help: t('person.toHelp') },
    { name: 'isActing', label: t('person.acting'), type: 'checkbox' },
  ]
}

export function appointmentOf({ role = '', org = '', from = '', to, isActing }: RecordValues): NewAppointment {
  return { role, org, from, to: to || null, isActing: isActing === 'yes' }
}
