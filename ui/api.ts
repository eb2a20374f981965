import { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import { absencesOf } from './api-absences.ts'
import { casesOf } from './api-cases.ts'
import { certificatesOf } from './api-certificates.ts'
import { cooperationOf } from './api-cooperation.ts'
import { intakeOf } from './api-intake.ts'
import { lawfulnessOf } from './api-lawfulness.ts'
import { limitActsOf } from './api-limits.ts'
import { notificationsOf } from './api-notifications.ts'
import { registersOf } from './api-registers.ts'
import { sheetsOf } from './api-sheets.ts'
import type {
  CalendarYear,
  Chronicle,
  DefinitionDetail,
  InstanceDetail,
  JournalEntry,
  LimitChange,
  LimitParameter,
  PageInfo,
  Person,
  ProcessDefinition,
  ProcessRequest,
  StoredFile,
  TaskDetail,
  TaskPage,
  TaskView,
  Variables,
} from './api-types.ts'
import { whistlesOf } from './api-whistles.ts'
import { ask, askPatiently } from './request.ts'

/** The server, typed by its own routes. */
const server = hc<Api>('/', { fetch: ask }).api

type Signal = AbortSignal | undefined
const until = (signal: Signal) => (signal ? { init: { signal } } : {})

/** What was answered; a no has been thrown before (see `request.ts`). */
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()
const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

/** What the inbox may be asked for. */
export interface TaskQuery {
  view?: TaskView
  processDefinitionId?: string
  q?: string
  sort?: 'due' | 'created'
  due?: 'overdue' | 'soon'
  /** Of what is supervised. */
  org?: string
  limit?: number
  after?: string
}

/** What is asked of a running instance. */
export interface Asking {
  request: string
  reason: string
  person?: string
  /** The last day on which it holds. */
  until?: string
}

/** What instances may be asked for. */
export interface InstanceQuery {
  state?: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' | 'INCIDENT'
  processDefinitionId?: string
  q?: string
  limit?: number
  after?: string
}

/** The server, one function per question. Pages call it; components never do. */
export const api = {
  office: () => read(server.office.$get()),
  session: (): Promise<Person> => read(server.session.$get()),
  signIn: (accountId: string, password: string): Promise<Person> =>
    read(server.session.$post({ json: { accountId, password } })),
  signOut: () => done(server.session.$delete()),
  setUp: (json: { token: string; accountId: string; name: string; password: string }) =>
    done(server['set-up'].$post({ json })),

  userTasks: (query: TaskQuery, signal?: Signal): Promise<TaskPage> =>
    read(server['user-tasks'].$get({ query }, until(signal))),
  /** The form has been read by the server, so it is one. */
  userTask: (userTaskKey: string, signal?: Signal) =>
    read(server['user-tasks'][':userTaskKey'].$get({ param: { userTaskKey } }, until(signal))) as Promise<TaskDetail>,
  claim: (userTaskKey: string) =>
    done(server['user-tasks'][':userTaskKey'].assignment.$post({ param: { userTaskKey }, json: { action: 'claim' } })),
  /** Goes on from a revision, or from whatever there is (`*`). */
  saveDraft: (userTaskKey: string, variables: Variables, revision: string) =>
    read(
      server['user-tasks'][':userTaskKey'].draft.$put({
        param: { userTaskKey },
        json: { variables },
        header: { 'if-match': revision === '*' ? '*' : `"${revision}"` },
      }),
    ),
  dropDraft: (userTaskKey: string) =>
    done(server['user-tasks'][':userTaskKey'].draft.$delete({ param: { userTaskKey }, header: {} })),
  complete: (userTaskKey: string, variables: Variables, action?: string, lateReason?: string) =>
    done(
      server['user-tasks'][':userTaskKey'].completion.$post({
        param: { userTaskKey },
        json: { ...(action ? { action } : {}), variables, ...(lateReason ? { lateReason } : {}) },
      }),
    ),

  upload: (file: File) => sendFile(file),
  choosePassword: (json: { token: string; password: string }) => read(server.invitation.$post({ json })),
  changePassword: (json: { password: string; newPassword: string }) => done(server.session.password.$put({ json })),
  ...limitActsOf(server),
  ...registersOf(server),
  ...certificatesOf(server),
  ...whistlesOf(server),
  ...cooperationOf(server),
  ...casesOf(server),
  ...sheetsOf(server),
  ...absencesOf(server),
  ...lawfulnessOf(server),
  ...notificationsOf(server),
  ...intakeOf(server),

  people: (query: { role?: string; org?: string }) => read(server.people.$get({ query })),

  definitions: (signal?: Signal): Promise<{ items: ProcessDefinition[] }> =>
    read(server['process-definitions'].$get({}, until(signal))),
  definition: (processDefinitionKey: string, query: { caseNo?: string } = {}, signal?: Signal) =>
    read(
      server['process-definitions'][':processDefinitionKey'].$get(
        { param: { processDefinitionKey }, query },
        until(signal),
      ),
    ) as Promise<DefinitionDetail>,
  diagram: async (processDefinitionKey: string, signal?: Signal) => {
    const answer = await server['process-definitions'][':processDefinitionKey'].xml.$get(
      { param: { processDefinitionKey } },
      until(signal),
    )
    return answer.text()
  },

  instances: (query: InstanceQuery, signal?: Signal) =>
    read(server['process-instances'].$get({ query }, until(signal))),
  instance: (processInstanceKey: string, signal?: Signal): Promise<InstanceDetail> =>
    read(server['process-instances'][':processInstanceKey'].$get({ param: { processInstanceKey } }, until(signal))),
  instanceChronicle: (processInstanceKey: string, signal?: Signal): Promise<Chronicle> =>
    read(
      server['process-instances'][':processInstanceKey'].chronicle.$get(
        { param: { processInstanceKey }, query: {} },
        until(signal),
      ),
    ),
  records: (
    processInstanceKey: string,
    query: { after?: string; limit?: number },
    signal?: Signal,
  ): Promise<{ items: JournalEntry[]; page: PageInfo }> =>
    read(
      server['process-instances'][':processInstanceKey'].records.$get(
        { param: { processInstanceKey }, query },
        until(signal),
      ),
    ),
  start: (processDefinitionId: string, variables: Variables, how: { caseNo?: string; lateReason?: string } = {}) =>
    read(server['process-instances'].$post({ json: { processDefinitionId, variables, ...how } })),
  requests: (processInstanceKey: string, signal?: Signal): Promise<{ items: ProcessRequest[] }> =>
    read(
      server['process-instances'][':processInstanceKey'].requests.$get(
        { param: { processInstanceKey } },
        until(signal),
      ),
    ),
  makeRequest: (processInstanceKey: string, json: Asking) =>
    done(server['process-instances'][':processInstanceKey'].requests.$post({ param: { processInstanceKey }, json })),
  cancel: (processInstanceKey: string, reason: string) =>
    done(
      server['process-instances'][':processInstanceKey'].cancellation.$post({
        param: { processInstanceKey },
        json: { reason },
      }),
    ),

  limitParameters: (signal?: Signal): Promise<{ items: LimitParameter[] }> =>
    read(server['limit-parameters'].$get({}, until(signal))),
  limitParameter: (key: string): Promise<{ items: LimitParameter[] }> =>
    read(server['limit-parameters'][':key'].$get({ param: { key } })),
  /** @param seq of the version that was read */
  setLimitParameter: (key: string, seq: number, json: LimitChange) =>
    done(server['limit-parameters'][':key'].$put({ param: { key }, json, header: { 'if-match': `"${seq}"` } })),
  calendar: (signal?: Signal): Promise<{ version: number; years: CalendarYear[] }> =>
    read(server.calendar.$get({}, until(signal))),
  importCalendarYear: (json: CalendarYear) => read(server.calendar.years.$post({ json })),

  incidents: (query: { state?: 'ACTIVE' | 'RESOLVED'; after?: string }, signal?: Signal) =>
    read(server.incidents.$get({ query }, until(signal))),
  resolve: (incidentKey: string, json: { reason?: string; variables?: Variables; retries?: number }) =>
    done(server.incidents[':incidentKey'].resolution.$post({ param: { incidentKey }, json })),
}

/** Where a stored file can be fetched. */
export const fileAddress = (file: { fileId: string; name: string }): string =>
  `/api/files/${encodeURIComponent(file.fileId)}?name=${encodeURIComponent(file.name)}`

/** A file goes as it is, not as JSON, and may take its time. */
async function sendFile(file: File): Promise<StoredFile> {
  const headers = { 'content-type': file.type || 'application/octet-stream' }
  const answer = await askPatiently(`/api/files?${new URLSearchParams({ name: file.name })}`, {
    method: 'PUT',
    body: file,
    headers,
  })
  return (await answer.json()) as StoredFile
}
