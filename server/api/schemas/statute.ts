import { z } from '@hono/zod-openapi'
import { MarkSchema, ParagraphSchema } from './limit.ts'
import { NamedSchema } from './person.ts'
import { Day, Reason } from './register.ts'

/** Who cites an article: a limit, a rule, a step of a procedure, a parameter of the office, an enforcement item. */
export const CitedBySchema = z.object({
  kind: z.enum(['limit', 'rule', 'procedure', 'parameter', 'item']),
  id: z.string(),
  name: z.string(),
})

/** A law as the list shows it, in the version in force today. */
export const LawSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    verification: MarkSchema.nullable(),
    inForceFrom: z.string(),
    inForceTo: z.string().nullable(),
    isInForce: z.boolean(),
    /** Versions known, and articles of the official text; 0 when it was not brought in. */
    versions: z.number().int(),
    articles: z.number().int(),
    /** How many limits, rules, steps, parameters and items cite it. */
    citedBy: z.number().int(),
  })
  .openapi('Law')

export const StatuteHitSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    article: z.string(),
    label: z.string(),
    /** The words around the first place where it was found. */
    excerpt: z.string(),
    /** Whether that is the official text, or what we say of it. */
    isOfficial: z.boolean(),
  })
  .openapi('StatuteHit')

const VersionSchema = z.object({
  textId: z.string().nullable(),
  title: z.string(),
  promulgatedOn: z.string().nullable(),
  inForceFrom: z.string(),
  inForceTo: z.string().nullable(),
  fileName: z.string().nullable(),
  articles: z.number().int(),
  /** Articles an amendment replaced. */
  replaced: z.array(z.string()),
  importedBy: NamedSchema.nullable(),
  importedAt: z.string().nullable(),
  isShown: z.boolean(),
})

/** A law as its page shows it, in the version in force on a day. */
export const StatuteSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    day: z.string(),
    isInForce: z.boolean(),
    verification: MarkSchema.nullable(),
    inForceFrom: z.string().nullable(),
    inForceTo: z.string().nullable(),
    hasText: z.boolean(),
    preamble: z.array(z.string()),
    versions: z.array(VersionSchema),
    articles: z.array(
      z.object({
        article: z.string(),
        label: z.string(),
        headings: z.array(z.string()),
        paragraphs: z.array(ParagraphSchema).nullable(),
        summary: z.string().nullable(),
        /** Whether it says something else than in the version before. */
        isChanged: z.boolean(),
        citedBy: z.array(CitedBySchema),
      }),
    ),
    /** Who cites the law without one of the articles shown. */
    citedBy: z.array(CitedBySchema.extend({ ref: z.string() })),
  })
  .openapi('Statute')

const days = { promulgatedOn: Day, inForceFrom: Day, inForceTo: Day.nullable().default(null) }
/** The file: its text, or a document of a word processor. */
const file = {
  text: z
    .string()
    .max(2_000_000)
    .optional()
    .openapi({ description: 'Markdown or plain text, a paragraph on each line' }),
  docx: z.base64().max(4_000_000).optional().openapi({ description: 'Instead of it: a .docx file, in Base64' }),
}
const isOneFile = ({ text, docx }: { text?: string | undefined; docx?: string | undefined }) =>
  (text === undefined) !== (docx === undefined)
const ONE_FILE = 'expected either text or docx'

export const StatuteFileBody = z
  .strictObject({ ...file, isPartial: z.boolean().default(false) })
  .refine(isOneFile, ONE_FILE)
  .openapi('StatuteFile')

export const StatuteImportBody = z
  .strictObject({
    fileName: z.string().trim().min(1).max(200),
    ...file,
    name: z.string().trim().max(60),
    title: z.string().trim().max(200),
    ...days,
    isPartial: z.boolean().default(false).openapi({ description: 'Only the articles that an amendment changes' }),
  })
  .refine(isOneFile, ONE_FILE)
  .openapi('StatuteImport')

export const StatuteDaysBody = z.strictObject({ ...days, reason: Reason }).openapi('StatuteDays')
export const StatuteRemovalBody = z.strictObject({ reason: Reason }).openapi('StatuteRemoval')

/** What a file says, before it is brought in. */
export const StatuteReadingSchema = z
  .object({
    title: z.string(),
    name: z.string(),
    promulgatedOn: z.string().nullable(),
    inForceFrom: z.string().nullable(),
    inForceTo: z.string().nullable(),
    articles: z.number().int(),
    faults: z.array(z.object({ line: z.number().int(), message: z.string() })),
    /** The file that brought the same text in. */
    knownAs: z.string().nullable(),
  })
  .openapi('StatuteReading')

export type LawJson = z.infer<typeof LawSchema>
export type StatuteJson = z.infer<typeof StatuteSchema>
export type StatuteHitJson = z.infer<typeof StatuteHitSchema>
export type CitedByJson = z.infer<typeof CitedBySchema>
