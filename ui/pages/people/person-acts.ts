import { api } from '../../api.ts'
import type { Invitation, KeptAppointment, PersonRecord } from '../../api-types.ts'
import { openLink } from '../../dialogs/link/open-link.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { t } from '../../words/index.ts'
import { appointmentFields, appointmentOf } from './appointment-fields.ts'

/** Corrects the name. */
export const rename = ({ personId, name }: PersonRecord): Promise<boolean> =>
  openRecord({
    title: t('person.rename'),
    fields: [{ name: 'name', label: t('people.name'), value: name }, reasonField()],
    send: ({ name = '', reason = '' }) => api.renamePerson(personId, { name, reason }),
  })

/** Enters where mail reaches the person. */
export const changeMail = ({ personId, name, mail }: PersonRecord): Promise<boolean> =>
  openRecord({
    title: t('person.mailTitle', { name }),
    fields: [
      { name: 'mail', label: t('notice.mail'), value: mail ?? '', isOptional: true, help: t('person.mailHelp') },
      reasonField(),
    ],
    check: ({ mail = '' }) => (mail === '' || /^\S+@\S+\.\S+$/.test(mail) ? {} : { mail: t('person.mailWrong') }),
    send: ({ mail, reason = '' }) => api.setMailAddress(personId, { mail: mail || null, reason }),
  })

/** Appoints the person. */
export async function appoint({ personId }: PersonRecord): Promise<boolean> {
  const offices = await api.organisations()
  return openRecord({
    title: t('person.appoint'),
    fields: appointmentFields(offices),
    send: values => api.appoint(personId, appointmentOf(values)),
  })
}

/** Changes the last day or the capacity of an appointment. */
export const changeAppointment = (
  { personId }: PersonRecord,
  { appointmentId, orgName, roleName, to, isActing }: KeptAppointment,
): Promise<boolean> =>
  openRecord({
    title: `${orgName} · ${roleName}`,
    fields: [
      { name: 'to', label: t('person.to'), type: 'date', value: to ?? '', isOptional: true, help: t('person.toHelp') },
      { name: 'isActing', label: t('person.acting'), type: 'checkbox', value: isActing ? 'yes' : '' },
      reasonField(),
    ],
    send: ({ to, isActing, reason = '' }) =>
      api.changeAppointment(personId, {
        ...{ appointmentId, to: to || null, isActing: isActing === 'yes', isEnded: false, reason },
      }),
  })

/** Ends an appointment now. */
export const endAppointment = (
  { personId }: PersonRecord,
  { appointmentId, orgName, roleName, to, isActing }: KeptAppointment,
): Promise<boolean> =>
  openRecord({
    ...{ title: `${t('person.end')}：${orgName} · ${roleName}`, text: t('person.endText'), isDanger: true },
    submit: t('person.end'),
    fields: [reasonField()],
    send: ({ reason = '' }) => api.changeAppointment(personId, { appointmentId, to, isActing, isEnded: true, reason }),
  })

/** Opens an account and shows the link to its password. */
export async function openAccountOf({ personId, name }: PersonRecord): Promise<boolean> {
  const made: Invitation[] = []
  const isDone = await openRecord({
    title: t('person.openAccount'),
    fields: [{ name: 'accountId', label: t('people.account'), value: personId, help: t('setUp.accountHelp') }],
    send: async ({ accountId = '' }) => {
      made.push(await api.openAccount({ accountId, personId }))
    },
  })
  for (const invitation of made) await openLink(invitation, name)
  return isDone
}

/** Enters the legal qualification of a reviewer. */
export const changeQualification = ({ personId, qualification }: PersonRecord): Promise<boolean> =>
  openRecord({
    title: t('person.qualification'),
    text: t('person.qualificationText'),
    fields: [
      field('number', t('person.legalNumber'), qualification?.number),
      { ...field('grantedOn', t('person.grantedOn'), qualification?.grantedOn), type: 'date' },
      { ...field('reviewerSince', t('person.reviewerSince'), qualification?.reviewerSince), type: 'date' },
      { ...field('exemption', t('person.exemption'), qualification?.exemption), help: t('person.exemptionHelp') },
      reasonField(),
    ],
    send: ({ number, grantedOn, reviewerSince, exemption, reason = '' }) =>
      api.putQualification(personId, {
        ...{ number: number || null, grantedOn: grantedOn || null, reviewerSince: reviewerSince || null },
        ...{ exemption: exemption || null, reason },
      }),
  })

const field = (name: string, label: string, value: string | null | undefined) => ({
  ...{ name, label, isOptional: true },
  value: value ?? '',
})
