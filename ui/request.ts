import type { ProblemDetails } from './api-types.ts'
import { language } from './preferences.ts'
import { ApiProblem } from './problem.ts'

/** How long an answer may take, in ms; files and deployments get more. */
const PATIENCE = { plain: 10_000, long: 120_000 } as const

/** Fired on `window` when the server no longer knows the session. */
export const SESSION_LOST = 'xf-session-lost'

/** One key per act that has not been answered yet: sending the same act again repeats the key. */
const unanswered = new Map<string, string>()

/** `fetch` as the server wants to be asked: language, idempotency key, patience. Rejects with `ApiProblem` for every no. */
export const ask = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> =>
  send(input, init, PATIENCE.plain)

/** The same for what may take long. */
export const askPatiently = (input: string, init: RequestInit): Promise<Response> => send(input, init, PATIENCE.long)

async function send(input: RequestInfo | URL, init: RequestInit, patience: number): Promise<Response> {
  const path = new URL(String(input), location.href).pathname
  const timeout = AbortSignal.timeout(patience)
  const headers = new Headers(init.headers)
  headers.set('accept-language', language())
  const act = init.method === 'POST' ? `${path} ${typeof init.body === 'string' ? init.body : ''}` : undefined
  if (act) headers.set('idempotency-key', keyOf(act))
  const signal = init.signal ? either(init.signal, timeout) : timeout
  const response = await fetch(input, { ...init, headers, signal }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new ApiProblem({ status: 0, id: timeout.aborted ? 'timeout' : 'unreachable' })
  })
  if (act) unanswered.delete(act)
  if (response.ok) return response
  if (response.status === 401 && path !== '/api/session') window.dispatchEvent(new Event(SESSION_LOST))
  throw await problemFrom(response)
}

async function problemFrom(response: Response): Promise<ApiProblem> {
  const requestId = response.headers.get('x-request-id')
  const known: ProblemDetails = { status: response.status, ...(requestId ? { requestId } : {}) }
  try {
    const body = (await response.json()) as Partial<ProblemDetails>
    return new ApiProblem({ ...known, ...body, status: response.status })
  } catch {
    // An answer without a readable body (a proxy's, say) still has its status.
    return new ApiProblem(known)
  }
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

function either(one: AbortSignal, other: AbortSignal): AbortSignal {
  const joint = new AbortController()
  for (const signal of [one, other]) {
    if (signal.aborted) joint.abort(signal.reason)
    else signal.addEventListener('abort', () => joint.abort(signal.reason), { once: true })
  }
  return joint.signal
}
