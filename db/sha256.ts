import { hash } from 'node:crypto'
import type { Sha256 } from '../server/journal/hash.ts'

/** The server's SHA-256 for the journal. */
export const sha256: Sha256 = content => hash('sha256', content, 'hex')
