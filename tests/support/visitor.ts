import type { ProblemJson } from '../../server/api/schemas/problem.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { Office } from './office.ts'

export type Headers = Record<string, string>

/** Somebody who sends requests as a browser does, and sees the whole answer. */
export interface Visitor {
  cookie: string
  request(method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>
  /** The answer's JSON; whatever its status is. */
  json<T>(method: string, path: string, body?: unknown, headers?: Headers): Promise<T>
  /** The problem that is expected. @throws Error when it is none of that status. */
  problem(status: number, method: string, path: string, body?: unknown, headers?: Headers): Promise<ProblemJson>
}

/** Somebody without a session. */
export function visitor({ app }: Pick<Office, 'app'>, cookie = ''): Visitor {
  async function request(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Response> {
    const isRaw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
    const sent = body === undefined || isRaw ? (body as BodyInit | undefined) : JSON.stringify(body)
    const type: Headers = body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }
    return await app.request(`/api${path}`, {
      method,
      headers: { ...type, ...(self.cookie && { cookie: self.cookie }), ...headers },
      ...(sent !== undefined && { body: sent }),
    })
  }
  const self: Visitor = {
    cookie,
    request,
    json: async <T>(...asked: Parameters<typeof request>) => (await (await request(...asked)).json()) as T,
    async problem(status, ...asked) {
      const answer = await request(...asked)
      const text = await answer.text()
      if (answer.status !== status)
        throw new Error(`Expected ${status} of ${asked[0]} ${asked[1]}, found ${answer.status} ${text}`)
      return JSON.parse(text) as ProblemJson
    },
  }
  return self
}

/** Somebody signed in. */
export async function signIn(
  office: Pick<Office, 'app'>,
  accountId: string,
  password = DEMO_PASSWORD,
): Promise<Visitor> {
  const answer = await visitor(office).request('POST', '/session', { accountId, password })
  if (answer.status !== 201) throw new Error(`Expected a session for ${accountId}, found ${answer.status}`)
  return visitor(office, answer.headers.get('set-cookie')?.split(';')[0])
}
