import type { Json } from '../engine/protocol/records.ts'
import type { Entry } from './act.ts'
import { canonicalMembers } from './canonical.ts'
import { type PackedSegment, packSegments, unpackSegments } from './packed-segments.ts'

/**
 * SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hex digits. Handed in: node:crypto on the server,
 * WebCrypto (behind `followChain`, which takes finished digests) in a browser.
 */
export type Sha256 = (text: string) => string

/** What the first entry names as the hash before it. */
export const GENESIS = '0'.repeat(64)

/** An entry as it is stored and proved: the canonical text, and the SHA-256 of it. */
export interface Sealed {
  body: string
  hash: string
}

/** The entry of a stored text. */
export function unsealEntry(body: string): Entry {
  const { segments, ...entry } = JSON.parse(body) as Omit<Entry, 'segments'> & { segments?: PackedSegment[] }
  return segments ? { ...entry, segments: unpackSegments(segments) } : entry
}

/** Brings an entry into the form that the next one refers to. @throws NotCanonical if it holds no proper JSON. */
export function sealEntry(entry: Entry, sha256: Sha256): Sealed {
  const { segments } = entry
  const body = canonicalMembers(entry as unknown as { [name: string]: Json }, name =>
    name === 'segments' && segments ? packSegments(segments) : undefined,
  )
  return { body, hash: sha256(body) }
}
