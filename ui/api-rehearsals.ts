import type {
  KeptReplay,
  KeptScenario,
  Rehearsal,
  RehearsalStep,
  Replay,
  ScenarioRun,
  StepAnswer,
} from './answers/rehearsals.ts'
import type { BundleFile, DefinitionDetail, StoredFile, TaskDetail } from './api-types.ts'
import { ask, askPatiently } from './request.ts'

const BASE = '/api/rehearsals'
const JSON_BODY = { 'content-type': 'application/json' }

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await ask(path, signal ? { signal } : {})).json()) as T
}

async function send<T>(path: string, body: unknown): Promise<T> {
  const answer = await askPatiently(path, { method: 'POST', body: JSON.stringify(body), headers: JSON_BODY })
  return (await answer.json()) as T
}

const onlyFiles = (files: readonly BundleFile[]) => files.map(({ name, content }) => ({ name, content }))
const played = (as: string) => `?${new URLSearchParams({ as })}`

/** The questions about offices that are thrown away; the panel of a draft alone asks them. */
export const rehearsals = {
  /** Publishes the files in an office of its own. @throws ApiProblem 422 with the reason, 429 when too many are open */
  open: (files: readonly BundleFile[]) => send<Rehearsal>(BASE, { files: onlyFiles(files) }),
  get: (id: string, signal?: AbortSignal) => read<Rehearsal>(`${BASE}/${id}`, signal),
  drop: async (id: string) => void (await askPatiently(`${BASE}/${id}`, { method: 'DELETE' })),
  perform: (id: string, step: RehearsalStep) => send<StepAnswer>(`${BASE}/${id}/steps`, { step }),
  /** What somebody there sees before he starts the procedure. */
  start: (id: string, as: string) => read<DefinitionDetail>(`${BASE}/${id}/start${played(as)}`),
  task: (id: string, userTaskKey: string, as: string) =>
    read<TaskDetail>(`${BASE}/${id}/tasks/${userTaskKey}${played(as)}`),
  /** Only the name goes there: no real file enters a rehearsal. */
  sample: (id: string, by: string, name: string) => send<StoredFile>(`${BASE}/${id}/files`, { by, name }),
  keep: (id: string, name: string) => read<KeptScenario>(`${BASE}/${id}/scenario?${new URLSearchParams({ name })}`),
  runScenarios: (files: readonly BundleFile[]) =>
    send<{ items: ScenarioRun[] }>('/api/scenario-runs', { files: onlyFiles(files) }),
}

/** The questions about finished cases told again in a draft. */
export const replays = {
  /** Of the draft as it was last saved; what is found is kept with it. */
  begin: (draftId: string) => send<Replay>('/api/replays', { draftId }),
  kept: async (draftId: string) =>
    (await read<{ kept: KeptReplay | null }>(`/api/process-drafts/${encodeURIComponent(draftId)}/replay`)).kept,
  get: (id: string, signal?: AbortSignal) => read<Replay>(`/api/replays/${id}`, signal),
  cancel: async (id: string) => void (await askPatiently(`/api/replays/${id}`, { method: 'DELETE' })),
}
