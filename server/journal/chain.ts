import type { Json } from '../engine/protocol/records.ts'
import type { Entry } from './act.ts'
import { canonicalize } from './canonical.ts'
import { GENESIS } from './hash.ts'

/** One stored line of the journal. */
export interface ChainLink {
  seq: number
  body: string
  hash: string
}

/** Where the chain ends so far. */
export interface ChainHead {
  seq: number
  hash: string
}

/** Why a chain is not intact, at the first entry where it shows. */
export interface ChainFault {
  seq: number
  problem: 'gap' | 'not-json' | 'not-canonical' | 'wrong-seq' | 'wrong-prev' | 'wrong-hash'
  expected: string
  found: string
}

/** The head of a journal without entries. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: GENESIS }

/**
 * Checks that `link` follows `head`: contiguous, canonical, naming the hash before it, and hashing to its own.
 * `digest` is the SHA-256 of the link's body in hex; the caller computes it, so that WebCrypto can (it is async).
 */
export function followChain(head: ChainHead, link: ChainLink, digest: string): ChainFault | undefined {
  const fault = (problem: ChainFault['problem'], expected: string, found: string): ChainFault => ({
    seq: link.seq,
    problem,
    expected,
    found,
  })
  if (link.seq !== head.seq + 1) return fault('gap', String(head.seq + 1), String(link.seq))
  let entry: Entry
  try {
    entry = JSON.parse(link.body) as Entry
  } catch (error) {
    return fault('not-json', 'JSON', error instanceof Error ? error.message : String(error))
  }
  const canonical = canonicalize(entry as unknown as Json)
  if (canonical !== link.body) return fault('not-canonical', canonical, link.body)
  if (entry.seq !== link.seq) return fault('wrong-seq', String(link.seq), String(entry.seq))
  if (entry.prev !== head.hash) return fault('wrong-prev', head.hash, entry.prev)
  return digest === link.hash ? undefined : fault('wrong-hash', digest, link.hash)
}
