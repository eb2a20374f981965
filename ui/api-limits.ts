import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type {
  Escalation,
  NewExclusion,
  NewSuspension,
  Page,
  ProvisionalLimits,
  RegisterHistory,
  Suspensions,
} from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()
const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

/** What is asked of limits that run, and done to them. */
export const limitActsOf = (server: Server) => ({
  extendLimit: (userTaskKey: string, json: { limit?: string; reason: string }) =>
    done(server['user-tasks'][':userTaskKey']['limit-extension'].$post({ param: { userTaskKey }, json })),
  excludePeriod: (userTaskKey: string, json: NewExclusion) =>
    done(server['user-tasks'][':userTaskKey']['limit-exclusions'].$post({ param: { userTaskKey }, json })),
  suspensions: (caseNo: string, signal?: Signal): Promise<Suspensions> =>
    read(server.cases[':caseNo'].suspensions.$get({ param: { caseNo } }, until(signal))),
  suspendCase: (caseNo: string, json: NewSuspension) =>
    done(server.cases[':caseNo'].suspensions.$post({ param: { caseNo }, json })),
  resumeCase: (caseNo: string, json: { reason: string; at?: string; lateReason?: string }) =>
    done(server.cases[':caseNo'].resumption.$post({ param: { caseNo }, json })),
  escalations: (query: Record<string, string>, signal?: Signal): Promise<Page<Escalation>> =>
    read(server.escalations.$get({ query }, until(signal))),
  escalationHistory: (seq: number): Promise<RegisterHistory> =>
    read(server.escalations[':seq'].history.$get({ param: { seq: String(seq) } })),
  noteEscalation: (seq: number, note: string) =>
    done(server.escalations[':seq'].note.$post({ param: { seq: String(seq) }, json: note ? { note } : {} })),
  provisionalLimits: (signal?: Signal): Promise<ProvisionalLimits> =>
    read(server['provisional-limits'].$get({}, until(signal))),
})
