import type { FileReference, JsonObject } from '../../server/forms/index.ts'
import type { Citation } from './limits.ts'

/** The variables of a task or instance. */
export type Variables = JsonObject
/** Somebody, as an answer names them. */
export interface Named {
  id: string
  name: string
}

/** When the fact of an entry happened, if not when it was entered, and why it comes late. */
export interface TwoTimes {
  happenedAt?: string | undefined
  late?: { reason: string } | undefined
}

/** RFC 9457 problem details, with the rule that objected. */
export interface ProblemDetails {
  type?: string | undefined
  title?: string | undefined
  status: number
  detail?: string | undefined
  requestId?: string | undefined
  id?: string | undefined
  rule?: string | undefined
  basis?: string[] | undefined
  citations?: Citation[] | undefined
  remedy?: string | undefined
  errors?:
    | { path: string; id: string; params?: Record<string, unknown> | undefined; message?: string | undefined }[]
    | undefined
  closedBy?: Named | undefined
  closedAt?: string | undefined
}

/** Whether something may be done, and if not, why. */
export interface Verdict {
  permitted: boolean
  refusal?: ProblemDetails | undefined
}

/** Where a page of a list ends. */
export interface PageInfo {
  endCursor?: string | undefined
  hasMoreTotalItems?: boolean | undefined
  totalItems?: number | undefined
}

/** One page of a list. */
export interface Page<T> {
  items: T[]
  page: PageInfo
}

/** A file in the store. */
export type StoredFile = FileReference

/** The kinds of notice the server sends. */
export type LiveKind =
  | 'user-task'
  | 'process-instance'
  | 'incident'
  | 'process-definition'
  | 'process-draft'
  | 'notification'
