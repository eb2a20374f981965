import type {
  MigrationDetailJson,
  MigrationDryRunJson,
  MigrationJson,
  MigrationListJson,
  MigrationProposalJson,
} from '../server/api/migrations/schemas.ts'
import { ask, askPatiently } from './request.ts'

export type { MigrationDetailJson, MigrationDryRunJson, MigrationJson, MigrationListJson, MigrationProposalJson }

/** Which element becomes which. */
export type ElementMapping = MigrationJson['mappings'][number]

/** Two versions of a procedure. */
export interface Versions {
  sourceProcessDefinitionKey: string
  targetProcessDefinitionKey: string
}

const BASE = '/api/migrations'

async function send<T>(path: string, body: object = {}, signal?: AbortSignal): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', body: JSON.stringify(body), headers, ...(signal && { signal }) }
  return (await (await askPatiently(`${BASE}${path}`, init)).json()) as T
}

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await ask(`${BASE}${path}`, signal ? { signal } : {})).json()) as T
}

/** The questions about running instances that go over to another version; one page asks them. */
export const migrations = {
  list: (processId: string, signal?: AbortSignal) =>
    read<MigrationListJson>(`?processId=${encodeURIComponent(processId)}`, signal),
  get: (id: string, signal?: AbortSignal) => read<MigrationDetailJson>(`/${id}`, signal),
  plan: (versions: Versions, signal?: AbortSignal) => send<MigrationProposalJson>('/plan', versions, signal),
  dryRun: (versions: Versions, mappings: readonly ElementMapping[], signal?: AbortSignal) =>
    send<MigrationDryRunJson>('/dry-run', { ...versions, mappings }, signal),
  propose: (versions: Versions, mappings: readonly ElementMapping[], reason: string) =>
    send<MigrationDetailJson>('', { ...versions, mappings, reason }),
  approve: (id: string) => send<MigrationDetailJson>(`/${id}/approval`),
  refuse: (id: string, reason: string) => send<MigrationDetailJson>(`/${id}/refusal`, { reason }),
  runBatch: (id: string) => send<MigrationDetailJson>(`/${id}/batches`),
  takeBack: (id: string, processInstanceKey: string, reason: string) =>
    send<MigrationDetailJson>(`/${id}/reversal`, { processInstanceKey, reason }),
}
