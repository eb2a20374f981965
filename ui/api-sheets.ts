import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { DefectState, EvidenceDefect, Page, Receiver } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined

const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()

/** What people do around a task besides completing it. */
export const sheetsOf = (server: Server) => {
  const task = server['user-tasks'][':userTaskKey']
  return {
    /** @param content what was shown, as the sheet names it */
    countersign: (userTaskKey: string, content: string) =>
      done(task.countersignature.$post({ param: { userTaskKey }, json: { content } })),
    sendBack: (userTaskKey: string, content: string, reason: string) =>
      done(task.countersignature.refusal.$post({ param: { userTaskKey }, json: { content, reason } })),
    withdrawSignature: (userTaskKey: string) => done(task.signature.$delete({ param: { userTaskKey } })),
    handBack: (userTaskKey: string, reason: string) =>
      done(task['hand-back'].$post({ param: { userTaskKey }, json: { reason } })),
    receivers: (userTaskKey: string): Promise<{ items: Receiver[] }> =>
      read(task.receivers.$get({ param: { userTaskKey } })),
    reassign: (userTaskKey: string, assignee: string, reason: string) =>
      done(task.reassignment.$post({ param: { userTaskKey }, json: { assignee, reason } })),
    evidenceDefects: (
      query: { state?: DefectState; q?: string; after?: string },
      signal?: Signal,
    ): Promise<Page<EvidenceDefect>> =>
      read(server['evidence-defects'].$get({ query }, signal ? { init: { signal } } : {})),
    assessDefect: (defectId: string, json: { state: 'harmless' | 'remedied' | 'excluded'; note: string }) =>
      done(server['evidence-defects'][':defectId'].assessment.$post({ param: { defectId }, json })),
  }
}
