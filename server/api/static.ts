import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}
/** Smaller ones are not worth it, and these types are packed already. */
const GZIP_MIN_BYTES = 1024
const PACKED = new Set(['.png', '.woff2', '.ico'])

interface Asset {
  content: Uint8Array<ArrayBuffer>
  /** Packed when it is first asked for: a start should not wait for pages that nobody opens. Undefined where it is not worth it. */
  gzip(): Uint8Array<ArrayBuffer> | undefined
  headers: Record<string, string>
}

/** The built pages, read once: every address that is no file is a page of the application. */
export function staticPages(folder: string) {
  const assets = readAssets(folder)
  return new Hono().get('*', c => {
    const path = c.req.path
    const asset = assets.get(path) ?? (isFile(path) ? undefined : assets.get('/index.html'))
    if (!asset) return c.notFound()
    const { content, headers } = asset
    if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
    const gzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? asset.gzip() : undefined
    if (gzip) return c.body(gzip, 200, { ...headers, 'content-encoding': 'gzip' })
    return c.body(content, 200, headers)
  })
}

function readAssets(folder: string): Map<string, Asset> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(entry => {
      const path = join(entry.parentPath, entry.name)
      const address = `/${relative(folder, path).split(sep).join('/')}`
      return [address, readAsset(path, address)] as const
    }),
  )
}

/** An address whose end looks like that of a file; `1..2` are two versions of a procedure. */
const isFile = (path: string) => /\.[a-z]\w*$/i.test(path)

function readAsset(path: string, address: string): Asset {
  const content = Uint8Array.from(readFileSync(path))
  const ending = extname(path)
  const isWorthPacking = content.length >= GZIP_MIN_BYTES && !PACKED.has(ending)
  let packed: Uint8Array<ArrayBuffer> | undefined
  return {
    content,
    gzip() {
      if (isWorthPacking) packed ??= Uint8Array.from(gzipSync(content, { level: 9 }))
      return packed
    },
    headers: {
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      // The name of what lies in /assets holds its hash; everything else may change with the next version.
      'cache-control': address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha256').update(content).digest('base64url')}"`,
      vary: 'accept-encoding',
    },
  }
}
