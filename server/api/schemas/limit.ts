import { z } from '@hono/zod-openapi'

/** The limit of a task as lists show it. */
export const LimitSchema = z
  .object({
    key: z.string(),
    startDate: z.string(),
    dueDate: z.string(),
    remindDate: z.string().nullable(),
    urgentDate: z.string(),
    /** A year on the way is not announced yet. */
    isProvisional: z.boolean(),
  })
  .openapi('Limit')

const MarkSchema = z.enum(['law-text', 'found', 'office', 'configurable', 'to-verify'])

/** What a limit rests on: the citation, and what the article says in our own words. */
export const CitationSchema = z
  .object({
    ref: z.string(),
    title: z.string().optional(),
    summary: z.string().optional(),
    verification: MarkSchema.optional(),
  })
  .openapi('Citation')

/** Everything a person needs to count a limit again by hand. */
export const LimitReasonSchema = LimitSchema.extend({
  name: z.string(),
  amount: z.string(),
  mode: z.enum(['STRICT', 'ROLL_FORWARD']),
  start: z.string(),
  basis: z.array(CitationSchema),
  marks: z.array(MarkSchema),
  consequence: z.enum(['warn', 'escalate', 'release', 'forfeit']),
  lastDay: z.string(),
  rolledDay: z.string(),
  skipped: z.array(
    z.object({
      day: z.string(),
      why: z.enum(['weekend', 'holiday', 'excluded', 'rolled']),
      reason: z.string().optional(),
    }),
  ),
  calendarVersion: z.number().int(),
}).openapi('LimitReason')

export type LimitJson = z.infer<typeof LimitSchema>
export type LimitReasonJson = z.infer<typeof LimitReasonSchema>
export type CitationJson = z.infer<typeof CitationSchema>
