import { z } from '@hono/zod-openapi'
import { kindIds } from '../../notifications/kinds.ts'
import { PageSchema } from './page.ts'

const Kind = z.enum(kindIds)
const Instant = z.string().openapi({ example: '2026-11-24T02:00:00.000Z' })
const Choice = z.strictObject({ inApp: z.boolean(), mail: z.enum(['off', 'now', 'digest']) })

const NotificationSchema = z
  .object({
    notificationId: z.number().int(),
    kind: Kind,
    /** What it says. */
    text: z.string(),
    /** What the case is about; absent where it is about no case. */
    title: z.string().nullable(),
    /** The page it leads to. */
    path: z.string(),
    at: Instant,
    readAt: Instant.nullable(),
  })
  .openapi('Notification')

export const NotificationsSchema = z
  .object({ items: z.array(NotificationSchema), page: PageSchema })
  .openapi('Notifications')

/** Which notifications are read: those named, or all up to one that was seen. */
export const ReadBody = z
  .union([
    z.strictObject({ ids: z.array(z.number().int().positive()).min(1).max(200) }),
    z.strictObject({ upTo: z.number().int().positive() }),
  ])
  .openapi('NotificationsRead')

const Spoken = z.enum(['zh', 'en'])

export const SettingsSchema = z
  .object({
    mail: z.string().nullable(),
    /** In which language mail is written. */
    language: Spoken,
    /** Whether mail leaves this office at all. */
    hasMail: z.boolean(),
    items: z.array(z.object({ kind: Kind, name: z.string(), ...Choice.shape, isDefault: z.boolean() })),
  })
  .openapi('NotificationSettings')

export const SettingsBody = z
  .strictObject({
    mail: z.email().max(120).nullable(),
    language: Spoken.default('zh'),
    choices: z.partialRecord(Kind, Choice),
  })
  .openapi('NotificationSettingsChange')

const Template = {
  subject: z.string().trim().min(1).max(120),
  body: z.string().trim().min(1).max(2000),
}

export const TemplateBody = z
  .strictObject({ language: z.enum(['zh', 'en']), ...Template })
  .openapi('NotificationTemplateChange')

export const PreviewSchema = z.object({ subject: z.string(), body: z.string() }).openapi('NotificationPreview')

export const TemplatesSchema = z
  .object({
    items: z.array(
      z.object({
        kind: Kind,
        name: z.string(),
        language: z.enum(['zh', 'en']),
        subject: z.string(),
        body: z.string(),
        /** Whether the office set it itself. */
        isOwn: z.boolean(),
        places: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
  })
  .openapi('NotificationTemplates')

/** A mail address that an administrator enters for somebody. */
export const AddressBody = z
  .strictObject({ mail: z.email().max(120).nullable(), reason: z.string().trim().min(1).max(500) })
  .openapi('MailAddress')

export const OUTBOX_STATES = ['pending', 'sent', 'failed', 'discarded'] as const

export const OutboxSchema = z
  .object({
    /** The ways out of the house that are set. */
    channels: z.array(z.enum(['mail', 'webhook'])),
    failed: z.number().int(),
    pending: z.number().int(),
    items: z.array(
      z.object({
        outboxId: z.number().int(),
        channel: z.enum(['mail', 'webhook']),
        /** Name of the person, or of the system. */
        to: z.string().nullable(),
        kind: Kind,
        subject: z.string(),
        at: Instant,
        state: z.enum(OUTBOX_STATES),
        isDigest: z.boolean(),
        attempts: z.number().int(),
        nextAt: Instant.nullable(),
        error: z.string().nullable(),
        endedAt: Instant.nullable(),
      }),
    ),
    page: PageSchema,
  })
  .openapi('Outbox')
