import type { Headers } from '../support/visitor.ts'

/** One well-formed request. */
export interface Asked {
  method: string
  path: string
  body?: unknown
  headers?: Headers
}

export const get = (path: string): Asked => ({ method: 'GET', path })
export const post = (path: string, body: unknown): Asked => ({ method: 'POST', path, body })
