import type { BundleFile } from './api-types.ts'
import { ask } from './request.ts'

/** One version of a procedure with its files, and which others there are. */
export interface DefinitionFiles {
  processDefinitionId: string
  name: string
  version: number
  files: BundleFile[]
  /** Newest first. */
  versions: { processDefinitionKey: string; version: number; deployedAt: string }[]
}

/** The files of a published version: diagram, forms, tables and what was published with them. */
export async function definitionFiles(processDefinitionKey: string, signal?: AbortSignal): Promise<DefinitionFiles> {
  const path = `/api/process-definitions/${encodeURIComponent(processDefinitionKey)}/files`
  return (await (await ask(path, signal ? { signal } : {})).json()) as DefinitionFiles
}
