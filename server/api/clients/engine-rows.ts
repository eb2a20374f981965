import type { Key } from '../../engine/index.ts'

/** What the gate asks of the engine's own tables; everything else is in the projections. */
export interface EngineRows {
  /** A job that is not done yet. */
  findJob(jobKey: Key): { type: string; processInstanceKey: Key } | undefined
  /** Whether there is a job of the type that nobody works. */
  hasJobs(jobType: string): boolean
  /** Whether an instance waits for a message of the key. */
  isWaiting(processInstanceKey: Key, messageName: string, correlationKey: string): boolean
  /** Running instances in which something has the key. */
  instancesNaming(key: Key): Key[]
  /** Id of the diagram of decisions with a key. */
  requirementsOf(decisionRequirementsKey: Key): string | undefined
  /** Id of the diagram that holds the latest version of a decision. */
  requirementsDefining(decisionId: string): string | undefined
  /** SHA-256 of the latest version of a diagram of decisions. */
  requirementsChecksum(decisionRequirementsId: string): string | undefined
}
