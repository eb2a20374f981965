import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { GuardedAct, Lawfulness, Page } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()

/** Which ways of handling the law allows, and where they were used. */
export const lawfulnessOf = (server: Server) => ({
  guardedActs: (query: { q?: string; after?: string }, signal?: AbortSignal): Promise<Page<GuardedAct>> =>
    read(server['guarded-acts'].$get({ query }, signal ? { init: { signal } } : {})),
  lawfulness: (signal?: AbortSignal): Promise<Lawfulness> =>
    read(server.lawfulness.$get({}, signal ? { init: { signal } } : {})),
})
