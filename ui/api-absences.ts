import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type { Absence, AbsenceKind, AbsentTask, Page } from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()
const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

/** What is entered of an absence; without a person one's own. */
export interface NewAbsence {
  personId?: string
  kind: AbsenceKind
  fromDay: string
  toDay: string
  substituteId: string | null
  note: string | null
}

/** Who is away, and what lies with him meanwhile. */
export const absencesOf = (server: Server) => ({
  absences: (
    query: { view?: 'current' | 'all'; personId?: string; q?: string; after?: string },
    signal?: AbortSignal,
  ): Promise<Page<Absence>> => read(server.absences.$get({ query }, signal ? { init: { signal } } : {})),
  enterAbsence: (json: NewAbsence) => done(server.absences.$post({ json })),
  endAbsence: (absenceId: string) => done(server.absences[':absenceId'].$delete({ param: { absenceId } })),
  absentTasks: async (_query: unknown, signal?: AbortSignal): Promise<Page<AbsentTask>> => {
    const { items } = await read<{ items: AbsentTask[] }>(
      server['absent-tasks'].$get({}, signal ? { init: { signal } } : {}),
    )
    return { items, page: {} }
  },
  takeOver: (userTaskKey: string) =>
    done(server['user-tasks'][':userTaskKey'].substitution.$post({ param: { userTaskKey } })),
})
