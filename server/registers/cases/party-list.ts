import type { Database } from 'better-sqlite3'
import { type BoundedPage, boundedPage, merged, type Stream } from './bounded-list.ts'
import { PARTY_SELECT, type Party } from './party-queries.ts'
import { holdsAll, openWordStreams } from './word-stream.ts'

/** What the list of parties is searched by. */
export interface PartyQuery {
  /** Streets whose parties may be shown. */
  orgs: readonly string[]
  /** Part of a name or an address, or a whole identity number or credit code. */
  q?: string | undefined
  partyType?: string | undefined
  limit: number
  after?: string | undefined
}

/** A number is looked up as a whole: no part of it finds anybody. */
const NUMBER = /^[0-9A-Z]{8,18}$/

/** The newest first; every page looks at a bounded number of rows. */
export function openPartyList(db: Database): (query: PartyQuery) => BoundedPage<Party> {
  const row = db.prepare<[number], Omit<Party, 'isEnterprise'> & { isEnterprise: number }>(
    `SELECT ${PARTY_SELECT} FROM party WHERE party_seq = ?`,
  )
  const streamOf = openStreams(db)
  return query => {
    const find = (seq: number) => {
      const found = row.get(seq)
      if (!found || !isWanted(found, query)) return undefined
      return { ...found, isEnterprise: found.isEnterprise === 1 }
    }
    return boundedPage(streamOf(query), find, query)
  }
}

function openStreams(db: Database): (query: PartyQuery) => Stream {
  const numbers = (where: string) =>
    db.prepare<unknown[], number>(`SELECT party_seq FROM party WHERE ${where} ORDER BY party_seq DESC LIMIT ?`).pluck()
  const ofOrg = numbers('org_code = ? AND party_seq < ?')
  const withId = numbers('org_code = ? AND id_number = ? AND party_seq < ?')
  const withCode = numbers('org_code = ? AND credit_code = ? AND party_seq < ?')
  const words = openWordStreams(db, 'parties')
  return ({ orgs, q }) => {
    const number = q?.trim().toUpperCase() ?? ''
    if (NUMBER.test(number))
      return merged(
        orgs.flatMap((org): Stream[] => [
          (below, limit) => withId.all(org, number, below, limit),
          (below, limit) => withCode.all(org, number, below, limit),
        ]),
      )
    const found = q === undefined ? undefined : words(orgs, q)
    return (
      found ??
      merged(
        orgs.map(
          (org): Stream =>
            (below, limit) =>
              ofOrg.all(org, below, limit),
        ),
      )
    )
  }
}

type Found = Pick<
  Party,
  'orgCode' | 'partyType' | 'partyName' | 'tradeName' | 'legalRep' | 'partyAddress' | 'idNumber' | 'creditCode'
>

function isWanted(found: Found, { orgs, q, partyType }: PartyQuery): boolean {
  const { partyName, tradeName, legalRep, partyAddress, idNumber, creditCode } = found
  const text = () => [partyName, tradeName, legalRep, partyAddress].join(' ')
  const number = q?.trim().toUpperCase()
  const isNamed = q === undefined || number === idNumber || number === creditCode || holdsAll(text(), q)
  return orgs.includes(found.orgCode) && (partyType === undefined || found.partyType === partyType) && isNamed
}
