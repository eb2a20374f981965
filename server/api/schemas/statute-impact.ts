import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { CitedBySchema } from './statute.ts'

/** What is touched by what a law says from a day on. */
export const StatuteImpactSchema = z
  .object({
    name: z.string(),
    day: z.string(),
    isRepealed: z.boolean(),
    /** Articles that say something else than before; none where the law holds no more: then all of it is touched. */
    articles: z.array(z.string()),
    steps: z.array(
      z.object({
        processDefinitionKey: Key,
        processId: z.string(),
        processName: z.string(),
        version: z.number().int(),
        /** Otherwise cases still run on it. */
        isPublished: z.boolean(),
        elementId: z.string(),
        name: z.string(),
        refs: z.array(z.string()),
      }),
    ),
    cases: z.array(
      z.object({
        processInstanceKey: Key,
        processDefinitionKey: Key,
        processName: z.string(),
        caseNo: z.string().nullable(),
        title: z.string().nullable(),
        /** Steps that cite it and are open now, and all that do. */
        now: z.array(z.string()),
        steps: z.array(z.string()),
      }),
    ),
    texts: z.array(
      z.object({ processDefinitionKey: Key, processName: z.string(), file: z.string(), refs: z.array(z.string()) }),
    ),
    templates: z.array(z.object({ id: z.string(), name: z.string() })),
    others: z.array(CitedBySchema.extend({ ref: z.string() })),
  })
  .openapi('StatuteImpact')
