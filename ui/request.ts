import type { ProblemDetails } from './api-types.ts'
import { language } from './preferences.ts'
import { ApiProblem } from './problem.ts'

/** How long an answer may take, in ms; files and deployments get more. */
const PATIENCE = 10_000

/** What a question to the server consists of. */
export interface Question {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: Record<string, string | number | undefined>
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
  signal?: AbortSignal
  patience?: number
}

/** Fired on `window` when the server no longer knows the session. */
export const SESSION_LOST = 'xf-session-lost'

/** One key per act that has not been answered yet: sending the same act again repeats the key. */
const unanswered = new Map<string, string>()

/** Asks the server; resolves to the parsed answer, rejects with `ApiProblem`. */
export async function request<T>(path: string, question: Question = {}): Promise<T> {
  const { method = 'GET' } = question
  const body = question.json === undefined ? question.body : JSON.stringify(question.json)
  const act = method === 'POST' ? `${path} ${typeof body === 'string' ? body : ''}` : undefined
  const response = await send(path, question, method, body, act)
  if (act) unanswered.delete(act)
  if (!response.ok) throw await problemFrom(response, path)
  if (response.status === 204) return undefined as T
  const type = response.headers.get('content-type') ?? ''
  return (type.includes('json') ? await response.json() : await response.text()) as T
}

async function send(path: string, question: Question, method: string, body: BodyInit | undefined, act?: string) {
  const timeout = AbortSignal.timeout(question.patience ?? PATIENCE)
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': language(),
    ...question.headers,
  }
  if (question.json !== undefined) headers['content-type'] = 'application/json'
  if (act) headers['idempotency-key'] = keyOf(act)
  try {
    return await fetch(`/api${path}${queryString(question.query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      signal: question.signal ? anySignal(question.signal, timeout) : timeout,
      ...(body === undefined ? {} : { body }),
    })
  } catch (error) {
    if (question.signal?.aborted) throw error
    throw new ApiProblem({ status: 0, id: timeout.aborted ? 'timeout' : 'unreachable' })
  }
}

async function problemFrom(response: Response, path: string): Promise<ApiProblem> {
  const requestId = response.headers.get('x-request-id')
  let details: ProblemDetails = { status: response.status, ...(requestId ? { requestId } : {}) }
  try {
    const body = (await response.json()) as Partial<ProblemDetails>
    details = { ...details, ...body, status: response.status }
  } catch {
    // An answer without a readable body (a proxy, say) still has its status.
  }
  if (response.status === 401 && path !== '/session') window.dispatchEvent(new Event(SESSION_LOST))
  return new ApiProblem(details)
}

function queryString(query: Question['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

function keyOf(act: string): string {
  const key = unanswered.get(act) ?? randomKey()
  unanswered.set(act, key)
  return key
}

/** `crypto.randomUUID` exists on secure origins only, and an office network may be plain HTTP. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

function anySignal(one: AbortSignal, other: AbortSignal): AbortSignal {
  const either = new AbortController()
  for (const signal of [one, other]) {
    if (signal.aborted) either.abort(signal.reason)
    else signal.addEventListener('abort', () => either.abort(signal.reason), { once: true })
  }
  return either.signal
}
