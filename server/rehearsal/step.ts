import { z } from '@hono/zod-openapi'
import { JsonSchema } from '../api/schemas/json.ts'
import type { Json, Variables } from '../engine/index.ts'

const name = z.string().min(1).max(200)
const Values = z.record(name, JsonSchema).default({})
/** Who does it: a member of the scenario's cast, or a person's id. */
const by = name.describe('Member of the cast, or id of a person')
/** A step that the house is to refuse, by this rule or with this problem. */
const refused = name.optional().describe('Rule or problem id by which the house is to refuse it')
const task = name.describe('Element id of the user task')

/** `next`: until the next limit or timer; `3 workdays`; or a moment in Beijing, `2026-11-30 09:00`. */
const SPAN = /^(?:next|\d{1,3} workdays?|\d{4}-\d{2}-\d{2} \d{2}:\d{2})$/

/** One thing somebody does in a rehearsal, or that happens there. */
export const StepSchema = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('start'), by, procedure: name.optional(), values: Values, refused }),
    z.strictObject({
      ...{ do: z.literal('complete'), task, by, action: name.optional(), values: Values },
      ...{ lateReason: z.string().max(1000).optional(), refused },
    }),
    z.strictObject({ do: z.literal('claim'), task, by, refused }),
    z.strictObject({ do: z.literal('cosign'), task, by, refused }),
    z.strictObject({
      ...{ do: z.literal('request'), request: name, by, reason: z.string().min(1).max(1000) },
      ...{ person: name.optional(), until: name.optional(), refused },
    }),
    z.strictObject({
      do: z.literal('message'),
      message: name,
      task: name.optional(),
      key: name.optional(),
      values: Values,
    }),
    z.strictObject({ do: z.literal('wait'), for: z.string().regex(SPAN) }),
  ])
  .openapi('RehearsalStep')

export type Step = z.infer<typeof StepSchema>
/** Steps that somebody does. */
export type PlayedStep = Extract<Step, { by: string }>

export const isPlayed = (step: Step): step is PlayedStep => 'by' in step

/** Gives every text among values another meaning, and every object the chance to stand for something else. */
export function withValues(values: Variables, meant: (value: Json) => Json | undefined): Variables {
  const replaced = (value: Json): Json => {
    const other = meant(value)
    if (other !== undefined) return other
    if (Array.isArray(value)) return value.map(replaced)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]))
  }
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, replaced(value)]))
}
