import { z } from '@hono/zod-openapi'
import { StepSchema } from '../../rehearsal/step.ts'
import { FileSchema } from '../process-drafts/schemas.ts'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'
import { ProblemSchema } from '../schemas/problem.ts'

const MOST_FILES = 200

export const FilesBody = z.strictObject({ files: z.array(FileSchema).min(1).max(MOST_FILES) })

export const RehearsalId = z.uuid().openapi({ description: 'Of an open rehearsal of one’s own' })

const PlayerSchema = NamedSchema.extend({ roles: z.array(z.string()) })

const OpenTaskSchema = z.object({
  userTaskKey: Key,
  elementId: z.string(),
  name: z.string(),
  processName: z.string(),
  assignee: NamedSchema.nullable(),
  /** Who may do it now, by their offices; the rules have the last word. */
  players: z.array(PlayerSchema),
  /** Signed once, and waits for the second signature. */
  awaitsCosign: z.boolean(),
  dueDate: z.string().nullable(),
})

/** A rehearsal as its panel shows it. */
export const RehearsalSchema = z
  .object({
    id: RehearsalId,
    procedureId: z.string(),
    procedureName: z.string(),
    now: z.string(),
    openedAt: z.string(),
    /** Of the instance that is followed, once it is started. */
    instance: z.object({ key: Key, state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']) }).nullable(),
    /** Who may start it, by their offices. */
    starters: z.array(PlayerSchema),
    tasks: z.array(OpenTaskSchema),
    /** Elements and flows for the canvas: passed, and standing there now. */
    path: z.object({ went: z.array(z.string()), now: z.array(z.string()), flows: z.array(z.string()) }),
    incidents: z.array(z.object({ elementId: z.string(), name: z.string(), message: z.string() })),
    /** What time brings next. */
    next: z.object({ at: z.string(), kind: z.enum(['limit', 'timer']), name: z.string().nullable() }).nullable(),
    /** Messages that something waits for. */
    awaited: z.array(z.object({ message: z.string(), elementId: z.string() })),
    happened: z.array(z.object({ seq: z.number().int(), at: z.string(), who: z.string(), sentence: z.string() })),
    effects: z.array(
      z.object({ at: z.string(), channel: z.enum(['mail', 'webhook']), to: z.string(), subject: z.string() }),
    ),
    steps: z.array(StepSchema),
  })
  .openapi('Rehearsal')
export type RehearsalJson = z.infer<typeof RehearsalSchema>

export const StepBody = z.strictObject({ step: StepSchema })

/** What the person was told instead. */
const RefusalSchema = ProblemSchema.pick({
  ...{ id: true, detail: true, rule: true, basis: true, citations: true, errors: true },
}).extend({ personId: z.string().optional() })

export const StepAnswerSchema = z
  .object({ refusal: RefusalSchema.nullable(), rehearsal: RehearsalSchema })
  .openapi('RehearsalStepAnswer')

export const SampleBody = z.strictObject({ by: z.string().min(1).max(100), name: z.string().min(1).max(200) })
export const SampleSchema = z
  .object({ fileId: z.string(), name: z.string(), size: z.number().int(), type: z.string() })
  .openapi('SampleFile')

const ToldSchema = z.object({ zh: z.string(), en: z.string() })

export const ScenarioRunsSchema = z
  .object({
    items: z.array(
      z.object({
        file: z.string(),
        name: z.string(),
        isGreen: z.boolean(),
        isUncast: z.boolean(),
        problem: ToldSchema.optional(),
        steps: z.number().int(),
      }),
    ),
  })
  .openapi('ScenarioRuns')
