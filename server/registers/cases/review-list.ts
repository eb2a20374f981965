import type { Database } from 'better-sqlite3'
import { type BoundedPage, boundedPage, merged, type Stream } from './bounded-list.ts'
import { REVIEW_SELECT, type RegisteredReview, reviewOf } from './review-queries.ts'

/** What the list of reviews is searched by. */
export interface ReviewQuery {
  /** Streets whose reviews may be shown. */
  orgs: readonly string[]
  /** A whole case number. */
  caseNo?: string | undefined
  /** `running` for those without one. */
  outcome?: string | undefined
  reviewType?: string | undefined
  limit: number
  after?: string | undefined
}

/** The newest first; every page looks at a bounded number of rows. */
export function openReviewList(db: Database): (query: ReviewQuery) => BoundedPage<RegisteredReview> {
  const row = db.prepare<[number], Parameters<typeof reviewOf>[0]>(
    `SELECT ${REVIEW_SELECT} FROM review WHERE process_instance_key = ?`,
  )
  const streamOf = openStreams(db)
  return query => {
    const find = (seq: number) => {
      const found = row.get(seq)
      return found && isWanted(reviewOf(found), query) ? reviewOf(found) : undefined
    }
    return boundedPage(streamOf(query), find, query)
  }
}

function openStreams(db: Database): (query: ReviewQuery) => Stream {
  const numbers = (where: string) =>
    db
      .prepare<unknown[], number>(
        `SELECT process_instance_key FROM review WHERE ${where} AND process_instance_key < ? ORDER BY process_instance_key DESC LIMIT ?`,
      )
      .pluck()
  const ofOrg = numbers('org_code = ?')
  const ended = numbers('org_code = ? AND outcome = ?')
  const running = numbers('org_code = ? AND outcome IS NULL')
  const ofCase = numbers('case_no = ?')
  return ({ orgs, caseNo, outcome }) => {
    if (caseNo !== undefined) return (below, limit) => ofCase.all(caseNo, below, limit)
    const each = (org: string): Stream => {
      if (outcome === 'running') return (below, limit) => running.all(org, below, limit)
      if (outcome !== undefined) return (below, limit) => ended.all(org, outcome, below, limit)
      return (below, limit) => ofOrg.all(org, below, limit)
    }
    return merged(orgs.map(each))
  }
}

function isWanted(found: RegisteredReview, { orgs, outcome, reviewType }: ReviewQuery): boolean {
  const stands = found.outcome ?? 'running'
  const isOfType = reviewType === undefined || found.reviewType === reviewType
  return orgs.includes(found.orgCode) && isOfType && (outcome === undefined || stands === outcome)
}
