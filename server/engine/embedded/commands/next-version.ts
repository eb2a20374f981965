import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'

/** One more than any version the id ever had: a number is not given again, even if what had it was deleted (ENGINE D3). */
export function nextVersion(
  { world: { store } }: Execution,
  kind: Rows['version']['kind'],
  id: string,
  latest: { version: number } | undefined,
): number {
  return Math.max(store.find('version', { kind, id })?.version ?? 0, latest?.version ?? 0) + 1
}
