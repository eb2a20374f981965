import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Caller } from './caller.ts'
import type { House } from './house.ts'
import { type Language, languageOf } from './language.ts'
import { Problem, type WrongField } from './problem.ts'

/** What every handler finds under `c.var`; `caller` only behind the sign-in. */
export interface Environment {
  Variables: { house: House; requestId: string; language: Language; caller: Caller; sessionId: string }
}

interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
}

/** A group of routes: what does not fit its schema is a 400 that names the member. */
export function routes() {
  return new OpenAPIHono<Environment>({
    defaultHook: result => {
      if (!result.success) throw malformed(result.error.issues)
    },
  })
}

/** What does not fit a schema: each member that is wrong, by its name. */
export function malformed(issues: readonly Issue[]): Problem {
  return new Problem('request.malformed', {}, issues.flatMap(complaintsOf))
}

function complaintsOf(issue: Issue): WrongField[] {
  const path = issue.path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  const name = issue.path.map(String).join('.') || 'body'
  if (issue.code !== 'unrecognized_keys') return [{ path, id: 'field.wrong', params: { name, reason: issue.message } }]
  return (issue.keys ?? []).map(key => ({ path: `${path}/${key}`, id: 'field.unknown', params: { name: key } }))
}

/** Whether a request asks for English. */
export function readLanguage(c: Context): Language {
  return languageOf(c.req.header('accept-language'))
}

const LONGEST_KEY = 200

/**
 * The caller with the request's idempotency key, scoped to person and route, if it sent one.
 * @param content what makes two requests the same; default: the bytes of the body.
 */
export async function idempotentCaller(c: Context<Environment>, content?: string): Promise<Caller> {
  const key = c.req.header('idempotency-key')
  if (!key) return c.var.caller
  if (key.length > LONGEST_KEY) throw new Problem('request.malformed')
  const body = createHash('sha256').update(content ?? Buffer.from(await c.req.arrayBuffer()))
  const scope = `${c.var.caller.person.personId} ${c.req.method} ${c.req.path}`
  return { ...c.var.caller, idempotency: { scope, key, bodyHash: body.digest('hex') } }
}
