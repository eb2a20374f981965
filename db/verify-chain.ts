import type { Database } from 'better-sqlite3'
import type { Entry } from '../server/journal/act.ts'
import { type ChainFault, type ChainHead, EMPTY_CHAIN, followChain } from '../server/journal/chain.ts'
import { commitmentOf, commitmentsIn, PERSONAL } from '../server/journal/personal.ts'
import { sha256 } from './sha256.ts'

/** A personal value that does not belong to its commitment, or to no entry. */
export interface PersonalFault {
  seq: number
  commitment: string
  problem: 'value-does-not-match' | 'not-in-the-entry'
}

export interface ChainReport {
  entries: number
  /** Hash of the newest entry, hex: worth writing down elsewhere. */
  head: string
  /** Personal values that were deleted; their commitments stand. */
  redacted: number
  /** The first place where the chain is broken. */
  fault?: ChainFault
  /** The first personal value that is not what was committed to. */
  personalFault?: PersonalFault
}

interface LinkRow {
  seq: number
  body: string
  hash: Buffer
}

interface ValueRow {
  commitment: string
  salt: string
  value: string
}

const PAGE = 500

/** Walks the chain from the first entry: numbers, canonical text, hashes, commitments. Stops at the first fault. */
export function verifyChain(db: Database): ChainReport {
  const links = db.prepare<[number, number], LinkRow>(
    'select seq, body, hash from journal where seq > ? order by seq limit ?',
  )
  const checkValues = openValueCheck(db)
  let head: ChainHead = EMPTY_CHAIN
  let redacted = 0
  for (let page = links.all(0, PAGE); page.length > 0; page = links.all(head.seq, PAGE)) {
    for (const { seq, body, hash } of page) {
      const link = { seq, body, hash: hash.toString('hex') }
      const fault = followChain(head, link, sha256(body))
      if (fault) return { entries: head.seq, head: head.hash, redacted, fault }
      head = link
      const values = checkValues(seq, body)
      redacted += values.redacted
      if (values.fault) return { entries: head.seq, head: head.hash, redacted, personalFault: values.fault }
    }
  }
  return { entries: head.seq, head: head.hash, redacted }
}

type ValueCheck = (seq: number, body: string) => { redacted: number; fault?: PersonalFault }

function openValueCheck(db: Database): ValueCheck {
  const values = db.prepare<[number], ValueRow>('select commitment, salt, value from personal_value where seq = ?')
  return (seq, body) => {
    const committed = new Set(body.includes(`"${PERSONAL}"`) ? commitmentsIn(JSON.parse(body) as Entry) : [])
    const rows = values.all(seq)
    for (const { commitment, salt, value } of rows) {
      if (!committed.has(commitment)) return { redacted: 0, fault: { seq, commitment, problem: 'not-in-the-entry' } }
      if (commitmentOf(JSON.parse(value), salt, sha256) !== commitment)
        return { redacted: 0, fault: { seq, commitment, problem: 'value-does-not-match' } }
    }
    return { redacted: committed.size - rows.length }
  }
}
