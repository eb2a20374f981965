import type { Projection } from '../../../db/projection.ts'
import { openCaseRows } from './case-rows.ts'
import { openPartyRows } from './party-rows.ts'
import { openReviewRows } from './review-rows.ts'

/** Cases, their parties and their reviews. One reading, because a review changes how its case stands. */
export const cases: Projection = {
  name: 'register cases',
  tables: [
    ...['review_opinion', 'review_task', 'review', 'case_material', 'case_change', 'case_officer'],
    ...['register_word', 'enforcement_case', 'party'],
  ],
  open(db) {
    const caseRows = openCaseRows(db)
    const partyRows = openPartyRows(db)
    const reviewRows = openReviewRows(db)
    return entry => {
      for (const record of entry.register ?? []) {
        partyRows(record, entry)
        caseRows(record, entry)
      }
      reviewRows(entry)
    }
  },
}
