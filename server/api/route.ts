import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import { ProblemSchema } from './schemas/problem.ts'

/** A path parameter that is a key of the engine: a decimal string of at most 19 digits. */
export const Key = z
  .string()
  .regex(/^\d{1,16}$/, 'expected a key: at most 16 digits')
  .openapi({ example: '2251799813685249' })

/** An answer of JSON. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A body of JSON that must be sent. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** An answer without a body. */
export const done = { description: 'Done' } as const

/** Describes a route; every one may also answer with a problem, so that is said once, here. */
export function route<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(config: R) {
  const described = createRoute(config)
  return Object.assign(described, {
    responses: { ...config.responses, default: PROBLEM } as R['responses'],
  })
}

const PROBLEM = {
  description: 'A problem: 400, 401, 403, 404, 409, 413, 422, 429',
  content: { 'application/problem+json': { schema: ProblemSchema } },
}
