import type { Database } from 'better-sqlite3'
import { type BoundedPage, boundedPage, merged, type Stream } from './bounded-list.ts'
import { holdsAll, openWordStreams } from './word-stream.ts'

/** What the list of cases is searched by. */
export interface CaseQuery {
  /** Streets whose cases may be shown. */
  orgs: readonly string[]
  q?: string | undefined
  state?: string | undefined
  itemCode?: string | undefined
  /** Only cases this person handles. */
  handler?: string | undefined
  /** Only cases of this party. */
  partyId?: string | undefined
  /** Instants of registration: from (included) to (excluded). */
  from?: number | undefined
  to?: number | undefined
  limit: number
  after?: string | undefined
}

/** A case as lists show it. */
export interface ListedCase {
  caseSeq: number
  caseNo: string
  orgCode: string
  itemCode: string
  title: string
  place: string | null
  partyId: string
  partyName: string | null
  tradeName: string | null
  partyType: string | null
  state: string
  filedAt: number
  lastMaterialChangeAt: number
}

const ROW = `SELECT case_seq AS caseSeq, case_no AS caseNo, enforcement_case.org_code AS orgCode, item_code AS itemCode, title,
    place, party_id AS partyId, party_name AS partyName, trade_name AS tradeName, party_type AS partyType, state,
    filed_at AS filedAt, last_material_change_at AS lastMaterialChangeAt
  FROM enforcement_case LEFT JOIN party USING (party_id) WHERE case_seq = ?`

/** The newest first; every page looks at a bounded number of rows. */
export function openCaseList(db: Database): (query: CaseQuery) => BoundedPage<ListedCase> {
  const row = db.prepare<[number], ListedCase>(ROW)
  const streamOf = openStreams(db)
  return query => {
    const find = (seq: number) => {
      const found = row.get(seq)
      return found && isWanted(found, query) ? found : undefined
    }
    return boundedPage(streamOf(query), find, query)
  }
}

/** The index that leaves the fewest rows to look at. */
function openStreams(db: Database): (query: CaseQuery) => Stream {
  const numbers = (from: string) => db.prepare<unknown[], number>(`SELECT case_seq FROM ${from}`).pluck()
  const page = 'case_seq < ? ORDER BY case_seq DESC LIMIT ?'
  const ofOrg = numbers(`enforcement_case WHERE org_code = ? AND ${page}`)
  const ofState = numbers(`enforcement_case WHERE org_code = ? AND state = ? AND ${page}`)
  const ofItem = numbers(`enforcement_case WHERE org_code = ? AND item_code = ? AND ${page}`)
  const ofParty = numbers(`enforcement_case WHERE party_id = ? AND ${page}`)
  const ofHandler = numbers(`case_officer WHERE person_id = ? AND until IS NULL AND ${page}`)
  const words = openWordStreams(db, 'cases')
  return ({ orgs, q, partyId, handler, itemCode, state }) => {
    if (partyId !== undefined) return (below, limit) => ofParty.all(partyId, below, limit)
    const found = q === undefined ? undefined : words(orgs, q)
    if (found) return found
    if (handler !== undefined) return (below, limit) => ofHandler.all(handler, below, limit)
    const each = (org: string): Stream => {
      if (itemCode !== undefined) return (below, limit) => ofItem.all(org, itemCode, below, limit)
      if (state !== undefined) return (below, limit) => ofState.all(org, state, below, limit)
      return (below, limit) => ofOrg.all(org, below, limit)
    }
    return merged(orgs.map(each))
  }
}

function isWanted(found: ListedCase, { orgs, q, state, itemCode, from, to }: CaseQuery): boolean {
  const { caseNo, title, place, partyName, tradeName, filedAt } = found
  return (
    orgs.includes(found.orgCode) &&
    (state === undefined || found.state === state) &&
    (itemCode === undefined || found.itemCode === itemCode) &&
    (from === undefined || filedAt >= from) &&
    (to === undefined || filedAt < to) &&
    (q === undefined || holdsAll([caseNo, title, place, partyName, tradeName].join(' '), q))
  )
}
