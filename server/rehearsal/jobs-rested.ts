import type { House } from '../api/house.ts'
import type { Outcome } from '../engine/index.ts'
import { workers } from '../workers/index.ts'

interface OpenJob {
  jobKey: string
  type: string
  /** Waits for a worker. */
  isWaiting: number
}

const TYPES: ReadonlySet<string> = new Set(workers.map(({ type }) => type))

/**
 * Opens the question when no job is waited for any more: every one that this house works is done, or has failed and
 * waits for another try, which only time brings.
 */
export function openJobRest({ db, engine }: House): () => Promise<void> {
  const open = db.writer.prepare<[], OpenJob>(
    `SELECT CAST(job_key AS TEXT) AS jobKey, type, is_activatable AS isWaiting FROM engine_job
     WHERE is_activatable = 1 OR due IS NOT NULL`,
  )
  const failed = new Set<string>()
  engine.onCommit(outcomes => {
    for (const jobKey of failuresIn(outcomes)) failed.add(jobKey)
  })
  const isRestless = ({ jobKey, type, isWaiting }: OpenJob): boolean => {
    if (!TYPES.has(type)) return false
    if (isWaiting) failed.delete(jobKey)
    return !failed.has(jobKey)
  }
  return () =>
    new Promise(resolve => {
      const stop = engine.onCommit(look)
      look()
      function look(): void {
        if (open.all().some(isRestless)) return
        stop()
        resolve()
      }
    })
}

function failuresIn(outcomes: readonly Outcome[]): string[] {
  const records = outcomes.flatMap(({ segments }) => segments.flatMap(segment => segment.records))
  return records.flatMap(({ valueType, intent, key }) => (valueType === 'JOB' && intent === 'FAILED' ? [key] : []))
}
