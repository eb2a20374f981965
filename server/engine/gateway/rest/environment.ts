import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Json } from '../../protocol/records.ts'
import { CallRefused } from '../call-refused.ts'
import { documentProblem } from '../document.ts'
import type { Caller } from '../gate.ts'
import type { Gateway } from '../gateway.ts'
import type { Patience } from '../waiting-room.ts'
import { givenMillis } from '../wire.ts'

/** What every handler finds under `c.var`. */
export interface RestEnvironment {
  Variables: { gateway: Gateway; caller: Caller }
}

/** A group of routes. */
export function restRoutes() {
  return new Hono<RestEnvironment>()
}

/** A key in a body: text, or a number as older clients write it. */
export const Key = z.union([z.string().regex(/^-?\d{1,19}$/), z.int()]).transform(String)
/** Variables: any JSON object. */
export const Variables = z.record(z.string(), z.json())
/** A duration in milliseconds. */
export const Millis = z.int().transform(givenMillis)
/** What every command may carry; there is one tenant, and acts have numbers of their own. */
export const common = {
  tenantId: z.string().optional(),
  operationReference: z.union([z.string(), z.number()]).optional(),
}

/** The key in the path. @throws CallRefused INVALID_ARGUMENT when it is none */
export function pathKey(c: Context, name = 'key'): string {
  const value = c.req.param(name) ?? ''
  if (/^-?\d{1,19}$/.test(value)) return value
  throw new CallRefused('INVALID_ARGUMENT', `Failed to convert '${name}' with value: '${value}'`)
}

/** The body, checked; an empty one counts as an empty object. @throws CallRefused INVALID_ARGUMENT */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const result = schema.safeParse(await readJson(c))
  if (result.success) return result.data
  const complaints = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`,
  )
  throw new CallRefused('INVALID_ARGUMENT', `Request property is invalid: ${complaints.join('; ')}`)
}

async function readJson(c: Context): Promise<Json> {
  const text = await c.req.text()
  if (text === '') return {}
  const document = parsed(text)
  const problem = document === undefined ? 'Expected JSON' : documentProblem(document)
  if (document === undefined || problem !== undefined)
    throw new CallRefused('INVALID_ARGUMENT', `Failed to read request: ${problem}`)
  return document
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The caller waits as long as his line is open. */
export function patienceOf(c: Context): Patience {
  const { signal } = c.req.raw
  return { onGone: listener => signal.addEventListener('abort', listener, { once: true }) }
}
