import type { BundleFile, DraftImport, DraftSave, DraftSummary, ProcessDraft } from './api-types.ts'
import { ask, askPatiently } from './request.ts'

type Signal = AbortSignal | undefined

const BASE = '/api/process-drafts'
const JSON_BODY = { 'content-type': 'application/json' }
const at = (id: string, rest = ''): string => `${BASE}/${encodeURIComponent(id)}${rest}`
const fileAt = (id: string, name: string): string => at(id, `/files/${encodeURIComponent(name)}`)

async function read<T>(path: string, signal?: Signal): Promise<T> {
  return (await (await ask(path, signal ? { signal } : {})).json()) as T
}

async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: JSON_BODY }
  const answer = await askPatiently(path, init)
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

/** What a save answers. */
export interface Saved {
  revision: number
  savedAt: string
}

/** The questions about drafts of procedures; the pages of the designer alone ask them. */
export const processDrafts = {
  list: (signal?: Signal) => read<{ items: DraftSummary[] }>(BASE, signal),
  get: (id: string, signal?: Signal) => read<ProcessDraft>(at(id), signal),
  /** Begins a draft on a published version. */
  beginFrom: (processDefinitionKey: string) => send<ProcessDraft>('POST', BASE, { from: { processDefinitionKey } }),
  /** Begins a draft of a new procedure. */
  beginWith: (files: readonly BundleFile[]) => send<ProcessDraft>('POST', BASE, { files }),
  throwAway: (id: string) => send<void>('DELETE', at(id)),

  /** Goes on from a revision. @throws ApiProblem 409 when there is a newer one or somebody else holds the pen. */
  saveFile: (id: string, name: string, content: string, revision: number) =>
    send<Saved>('PUT', fileAt(id, name), { content, revision }),
  dropFile: (id: string, name: string, revision: number) =>
    send<Saved>('DELETE', `${fileAt(id, name)}?revision=${revision}`),
  /** Takes the pen. @throws ApiProblem 409 with who holds it. */
  takePen: (id: string, takeOver?: { reason: string }) =>
    send<ProcessDraft>('POST', at(id, '/editor'), takeOver ? { takeOver: true, reason: takeOver.reason } : {}),
  layPenDown: (id: string) => send<void>('DELETE', at(id, '/editor')),
  saves: (id: string, signal?: Signal) => read<{ items: DraftSave[] }>(at(id, '/saves'), signal),
  save: (id: string, revision: number, signal?: Signal) =>
    read<{ files: BundleFile[] }>(at(id, `/saves/${revision}`), signal),
  /** Brings the files of an earlier save back, as a save of its own. */
  restore: (id: string, revision: number) => send<ProcessDraft>('POST', at(id, `/saves/${revision}/restoration`)),

  submit: (id: string) => send<ProcessDraft>('POST', at(id, '/submission')),
  returnIt: (id: string, reason: string) => send<ProcessDraft>('POST', at(id, '/return'), { reason }),
  withdraw: (id: string) => send<ProcessDraft>('POST', at(id, '/withdrawal')),
  /** @param supersedes the version published since the draft was begun, of which the person knows that it is replaced */
  publish: (id: string, supersedes?: number) =>
    send<ProcessDraft>('POST', at(id, '/publication'), supersedes === undefined ? {} : { supersedes }),
  /** No new starts; what runs goes on. */
  retire: (processDefinitionKey: string, reason: string) =>
    send<void>('POST', `/api/process-definitions/${encodeURIComponent(processDefinitionKey)}/retirement`, { reason }),

  /** Brings in a zip or a diagram of its own. @param convert whether foreign words are put into ours */
  import: async (files: readonly File[], convert = false): Promise<DraftImport> => {
    const body = new FormData()
    for (const file of files) body.append('resources', file, file.name)
    const answer = await askPatiently(`${BASE}/import${convert ? '?convert=yes' : ''}`, { method: 'POST', body })
    return (await answer.json()) as DraftImport
  },
}

/** Where the files of a draft are taken out as one zip. */
export const draftBundleAddress = (id: string): string => `/api/process-drafts/${encodeURIComponent(id)}/bundle`

/** Where the files of a published version are taken out as one zip. */
export const definitionBundleAddress = (processDefinitionKey: string): string =>
  `/api/process-definitions/${encodeURIComponent(processDefinitionKey)}/bundle`
