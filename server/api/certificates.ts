import { z } from '@hono/zod-openapi'
import { addDays } from '../deadlines/office-day.ts'
import { CERTIFICATE_ACTS, CERTIFICATE_KINDS, CERTIFICATE_STATES, type Certificate } from '../registers/certificates.ts'
import { addCertificate, changeCertificate, turnCertificate } from './acts/certificates.ts'
import { admitActor, admitReader } from './admit.ts'
import { dayAsked, OfDay } from './as-of-day.ts'
import { routes } from './environment.ts'
import type { House } from './house.ts'
import { done, json, jsonBody, route } from './route.ts'
import { LateReason } from './schemas/late.ts'
import { PageSchema, paging } from './schemas/page.ts'
import { CertificateSchema, Day, NamedId, Reason } from './schemas/register.ts'

const Query = z.strictObject({
  ...paging,
  q: z.string().max(50).optional(),
  kind: z.enum(CERTIFICATE_KINDS).optional(),
  state: z.enum(CERTIFICATE_STATES).optional(),
  day: OfDay,
  endingWithin: z.coerce.number().int().min(0).max(3650).optional().openapi({ description: 'Days from today' }),
})
const CertificateParam = z.object({ certificateId: NamedId })
const NewCertificate = z
  .strictObject({
    personId: NamedId,
    kind: z.enum(CERTIFICATE_KINDS),
    number: z.string().regex(/^[\w-]{4,40}$/, 'expected 4 to 40 letters, digits, _ and -'),
    validFrom: Day,
    validTo: Day,
  })
  .openapi('NewCertificate')
const CertificateChange = z.strictObject({ validFrom: Day, validTo: Day, reason: Reason }).openapi('CertificateChange')
const CertificateTurn = z
  .strictObject({
    state: z.enum(CERTIFICATE_ACTS),
    effectiveAt: z.iso.datetime({ offset: true }).openapi({ description: 'May lie in the past, not in the future' }),
    reason: Reason,
    lateReason: LateReason,
  })
  .openapi('CertificateTurn')

/** Certificates of enforcement and supervision. */
export const certificateRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/certificates',
      summary: 'Certificates as they stand now, or stood on a day',
      request: { query: Query },
      responses: {
        200: json(z.object({ items: z.array(CertificateSchema), page: PageSchema }), 'By last day, the earliest first'),
      },
    }),
    c => {
      admitReader(c, ['certify', 'administrate', 'audit'])
      const { house } = c.var
      const { endingWithin, day, ...query } = c.req.valid('query')
      const { day: asked, at, isPast } = dayAsked(house, day)
      const endingBy = endingWithin === undefined ? undefined : addDays(asked, endingWithin)
      const found = house.registers.certificateList.page({ ...query, endingBy, isPast }, at)
      const items = found.items.map(row => certificateJson(house, row, at))
      return c.json({ items, page: found.endCursor === undefined ? {} : { endCursor: found.endCursor } }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/certificates',
      summary: 'Enter a certificate that was issued',
      request: { body: jsonBody(NewCertificate) },
      responses: { 201: done },
    }),
    async c => {
      const caller = await admitActor(c, 'certify', 'certificate.add')
      await addCertificate(c.var.house, caller, c.req.valid('json'))
      return c.body(null, 201)
    },
  )
  .openapi(
    route({
      method: 'patch',
      path: '/certificates/{certificateId}',
      summary: 'Correct the days of a certificate',
      request: { params: CertificateParam, body: jsonBody(CertificateChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'certify', 'certificate.change')
      await changeCertificate(c.var.house, caller, c.req.valid('param').certificateId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/certificates/{certificateId}/states',
      summary: 'Suspend, withdraw, cancel, report lost or restore a certificate',
      request: { params: CertificateParam, body: jsonBody(CertificateTurn) },
      responses: { 201: done },
    }),
    async c => {
      const caller = await admitActor(c, 'certify', 'certificate.turn')
      await turnCertificate(c.var.house, caller, c.req.valid('param').certificateId, c.req.valid('json'))
      return c.body(null, 201)
    },
  )

/** A certificate with what became of it, by an instant if one is given. */
export function certificateJson(
  { registers }: House,
  certificate: Certificate & { personName: string },
  by?: number,
): z.infer<typeof CertificateSchema> {
  const changes = registers.certificates.changesOf(certificate.certificateId)
  const until = by === undefined ? undefined : new Date(by).toISOString()
  return { ...certificate, changes: changes.filter(({ effectiveAt }) => until === undefined || effectiveAt <= until) }
}
