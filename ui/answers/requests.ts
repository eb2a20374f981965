import type { Named, ProblemDetails } from './envelope.ts'

/** What one person may ask of a running instance, and why not now. */
export interface ProcessRequest {
  id: string
  label: string
  permitted: boolean
  refusal?: ProblemDetails | undefined
  /** Who may be named; absent where nobody is. */
  people?: Named[] | undefined
  /** The bodies one of whose branches it goes to; absent where it goes to all. */
  bodies?: Named[] | undefined
  /** A last day must be named. */
  needsUntil: boolean
}
