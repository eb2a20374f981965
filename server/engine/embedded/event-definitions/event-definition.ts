import type { ModdleElement } from '../../../bpmn/index.ts'
import type { Key } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'

/** One kind of event: what it reads from the diagram, and how it is waited for, at whatever place it stands. */
export interface EventDefinition<Definition = unknown> {
  /** As records name it. */
  name: string
  read?(definition: ModdleElement): Definition
  /** Where it may stand, for the engine to refuse the rest by name. */
  places: readonly EventPlace[]
  /** Of an event that starts a process: what it waits for, computed without variables when the process is deployed. @throws Failure */
  awaitStart?(execution: Execution, definition: Definition): StartWait
  /** Computes what is waited for; what it returns begins the waiting. Absent when nothing is waited for (errors). @throws Failure */
  subscribe?(execution: Execution, wait: EventWait, definition: Definition): () => void
  /** Stops everything of this kind that the element instance waits for, or what waits for these events. */
  unsubscribe?(execution: Execution, key: Key, isMeant?: (eventId: string) => boolean): void
}

/** What a start event of a process waits for: the columns of its row that its kind has. */
export type StartWait = Pick<Rows['start'], 'kind'> & Partial<Pick<Rows['start'], 'name' | 'due' | 'repetitions'>>

export type EventPlace = 'start' | 'catch' | 'boundary' | 'event-sub-process' | 'end' | 'throw'

/** Somebody waits for an event. */
export interface EventWait {
  /** The event that will be triggered. */
  node: ExecutableNode
  /** The element instance that waits: the event itself, the activity it stands on, or the scope of its event sub-process. */
  key: Key
  /** Where its expressions are evaluated. */
  scopeKey: Key
}

/** Keeps the type of the definition between `read` and `subscribe`. */
export function defineEvent<Definition>(event: EventDefinition<Definition>): EventDefinition {
  return event as unknown as EventDefinition
}
