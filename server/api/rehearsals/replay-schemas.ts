import { z } from '@hono/zod-openapi'
import { DraftId } from '../process-drafts/schemas.ts'
import { NamedSchema } from '../schemas/person.ts'
import { FilesBody, RehearsalId } from './schemas.ts'

const MOST = 200
const USUAL = 100
const cases = z.number().int().min(1).max(MOST).default(USUAL).openapi({ description: 'At most so many of the newest' })

/** What is to be told again. */
export const ReplayBody = z
  .union([
    z.strictObject({
      draftId: DraftId.openapi({ description: 'As it was last saved; the report is kept with it' }),
      cases,
    }),
    FilesBody.extend({ cases }),
  ])
  .openapi('ReplayAsked')

const CaseSchema = z.object({
  instance: z.string(),
  caseNo: z.string().nullable(),
  verdict: z.enum(['same', 'differs', 'undetermined', 'unplayable']),
  before: z.array(z.string()),
  after: z.array(z.string()),
  at: z.number().int().optional(),
  unanswered: z
    .object({
      kind: z.enum(['task', 'field', 'action', 'job', 'event', 'broken']),
      place: z.string(),
      name: z.string(),
      what: z.string(),
    })
    .optional(),
})

const ReportSchema = z
  .object({
    finished: z.number().int(),
    from: z.number().int(),
    counts: z.object({
      ...{ same: z.number().int(), differs: z.number().int() },
      ...{ undetermined: z.number().int(), unplayable: z.number().int() },
    }),
    cases: z.array(CaseSchema),
    limits: z.array(
      z.object({
        ...{ place: z.string(), name: z.string(), before: z.string(), after: z.string() },
        cases: z.number().int(),
      }),
    ),
    roles: z.array(
      z.object({
        ...{ role: z.string(), name: z.string(), before: z.number().int(), after: z.number().int() },
        atLeast: z
          .number()
          .int()
          .openapi({ description: 'So many more at least, in cases that are not known to their end' }),
      }),
    ),
  })
  .openapi('ReplayReport')

/** A replay under way or done. */
export const ReplaySchema = z
  .object({
    id: RehearsalId,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    done: z.number().int(),
    total: z.number().int(),
    problem: z.string().nullable(),
    report: ReportSchema.nullable(),
  })
  .openapi('Replay')

/** What is kept of the newest replay of a draft. */
export const KeptReplaySchema = z
  .object({
    kept: z
      .object({ revision: z.number().int(), madeBy: NamedSchema, madeAt: z.string(), report: ReportSchema })
      .nullable(),
  })
  .openapi('KeptReplay')
