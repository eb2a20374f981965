import type { Context } from 'hono'
import type { Environment } from './environment.ts'

/** Address of who is at the other end of the line; behind a proxy that is the proxy, for everybody. */
export function clientAddress(c: Context<Environment>): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? 'in-process'
}
