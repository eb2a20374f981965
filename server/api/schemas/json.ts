import { z } from '@hono/zod-openapi'
import type { Json } from '../../engine/index.ts'

/** Any JSON value. */
export const JsonSchema: z.ZodType<Json> = z
  .json()
  .openapi({ type: 'object', description: 'Any JSON value' }) as z.ZodType<Json>

/** Variables by name. */
export const VariablesSchema = z.record(z.string().min(1).max(200), JsonSchema)
