import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { Dispute, Page, Transfer } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
type Filter = Record<string, string>
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()

/** The questions about transfers and disputes. */
export const cooperationOf = (server: Server) => ({
  transfers: (query: Filter, signal?: Signal): Promise<Page<Transfer>> =>
    read(server.transfers.$get({ query }, until(signal))),
  disputes: (query: Filter, signal?: Signal): Promise<Page<Dispute>> =>
    read(server.disputes.$get({ query }, until(signal))),
})
