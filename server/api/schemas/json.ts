import { z } from '@hono/zod-openapi'
import type { Json } from '../../engine/index.ts'

/** Far deeper than any form nests. What walks values calls itself for each level, and the stack has an end. */
const DEEPEST = 100

/** Any JSON value that is not nested without end. It was parsed from JSON, so only its depth is asked. */
export const JsonSchema: z.ZodType<Json> = z
  .custom<Json>(value => isNestedAtMost(value, DEEPEST), `expected JSON of at most ${DEEPEST} levels`)
  .openapi({ type: 'object', description: 'Any JSON value' })

function isNestedAtMost(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every(inner => isNestedAtMost(inner, levels - 1))
}

/** Variables by name. */
export const VariablesSchema = z.record(z.string().min(1).max(200), JsonSchema)
