import type {
  DefinitionDetail,
  Deployment,
  Draft,
  Incident,
  Instance,
  InstanceDetail,
  JournalEntry,
  Office,
  Page,
  Person,
  ProcessDefinition,
  StoredFile,
  TaskDetail,
  TaskPage,
  TaskView,
  Variables,
} from './api-types.ts'
import { request } from './request.ts'

/** What the inbox may be asked for. */
export interface TaskQuery {
  view?: TaskView
  processDefinitionId?: string
  q?: string
  sort?: 'due' | 'created'
  limit?: number
  after?: string
}

/** What instances may be asked for. */
export interface InstanceQuery {
  state?: string
  processDefinitionId?: string
  q?: string
  limit?: number
  after?: string
}

type Signal = AbortSignal | undefined
const given = (signal: Signal) => (signal ? { signal } : {})

/** The server, one function per question. Pages call it; components never do. */
export const api = {
  office: (signal?: Signal) => request<Office>('/office', given(signal)),
  session: () => request<Person>('/session'),
  signIn: (accountId: string, password: string) =>
    request<Person>('/session', { method: 'POST', json: { accountId, password } }),
  signOut: () => request<void>('/session', { method: 'DELETE' }),
  setUp: (asked: { token: string; accountId: string; name: string; password: string }) =>
    request<void>('/set-up', { method: 'POST', json: asked }),

  userTasks: (query: TaskQuery, signal?: Signal) =>
    request<TaskPage>('/user-tasks', { query: { ...query }, ...given(signal) }),
  userTask: (key: string, signal?: Signal) => request<TaskDetail>(`/user-tasks/${key}`, given(signal)),
  claim: (key: string) => request<void>(`/user-tasks/${key}/assignment`, { method: 'POST', json: { action: 'claim' } }),
  release: (key: string) => request<void>(`/user-tasks/${key}/assignee`, { method: 'DELETE' }),
  saveDraft: (key: string, variables: Variables, revision: string) =>
    request<Omit<Draft, 'variables'>>(`/user-tasks/${key}/draft`, {
      method: 'PUT',
      json: { variables },
      headers: { 'if-match': revision === '*' ? '*' : `"${revision}"` },
    }),
  dropDraft: (key: string) =>
    request<void>(`/user-tasks/${key}/draft`, { method: 'DELETE', headers: { 'if-match': '*' } }),
  complete: (key: string, variables: Variables, action?: string) =>
    request<void>(`/user-tasks/${key}/completion`, {
      method: 'POST',
      json: { ...(action ? { action } : {}), variables },
    }),

  upload: (file: File) =>
    request<StoredFile>('/files', {
      method: 'PUT',
      query: { name: file.name },
      body: file,
      headers: { 'content-type': file.type || 'application/octet-stream' },
      patience: 120_000,
    }),
  people: (query: { org?: string; role?: string }, signal?: Signal) =>
    request<{ items: { personId: string; name: string }[] }>('/people', { query, ...given(signal) }),

  definitions: (signal?: Signal) => request<{ items: ProcessDefinition[] }>('/process-definitions', given(signal)),
  definition: (key: string, signal?: Signal) => request<DefinitionDetail>(`/process-definitions/${key}`, given(signal)),
  diagram: (key: string, signal?: Signal) =>
    request<string>(`/process-definitions/${key}/xml`, { headers: { accept: 'text/xml' }, ...given(signal) }),
  deploy: (files: readonly File[]) =>
    request<Deployment>('/deployments', { method: 'POST', body: bundle(files), patience: 60_000 }),

  instances: (query: InstanceQuery, signal?: Signal) =>
    request<Page<Instance>>('/process-instances', { query: { ...query }, ...given(signal) }),
  instance: (key: string, signal?: Signal) => request<InstanceDetail>(`/process-instances/${key}`, given(signal)),
  records: (key: string, query: { after?: string; limit?: number }, signal?: Signal) =>
    request<Page<JournalEntry>>(`/process-instances/${key}/records`, { query, ...given(signal) }),
  start: (processDefinitionId: string, variables: Variables) =>
    request<{ processInstanceKey: string }>('/process-instances', {
      method: 'POST',
      json: { processDefinitionId, variables },
    }),
  cancel: (key: string, reason: string) =>
    request<void>(`/process-instances/${key}/cancellation`, { method: 'POST', json: { reason } }),

  incidents: (query: { state?: string; limit?: number; after?: string }, signal?: Signal) =>
    request<Page<Incident>>('/incidents', { query, ...given(signal) }),
  resolve: (key: string, asked: { reason?: string; variables?: Variables; retries?: number }) =>
    request<void>(`/incidents/${key}/resolution`, { method: 'POST', json: asked }),
}

/** Where a stored file can be fetched. */
export const fileAddress = (file: { fileId: string; name: string }): string =>
  `/api/files/${encodeURIComponent(file.fileId)}?name=${encodeURIComponent(file.name)}`

function bundle(files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('resources', file, file.name)
  return form
}
