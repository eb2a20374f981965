import { webcrypto } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Json } from '../engine/protocol/records.ts'
import type { Entry } from './act.ts'
import { canonicalize } from './canonical.ts'
import { type ChainHead, EMPTY_CHAIN, followChain } from './chain.ts'
import { sealEntry, unsealEntry } from './hash.ts'
import { commitmentOf } from './personal.ts'
import vectors from './vectors.json' with { type: 'json' }

/** As a browser does it: nothing but WebCrypto. */
async function digest(text: string): Promise<string> {
  const bytes = await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(bytes).toString('hex')
}

describe('the published vectors', () => {
  test.each(vectors.entries)('$name: canonical text and hash', async ({ entry, canonical, hash }) => {
    expect(unsealEntry(canonical)).toEqual(entry)
    expect(canonicalize(JSON.parse(canonical) as Json)).toBe(canonical)
    expect(await digest(canonical)).toBe(hash)
    const sealed = sealEntry(entry as unknown as Entry, bytes => `sealed ${Buffer.from(bytes).toString()}`)
    expect(Buffer.from(sealed.body).toString()).toBe(canonical)
    expect(sealed.hash).toBe(`sealed ${canonical}`)
  })

  test('form a chain', () => {
    let head: ChainHead = EMPTY_CHAIN
    for (const { entry, canonical, hash } of vectors.entries) {
      const link = { seq: entry.seq, body: canonical, hash }
      expect(followChain(head, link, hash)).toBeUndefined()
      head = link
    }
    expect(head.seq).toBe(vectors.entries.length)
  })

  test.each(vectors.commitments)('commitment $commitment', async ({ salt, value, commitment }) => {
    const hashed: (string | Uint8Array)[] = []
    commitmentOf(value as Json, salt, text => {
      hashed.push(text)
      return ''
    })
    expect(await digest(String(hashed[0]))).toBe(commitment)
  })
})
