import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'

export const MigrationId = z.uuid().openapi({ description: 'Id of a plan' })
const ElementId = z.string().min(1).max(200)
const Reason = z.string().trim().min(1).max(500)
const MOST_MAPPINGS = 1000

const MappingSchema = z
  .strictObject({ sourceElementId: ElementId, targetElementId: ElementId })
  .openapi('ElementMapping')
const versions = { sourceProcessDefinitionKey: Key, targetProcessDefinitionKey: Key }
const mappings = z.array(MappingSchema).max(MOST_MAPPINGS)
const processInstanceKeys = z.array(Key).min(1).max(5000).optional()

export const ProposalBody = z.strictObject(versions).openapi('MigrationProposalBody')
export const DryRunBody = z.strictObject({ ...versions, mappings }).openapi('MigrationDryRunBody')
export const NewMigrationBody = z
  .strictObject({ ...versions, mappings, processInstanceKeys, reason: Reason })
  .openapi('NewMigration')
export const RefusalBody = z.strictObject({ reason: Reason }).openapi('MigrationRefusal')
export const ReversalBody = z.strictObject({ processInstanceKey: Key, reason: Reason }).openapi('MigrationReversal')

const VersionSchema = z.object({ processDefinitionKey: z.string(), version: z.number().int() })
const ElementSchema = z.object({ id: z.string(), name: z.string(), type: z.string() })

export const ProposalSchema = z
  .object({
    processId: z.string(),
    name: z.string(),
    source: VersionSchema,
    target: VersionSchema,
    /** Elements that may be waiting in an instance, with what is proposed for each. */
    mappings: z.array(
      z.object({
        source: ElementSchema,
        target: ElementSchema.nullable(),
        found: z.enum(['same', 'renamed']).nullable(),
        /** What it may become instead. */
        choices: z.array(ElementSchema),
      }),
    ),
    /** Elements of the next version that nothing becomes. */
    added: z.array(ElementSchema),
  })
  .openapi('MigrationProposal')

const Why = { why: z.string().nullable(), detail: z.string().nullable() }

export const DryRunSchema = z
  .object({
    total: z.number().int(),
    fitting: z.number().int(),
    items: z.array(
      z.object({
        processInstanceKey: z.string(),
        caseNo: z.string().nullable(),
        /** Names of the steps it stands at. */
        steps: z.array(z.string()),
        fits: z.boolean(),
        /** What each active element becomes, by name. */
        becomes: z.array(z.object({ from: z.string(), to: z.string() })),
        ...Why,
      }),
    ),
  })
  .openapi('MigrationDryRun')

const STATES = ['waiting', 'migrated', 'failed', 'skipped', 'reverted'] as const

const MigrationSchema = z
  .object({
    id: z.string(),
    processId: z.string(),
    source: VersionSchema,
    target: VersionSchema,
    mappings: z.array(z.object({ sourceElementId: z.string(), targetElementId: z.string() })),
    reason: z.string(),
    state: z.enum(['proposed', 'approved', 'refused']),
    proposedBy: NamedSchema,
    proposedAt: z.string(),
    decidedBy: NamedSchema.nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    isMine: z.boolean(),
    total: z.number().int(),
    counts: z.object(
      Object.fromEntries(STATES.map(state => [state, z.number().int()])) as Record<
        (typeof STATES)[number],
        z.ZodNumber
      >,
    ),
  })
  .openapi('Migration')

export const MigrationDetailSchema = MigrationSchema.extend({
  instances: z.array(
    z.object({
      processInstanceKey: z.string(),
      caseNo: z.string().nullable(),
      steps: z.array(z.string()),
      state: z.enum(STATES),
      ...Why,
      at: z.string().nullable(),
    }),
  ),
}).openapi('MigrationDetail')

export const MigrationListSchema = z
  .object({
    items: z.array(MigrationSchema),
    /** Every version of the procedure, newest first, and how many instances run on it. */
    versions: z.array(VersionSchema.extend({ runningInstances: z.number().int() })),
  })
  .openapi('Migrations')

export type MigrationListJson = z.infer<typeof MigrationListSchema>
export type MigrationJson = z.infer<typeof MigrationSchema>
export type MigrationDetailJson = z.infer<typeof MigrationDetailSchema>
export type MigrationProposalJson = z.infer<typeof ProposalSchema>
export type MigrationDryRunJson = z.infer<typeof DryRunSchema>
