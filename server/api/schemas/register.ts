import { z } from '@hono/zod-openapi'
import { CERTIFICATE_KINDS, CERTIFICATE_STATES } from '../../registers/certificates.ts'
import { ORGANISATION_KINDS } from '../../registers/organisation-kinds.ts'
import { PERSON_ID } from '../acts/register-checks.ts'
import { twoTimes } from './late.ts'
import { AppointmentSchema, NamedSchema } from './person.ts'

/** An id of a person or an account, as it is chosen. */
export const PersonId = z.string().regex(PERSON_ID, 'expected a small letter, then small letters, digits and -')
/** An id that is named, not chosen: nothing is refused but what is too long. */
export const NamedId = z.string().min(1).max(120)
export const Name = z.string().trim().min(1).max(50)
export const Reason = z.string().trim().min(1).max(500)
export const Day = z.string().min(1).max(20).openapi({ example: '2026-03-01' })

export const WantedAppointmentSchema = z.strictObject({
  role: z.string().min(1).max(60),
  org: z.string().min(1).max(60),
  from: Day,
  to: Day.nullable().default(null),
  isActing: z.boolean().default(false),
})

export const KeptAppointmentSchema = AppointmentSchema.extend({
  appointmentId: z.string(),
  /** Instant at which it was ended during its last day. */
  endedAt: z.string().nullable(),
  state: z.enum(['present', 'future', 'past']),
}).openapi('KeptAppointment')

export const CertificateSchema = z
  .object({
    certificateId: z.string(),
    personId: z.string(),
    personName: z.string(),
    kind: z.enum(CERTIFICATE_KINDS),
    number: z.string(),
    validFrom: z.string(),
    validTo: z.string(),
    /** Now. */
    state: z.enum(CERTIFICATE_STATES),
    changes: z.array(
      z.object({
        state: z.enum(CERTIFICATE_STATES),
        effectiveAt: z.string(),
        reason: z.string(),
        recordedAt: z.string().nullable(),
        lateReason: z.string().nullable(),
      }),
    ),
  })
  .openapi('Certificate')

export const QualificationSchema = z
  .object({
    number: z.string().nullable(),
    grantedOn: z.string().nullable(),
    reviewerSince: z.string().nullable(),
    exemption: z.string().nullable(),
  })
  .openapi('Qualification')

export const AccountSchema = z
  .object({
    accountId: z.string(),
    person: NamedSchema,
    state: z.enum(['locked', 'invited', 'active']),
    invitedUntil: z.string().nullable(),
    openSessions: z.number().int(),
    seenAt: z.string().nullable(),
  })
  .openapi('Account')

export const InvitationSchema = z
  .object({ accountId: z.string(), token: z.string(), expiresAt: z.string() })
  .openapi('Invitation')

export const OrganisationSchema = z
  .object({
    orgId: z.string(),
    name: z.string(),
    kind: z.enum(ORGANISATION_KINDS).nullable(),
    parent: z.string().nullable(),
    entity: z.string(),
    state: z.enum(['dissolved']).nullable(),
    /** What it was merged into. */
    successor: z.string().nullable(),
    /** What becomes of it on days to come. */
    coming: z.array(z.object({ from: z.string(), name: z.string(), isDissolved: z.boolean() })),
    /** What its staffing lacks, as the catalogue of roles has it. */
    warnings: z.array(z.string()),
    /** People in office there today. */
    people: z.number().int(),
  })
  .openapi('Organisation')

/** One entry of the history of a person or an organisation, with what each field was and became. */
export const RegisterHistorySchema = z
  .object({
    items: z.array(
      z.object({
        seq: z.number().int(),
        at: z.string(),
        actor: NamedSchema,
        sentence: z.string(),
        reason: z.string().nullable(),
        ...twoTimes,
        fields: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    page: z.object({ endCursor: z.string().optional() }),
  })
  .openapi('RegisterHistory')
