import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Environment } from './environment.ts'
import { Problem } from './problem.ts'

const SELF = "'self'"
const NONE = "'none'"

type PolicyOptions = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>

const OURS_ALONE: PolicyOptions = {
  defaultSrc: [SELF],
  scriptSrc: [SELF],
  styleSrc: [SELF],
  imgSrc: [SELF, 'data:', 'blob:'],
  fontSrc: [SELF, 'data:'],
  connectSrc: [SELF],
  workerSrc: [SELF],
  objectSrc: [NONE],
  baseUri: [NONE],
  formAction: [SELF],
  frameAncestors: [NONE],
}

/** Headers that let a browser load from us alone, run no inline code, and show us in nobody's frame. */
export const headers = strictHeaders(OURS_ALONE)

/** Headers of an editor that writes its own styles: in a frame of our own pages and nowhere else, the rest as strict as ever. */
export const framedEditorHeaders = strictHeaders(
  { ...OURS_ALONE, styleSrc: [SELF, "'unsafe-inline'"], frameAncestors: [SELF] },
  'SAMEORIGIN',
)

/** Documents of such editors, as they are built (ui/vite.config.ts). */
export const FRAMED_EDITORS: ReadonlySet<string> = new Set([
  '/designer/forms/form-frame.html',
  '/designer/tables/table-frame.html',
])

/** Headers of what somebody uploaded: whatever it is, it runs nothing and loads nothing. */
export const uploadHeaders = strictHeaders({ defaultSrc: [NONE], frameAncestors: [NONE], sandbox: [] })

function strictHeaders(contentSecurityPolicy: PolicyOptions, xFrameOptions = 'DENY'): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy,
    referrerPolicy: 'same-origin',
    xFrameOptions,
    // A proxy that ends TLS says this for its own domain.
    strictTransportSecurity: false,
  })
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send (CSRF), beside the cookie's SameSite=Strict: browsers tell the origin of
 * every request that changes something. Who tells neither is no browser and has no cookie of somebody else.
 */
export const sameOriginOnly: MiddlewareHandler<Environment> = async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isForeign = origin === undefined ? site !== undefined && site !== 'same-origin' : !isOurs(c, origin)
    if (isForeign) throw new Problem('request.foreign-origin')
  }
  await next()
}

function isOurs(c: Parameters<MiddlewareHandler<Environment>>[0], origin: string): boolean {
  const { PUBLIC_URL } = c.var.house.config
  if (PUBLIC_URL) return origin === new URL(PUBLIC_URL).origin
  return URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
}

/** Refuses a body larger than so many KiB before it is read whole. */
export function limitBody(kilobytes: number): MiddlewareHandler {
  const limit = kilobytes >= 1024 ? `${Math.round(kilobytes / 1024)} MB` : `${kilobytes} KB`
  const onError = () => {
    throw new Problem('request.too-large', { limit })
  }
  const whileRead = bodyLimit({ maxSize: kilobytes * 1024, onError })
  return (c, next) => {
    const told = c.req.header('content-length')
    // The parser of HTTP holds a sender to the length it told; only what tells none has to be counted.
    if (told === undefined || c.req.header('transfer-encoding') !== undefined) return whileRead(c, next)
    return Number(told) > kilobytes * 1024 ? onError() : next()
  }
}

/** Answers of the API belong to one person at one moment. */
export const neverStored: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
}

/** HEAD is answered as GET without its body; what nobody will read must not stay open. */
export const unreadClosed: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.req.method === 'HEAD') await c.res.body?.cancel()
}
