import { z } from '@hono/zod-openapi'
import { officeDate } from '../clock/office-date.ts'
import type { RegisteredAppointment } from '../registers/people.ts'
import { putQualification } from './acts/certificates.ts'
import { setMailAddress } from './acts/notifications.ts'
import { addPerson, appoint, changeAppointment, renamePerson, requirePerson } from './acts/people.ts'
import { admitActor, admitReader } from './admit.ts'
import { dayAsked, OfDay } from './as-of-day.ts'
import { certificateJson } from './certificates.ts'
import { routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { registerHistory } from './register-history.ts'
import { done, json, jsonBody, route } from './route.ts'
import { AddressBody } from './schemas/notification.ts'
import { PageSchema, paging } from './schemas/page.ts'
import { AppointmentSchema, appointmentJson } from './schemas/person.ts'
import * as register from './schemas/register.ts'

const READERS = ['administrate', 'certify', 'audit'] as const
const { Name, NamedId, PersonId, Reason } = register
const Query = z.strictObject({
  ...paging,
  q: z.string().max(50).optional(),
  org: z.string().max(60).optional(),
  role: z.string().max(60).optional(),
  day: OfDay,
})
const PersonParam = z.object({ personId: NamedId })

const ListedPersonSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    accountId: z.string().nullable(),
    appointments: z.array(AppointmentSchema),
  })
  .openapi('ListedPerson')

const PersonRecordSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    account: register.AccountSchema.pick({ accountId: true, state: true }).nullable(),
    appointments: z.array(register.KeptAppointmentSchema),
    certificates: z.array(register.CertificateSchema),
    qualification: register.QualificationSchema.nullable(),
    /** Where mail reaches him; told to himself and to administrators. */
    mail: z.string().nullable().optional(),
  })
  .openapi('PersonRecord')

const NewPerson = z
  .strictObject({
    personId: PersonId,
    name: Name,
    appointments: z.array(register.WantedAppointmentSchema).max(20).default([]),
  })
  .openapi('NewPerson')
const PersonChange = z.strictObject({ name: Name, reason: Reason }).openapi('PersonChange')
const AppointmentChange = z
  .strictObject({
    appointmentId: NamedId,
    to: register.Day.nullable(),
    isActing: z.boolean(),
    isEnded: z.boolean().default(false).openapi({ description: 'Ends it now, whatever `to` says' }),
    reason: Reason,
  })
  .openapi('AppointmentChange')
const text = z.string().trim().min(1).max(200).nullable()
const QualificationChange = z
  .strictObject({ number: text, grantedOn: text, reviewerSince: text, exemption: text, reason: Reason })
  .openapi('QualificationChange')

/** People as master data: found, seen, edited, with their history. */
export const personnelRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/personnel',
      summary: 'Everybody who is registered; with a day, as it was then',
      request: { query: Query },
      responses: { 200: json(z.object({ items: z.array(ListedPersonSchema), page: PageSchema }), 'By name') },
    }),
    c => {
      admitReader(c, READERS)
      const { house, language } = c.var
      const { day, ...query } = c.req.valid('query')
      const asked = dayAsked(house, day)
      const { items: rows, endCursor } = house.registers.personnel.page({ ...query, isPast: asked.isPast }, asked.day)
      const items = rows.map(row => ({
        ...row,
        appointments: (house.people.findPerson(row.personId, asked.day)?.appointments ?? []).map(each =>
          appointmentJson(house, each, language, asked.day),
        ),
      }))
      return c.json({ items, page: endCursor === undefined ? {} : { endCursor } }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/personnel',
      summary: 'Register somebody with appointments',
      request: { body: jsonBody(NewPerson) },
      responses: { 201: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'person.add')
      await addPerson(c.var.house, caller, c.req.valid('json'))
      return c.body(null, 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/personnel/{personId}',
      summary: "A person's record; everybody may read his own",
      request: { params: PersonParam },
      responses: { 200: json(PersonRecordSchema, 'The record') },
    }),
    c => {
      const { personId } = c.req.valid('param')
      if (personId !== c.var.caller.person.personId) admitReader(c, READERS)
      requirePerson(c.var.house, personId)
      const { person } = c.var.caller
      const knowsMail = personId === person.personId || person.permissions.includes('administrate')
      const { mail } = c.var.house.postOffice.settings.of(personId)
      return c.json({ ...personRecordJson(c.var.house, personId, c.var.language), ...(knowsMail && { mail }) }, 200)
    },
  )
  .openapi(
    route({
      method: 'patch',
      path: '/personnel/{personId}',
      summary: 'Correct a name',
      request: { params: PersonParam, body: jsonBody(PersonChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'person.change')
      await renamePerson(c.var.house, caller, c.req.valid('param').personId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/personnel/{personId}/mail',
      summary: 'Enter where mail reaches somebody, for him',
      request: { params: PersonParam, body: jsonBody(AddressBody) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'notification.address')
      await setMailAddress(c.var.house, caller, c.req.valid('param').personId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/personnel/{personId}/history',
      summary: 'What was changed of a person, newest first',
      request: { params: PersonParam, query: z.strictObject(paging) },
      responses: { 200: json(register.RegisterHistorySchema, 'The history') },
    }),
    c => {
      const { personId } = c.req.valid('param')
      if (personId !== c.var.caller.person.personId) admitReader(c, READERS)
      const { limit, after } = c.req.valid('query')
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) || 0
      return c.json(registerHistory(c.var.house, `person/${personId}`, { limit, before }, c.var.language), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/personnel/{personId}/appointments',
      summary: 'Appoint somebody',
      request: { params: PersonParam, body: jsonBody(register.WantedAppointmentSchema.openapi('NewAppointment')) },
      responses: { 201: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'appointment.add')
      await appoint(c.var.house, caller, c.req.valid('param').personId, c.req.valid('json'))
      return c.body(null, 201)
    },
  )
  .openapi(
    route({
      method: 'patch',
      path: '/personnel/{personId}/appointments',
      summary: 'Change an appointment, or end it at once',
      request: { params: PersonParam, body: jsonBody(AppointmentChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'appointment.change')
      await changeAppointment(c.var.house, caller, c.req.valid('param').personId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/personnel/{personId}/qualification',
      summary: 'Enter the legal qualification of a reviewer',
      request: { params: PersonParam, body: jsonBody(QualificationChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'certify', 'qualification.change')
      await putQualification(c.var.house, caller, c.req.valid('param').personId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )

function personRecordJson(house: House, personId: string, language: Language): z.infer<typeof PersonRecordSchema> {
  const now = house.clock.now()
  const accountId = house.people.findAccountOfPerson(personId)
  const account = accountId === undefined ? undefined : house.accounts.find(accountId)
  const qualification = house.registers.find('qualifications', personId)
  return {
    personId,
    name: house.people.nameOf(personId) ?? personId,
    account: account ? { accountId: account.accountId, state: account.state } : null,
    appointments: house.people.appointmentsOf(personId).map(each => ({
      ...appointmentJson(house, each, language),
      appointmentId: each.appointmentId,
      endedAt: each.endedAt,
      state: stateOf(each, officeDate(now)),
    })),
    certificates: house.registers.certificates
      .certificatesOf(personId, now)
      .map(each => certificateJson(house, { ...each, personName: house.people.nameOf(personId) ?? personId })),
    qualification: qualification ? (qualification as z.infer<typeof register.QualificationSchema>) : null,
  }
}

function stateOf({ from, to, endedAt }: RegisteredAppointment, today: string): 'present' | 'future' | 'past' {
  if (from > today) return 'future'
  const isOver = to !== null && (to < today || (to === today && endedAt !== null))
  return isOver ? 'past' : 'present'
}
