import { z } from '@hono/zod-openapi'
import { NamedSchema } from '../schemas/person.ts'
import { FILE_NAME, MOST_FILES } from './bundle-files.ts'

export const DraftId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'expected the id of a draft')
export const FileName = z.string().regex(FILE_NAME, 'expected a .bpmn, .form, .dmn, .scenario.json or parameters.json')
const Reason = z.string().trim().min(1).max(500)
const Revision = z.number().int().min(1)

export const FileSchema = z.strictObject({ name: FileName, content: z.string() }).openapi('BundleFile')

export const SummarySchema = z
  .object({
    id: DraftId,
    processId: z.string(),
    name: z.string(),
    state: z.enum(['draft', 'submitted', 'published']),
    origin: z.enum(['office', 'import', 'release']),
    basedOn: z.object({ processDefinitionKey: z.string(), version: z.number().int() }).nullable(),
    /** Published since the draft was begun. */
    newerVersion: z.number().int().nullable(),
    revision: Revision,
    savedAt: z.string(),
    savedBy: NamedSchema,
    editor: NamedSchema.extend({ since: z.string() }).nullable(),
    isMine: z.boolean(),
    submittedBy: NamedSchema.nullable(),
    submittedAt: z.string().nullable(),
    returned: z.object({ by: NamedSchema, reason: z.string(), at: z.string() }).nullable(),
    published: z.object({ by: NamedSchema, at: z.string(), version: z.number().int() }).nullable(),
  })
  .openapi('ProcessDraftSummary')

export const DraftSchema = SummarySchema.extend({
  shippedBase: SummarySchema.shape.basedOn.openapi({
    description:
      'Of what a release proposes: the earlier version of the product that the own one of the office grew out of',
  }),
  files: z.array(z.object({ name: z.string(), content: z.string() })),
}).openapi('ProcessDraft')

export const NewDraftBody = z
  .union([
    z.strictObject({ from: z.strictObject({ processDefinitionKey: z.string().max(20) }) }),
    z.strictObject({ files: z.array(FileSchema).min(1).max(MOST_FILES) }),
  ])
  .openapi('NewProcessDraft')

export const SaveBody = z.strictObject({ content: z.string(), revision: Revision }).openapi('ProcessDraftFile')
export const SavedSchema = z.object({ revision: Revision, savedAt: z.string() }).openapi('SavedProcessDraft')

export const PenBody = z
  .strictObject({ takeOver: z.boolean().optional(), reason: Reason.optional() })
  .openapi('ProcessDraftEditor')

export const SaveSchema = z
  .object({
    revision: Revision,
    savedAt: z.string(),
    savedBy: NamedSchema,
    changed: z.array(z.string()),
    restoredFrom: Revision.nullable(),
  })
  .openapi('ProcessDraftSave')

export const ReasonBody = z.strictObject({ reason: Reason }).openapi('ReasonGiven')

export const PublicationBody = z
  .strictObject({
    /** The version published since the draft was begun, of which the person knows that it is replaced. */
    supersedes: z.number().int().optional(),
  })
  .openapi('ProcessDraftPublication')

export const DraftImportSchema = z
  .object({
    draft: DraftSchema.nullable(),
    dialect: z.enum(['zeebe', 'camunda-7', 'plain-bpmn', 'unknown']),
    findings: z.array(
      z.object({
        file: z.string(),
        elementId: z.string(),
        outcome: z.enum(['converted', 'offered', 'manual', 'refused']),
        message: z.string(),
      }),
    ),
  })
  .openapi('ProcessDraftImport')

export type SummaryJson = z.infer<typeof SummarySchema>
export type DraftJson = z.infer<typeof DraftSchema>
