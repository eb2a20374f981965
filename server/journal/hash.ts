import type { Json } from '../engine/protocol/records.ts'
import type { Entry } from './act.ts'
import { CanonicalWriter } from './canonical-writer.ts'
import { type PackedSegment, unpackSegments, writeSegments } from './packed-segments.ts'

/**
 * SHA-256 over bytes, or over the UTF-8 bytes of a text, as 64 lower-case hex digits. Handed in: node:crypto on the
 * server, WebCrypto (behind `followChain`, which takes finished digests) in a browser.
 */
export type Sha256 = (content: string | Uint8Array) => string

/** What the first entry names as the hash before it. */
export const GENESIS = '0'.repeat(64)

/** An entry as it is stored and proved: the canonical text, and the SHA-256 of it. */
export interface Sealed {
  /** UTF-8, valid until the next entry is sealed. */
  body: Uint8Array
  hash: string
}

/** The entry of a stored text. */
export function unsealEntry(body: string): Entry {
  const { segments, ...entry } = JSON.parse(body) as Omit<Entry, 'segments'> & { segments?: PackedSegment[] }
  return segments ? { ...entry, segments: unpackSegments(segments) } : entry
}

const writer = new CanonicalWriter()

/** Brings an entry into the form that the next one refers to. @throws NotCanonical if it holds no proper JSON. */
export function sealEntry(entry: Entry, sha256: Sha256): Sealed {
  const { segments } = entry
  writer.clear()
  writer.object(entry as unknown as { [name: string]: Json }, undefined, (_, name) => {
    if (name !== 'segments' || !segments) return false
    writeSegments(writer, segments)
    return true
  })
  const body = writer.written
  return { body, hash: sha256(body) }
}
