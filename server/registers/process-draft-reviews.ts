import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'process-drafts'

/** Where a draft of a procedure stands: handed in, given back, or in force. */
export interface ProcessDraftReview {
  draftId: string
  processId: string
  state: 'draft' | 'submitted' | 'published'
  /** Of the save that was handed in. */
  revision: number
  /** Its files with the SHA-256 of each. */
  files: { name: string; checksum: string }[]
  submittedBy: string
  submittedAt: Instant
  returnedBy: string | null
  returnedAt: Instant | null
  /** Why it was given back. */
  reason: string | null
  publishedBy: string | null
  publishedAt: Instant | null
  /** Of the entry that published it. */
  publishedSeq: number | null
}

type Row = Omit<ProcessDraftReview, 'files'> & { files: string }

/** What became of each draft that was handed in; the latest record holds. */
export const processDraftReviews: Projection = {
  name: `register ${REGISTER}`,
  tables: ['process_draft_review'],
  open(db) {
    const put = db.prepare(
      `INSERT OR REPLACE INTO process_draft_review (draft_id, process_id, state, revision, files, submitted_by, submitted_at,
         returned_by, returned_at, reason, published_by, published_at, published_seq)
       VALUES (@draftId, @processId, @state, @revision, @files, @submittedBy, @submittedAt, @returnedBy, @returnedAt, @reason,
         @publishedBy, @publishedAt, @publishedSeq)`,
    )
    return ({ register = [], seq }) => {
      for (const { register: name, id, value = {} } of register) {
        if (name !== REGISTER) continue
        const publishedSeq = value.state === 'published' ? seq : null
        put.run({ ...value, draftId: id, files: JSON.stringify(value.files), publishedSeq })
      }
    }
  },
}

/** What is asked of them; on the writer a guard sees what its batch wrote. */
export interface ProcessDraftReviews {
  find(draftId: string): ProcessDraftReview | undefined
  /** Drafts of a procedure that came into force, newest first. */
  publishedOf(processId: string): ProcessDraftReview[]
}

const SELECT = `SELECT draft_id AS draftId, process_id AS processId, state, revision, files, submitted_by AS submittedBy,
  submitted_at AS submittedAt, returned_by AS returnedBy, returned_at AS returnedAt, reason, published_by AS publishedBy,
  published_at AS publishedAt, published_seq AS publishedSeq FROM process_draft_review`

/** Prepares the questions once. */
export function openProcessDraftReviews(db: Database): ProcessDraftReviews {
  const one = db.prepare<[string], Row>(`${SELECT} WHERE draft_id = ?`)
  const published = db.prepare<[string], Row>(
    `${SELECT} WHERE process_id = ? AND state = 'published' ORDER BY published_seq DESC`,
  )
  return {
    find: draftId => reviewFrom(one.get(draftId)),
    publishedOf: processId => published.all(processId).map(row => reviewFrom(row)!),
  }
}

const reviewFrom = (row: Row | undefined): ProcessDraftReview | undefined =>
  row && { ...row, files: JSON.parse(row.files) as ProcessDraftReview['files'] }

/** The record of an act that moves a draft on; the entry's number is added when it is one. */
export function processDraftRecord({ draftId, publishedSeq: _, ...value }: ProcessDraftReview): RegisterRecord {
  return { register: REGISTER, op: 'put', id: draftId, value: value as unknown as Record<string, Json> }
}
