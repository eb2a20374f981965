import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { Page, Whistle, WhistleEvaluation } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
type Filter = Record<string, string>
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()

/** The questions about whistles. */
export const whistlesOf = (server: Server) => ({
  whistles: (query: Filter, signal?: Signal): Promise<Page<Whistle>> =>
    read(server.whistles.$get({ query }, until(signal))),
  whistleEvaluations: (query: Filter, signal?: Signal): Promise<Page<WhistleEvaluation>> =>
    read(server['whistle-evaluations'].$get({ query }, until(signal))),
})
