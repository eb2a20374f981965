import { z } from '@hono/zod-openapi'
import { INTAKE_SOURCES } from '../../registers/intake-clients.ts'
import { MATTER_LEVELS } from '../../registers/intake-matters.ts'
import { Key } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { NamedSchema } from '../schemas/person.ts'
import { Reason } from '../schemas/register.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
/** A number of the source: it becomes part of ours. */
const SourceId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'expected 1–40 letters, digits, . _ -')

export const MatterBody = z
  .strictObject({
    sourceId: SourceId.openapi({ description: 'Number of the matter at its source; each is taken once' }),
    org: text(20).openapi({ description: 'The street it is for', example: 'LDJ' }),
    title: text(120),
    problem: text(2000),
    place: text(200).optional(),
    level: z.enum(MATTER_LEVELS).default('normal'),
    receivedAt: z.iso.datetime({ offset: true }).openapi({ description: 'When the source took it down' }),
    reporter: z
      .strictObject({ name: text(40).optional(), phone: text(30).optional() })
      .optional()
      .openapi({ description: 'Personal data: kept out of the journal' }),
  })
  .openapi('IntakeMatter')
export type MatterBody = z.infer<typeof MatterBody>

export const ReceiptSchema = z
  .object({
    ticketNo: z.string(),
    receivedAt: z.string(),
    /** What was begun with it; null while no procedure takes such matters, and the dispatcher finds it on his page. */
    processInstanceKey: Key.nullable(),
  })
  .openapi('IntakeReceipt')

const MatterSchema = ReceiptSchema.extend({
  seq: z.number().int(),
  source: z.object({ id: z.enum(INTAKE_SOURCES), name: z.string() }),
  sourceId: z.string(),
  org: NamedSchema,
  title: z.string(),
  problem: z.string(),
  place: z.string().nullable(),
  level: z.enum(MATTER_LEVELS),
  reporter: z.string().nullable(),
  phone: z.string().nullable(),
  happenedAt: z.string(),
  process: z.object({ name: z.string(), state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']) }).nullable(),
}).openapi('ListedIntakeMatter')

export const MattersQuery = z.strictObject(paging)
export const MattersSchema = z.object({ items: z.array(MatterSchema), page: PageSchema }).openapi('IntakeMatters')

const ClientSchema = z
  .object({
    clientId: z.string(),
    name: z.string(),
    source: z.object({ id: z.enum(INTAKE_SOURCES), name: z.string() }),
    registeredBy: NamedSchema,
    registeredAt: z.string(),
    revoked: z.object({ by: NamedSchema, at: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('IntakeClient')
export const ClientsSchema = z.object({ items: z.array(ClientSchema) }).openapi('IntakeClients')

export const NewClientBody = z
  .strictObject({
    clientId: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'expected a small letter, then small letters, digits and -'),
    name: text(60),
    source: z.enum(INTAKE_SOURCES),
  })
  .openapi('NewIntakeClient')
export const SecretSchema = z
  .object({
    clientId: z.string(),
    secret: z.string().openapi({ description: 'Told once; it is kept by nobody but us' }),
  })
  .openapi('IntakeSecret')
export const RevocationBody = z.strictObject({ reason: Reason }).openapi('IntakeRevocation')
export const ClientParam = z.object({ clientId: z.string().max(40) })
