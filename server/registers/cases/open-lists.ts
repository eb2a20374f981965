import type { Database } from 'better-sqlite3'
import { openCaseList } from './case-list.ts'
import { openPartyList } from './party-list.ts'
import { openReviewList } from './review-list.ts'

/** The lists of the registers of cases, page by page; asked of committed rows. */
export interface CaseLists {
  cases: ReturnType<typeof openCaseList>
  parties: ReturnType<typeof openPartyList>
  reviews: ReturnType<typeof openReviewList>
}

/** Prepares the questions once. */
export function openCaseLists(db: Database): CaseLists {
  return { cases: openCaseList(db), parties: openPartyList(db), reviews: openReviewList(db) }
}
