import type { Outcome } from '../process-engine.ts'
import type { Command } from '../protocol/commands.ts'
import type { Key, Variables } from '../protocol/records.ts'

/** What a request says of who sends it. */
export interface Credentials {
  /** The bearer token of the client, if it sent one. */
  token?: string | undefined
  /** The token of the signed-in person for whom the client acts. */
  personToken?: string | undefined
  /** Address at the other end of the line; `in-process` when there is none. */
  address: string
  /** The name by which we were asked: a page of another site that leads here uses its own. An IPv6 address is in brackets. */
  hostname: string
  /** Whether somebody in between says that he passes it on. */
  isForwarded: boolean
  via: 'grpc' | 'rest'
}

/** A client that was let in. */
export interface Caller {
  /**
   * Carries out one command as an act of the client's.
   * @throws CommandRejected when a rule or the engine says no; CallRefused when there is too much to do.
   */
  submit(command: Command): Promise<Outcome>
  /** Lets the clock stand at an instant (UTC ms), or run again. @throws CallRefused */
  setClock(instant: number | undefined): Promise<void>
  /** What the client may read; nothing of it is an act. */
  readonly reader: Reader
}

/** What the house hands to the protocols. They decide nothing: whoever may do what is the gate's business. */
export interface Gate {
  /** @throws CallRefused UNAUTHENTICATED */
  admit(credentials: Credentials): Caller
  /** Whether there is a job of the type that nobody works. */
  hasJobs(jobType: string): boolean
  /** The variables of an instance's own scope, also after its end. */
  variablesOf(processInstanceKey: Key): Variables
  /** Called after each COMMIT with what was accepted. */
  onCommit(listener: (outcomes: Outcome[]) => void): () => void
}

/** Searches in the words of REST v2: each filter is the equality of one member, each page at most `limit` items. */
export interface Reader {
  search(kind: SearchKind, query: SearchQuery): Promise<SearchPage>
}

export type SearchKind =
  | 'process-definitions'
  | 'process-instances'
  | 'element-instances'
  | 'variables'
  | 'user-tasks'
  | 'incidents'
  | 'jobs'

export interface SearchQuery {
  filter: Record<string, unknown>
  /** By members, the first counts most; empty: newest first, the parts of one instance in order. */
  sort: readonly { field: string; order: 'ASC' | 'DESC' }[]
  /** How many items to skip. */
  from: number
  limit: number
}

export interface SearchPage {
  items: Record<string, unknown>[]
  totalItems: number
  /** Whether everything was looked at; else there may be more. */
  isWhole: boolean
}
