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
    /** Since when it stands still with its case. */
    suspendedDate: z.string().nullable(),
    /** How often it was made longer. */
    extended: z.number().int(),
    /** Counted in working days: the days without work from its start until its end, or until today. `null`: every day counts. */
    restDays: z.array(z.string()).nullable(),
  })
  .openapi('Limit')

/** A paragraph of an article with its items. */
export const ParagraphSchema = z.object({
  text: z.string(),
  items: z.array(z.object({ text: z.string(), items: z.array(z.string()) })),
})

export const MarkSchema = z.enum(['law-text', 'found', 'office', 'configurable', 'to-verify'])

/** A citation as of a day: our own summary, the official text where it is there, from when to when it holds. */
export const CitationSchema = z
  .object({
    ref: z.string(),
    /** Office day as of which the law is told. */
    day: z.string(),
    /** Law and article, under which the law's page has it. */
    name: z.string().optional(),
    article: z.string().optional(),
    title: z.string().optional(),
    summary: z.string().optional(),
    /** The official text where it was brought in; the paragraph and item that are cited, from 1. */
    paragraphs: z.array(ParagraphSchema).optional(),
    paragraph: z.number().int().optional(),
    item: z.number().int().optional(),
    inForceFrom: z.string().optional(),
    inForceTo: z.string().optional(),
    /** The law is known, but not in force on that day. */
    isNotInForce: z.boolean().optional(),
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
  /** Its last day if working days were meant, where the law leaves that open. */
  workdayReading: z.string().nullable(),
  /** What it was made longer by, and why. */
  extensions: z.array(
    z.object({ amount: z.string(), reason: z.string(), date: z.string(), by: z.string().nullable() }),
  ),
  /** By what it may be made longer, how often in all, who decides it, on what basis. */
  extension: z
    .object({
      amount: z.string(),
      times: z.number().int(),
      approvers: z.array(z.string()),
      basis: z.array(CitationSchema),
      marks: z.array(MarkSchema),
    })
    .nullable(),
  /** The periods that the law of the case's field lets be left out. */
  excludable: z.array(z.object({ value: z.string(), name: z.string() })),
}).openapi('LimitReason')

export type LimitJson = z.infer<typeof LimitSchema>
export type LimitReasonJson = z.infer<typeof LimitReasonSchema>
export type CitationJson = z.infer<typeof CitationSchema>
