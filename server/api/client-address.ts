import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { Environment } from './environment.ts'

/** Address of who asks: at the other end of the line, or, where a proxy stands in front (PUBLIC_URL), the one it appended. */
export function clientAddress(c: Context<Environment>): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  // A line that was cut off meanwhile tells no address; it came from outside all the same.
  const direct = incoming ? (incoming.socket?.remoteAddress ?? 'unknown') : 'in-process'
  if (c.var.house.config.PUBLIC_URL === undefined) return direct
  // Only the last one is the proxy's own word; those before it came with the request.
  const appended = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIP(appended) === 0 ? direct : appended
}
