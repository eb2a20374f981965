import type { Instant, Key } from '../protocol/records.ts'
import type { Definitions } from './definitions.ts'
import type { EngineStore } from './store.ts'
import type { Workspace } from './workspace.ts'

/** What a command at work may ask; all of it is handed in, so that the same question always has the same answer. */
export interface World {
  readonly workspace: Workspace
  /** Read only from here: rows are written by appliers. */
  readonly store: EngineStore
  readonly definitions: Definitions
  /** The instant of the act. */
  readonly now: Instant
  /** The IANA zone in which `today()`, months and years are counted. */
  readonly zone: string
  /** Whether a process was taken out of use: no instance of it begins, whoever asks; what runs goes on. */
  isOutOfUse(bpmnProcessId: string): boolean
  /** seq of the entry the act will get. */
  readonly seq: number
  nextKey(): Key
}
