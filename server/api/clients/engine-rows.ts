import type { Key } from '../../engine/index.ts'

/** What the gate asks of the engine's own tables; everything else is in the projections. */
export interface EngineRows {
  /** A job that is not done yet. */
  findJob(jobKey: Key): { type: string; processInstanceKey: Key } | undefined
  /** Whether there is a job of the type that nobody works. */
  hasJobs(jobType: string): boolean
  /** Running instances in which something has the key. */
  instancesNaming(key: Key): Key[]
}
