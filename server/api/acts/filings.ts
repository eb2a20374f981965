import type { Variables } from '../../engine/index.ts'
import type { JsonObject } from '../../forms/index.ts'
import type { Filing, PolicyCase } from '../../policies/index.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import type { FiledCase, PartyNumbers } from '../../registers/cases/party-queries.ts'
import { knownParty } from '../cases/party-records.ts'
import type { House } from '../house.ts'

/**
 * What a body files, and what other bodies filed against the same party on the same item: by the register if the case is in
 * it, then only what was filed before; else by what is stated, with the names of the form of a registration.
 */
export function filingsOf(house: House, found: RegisteredCase | undefined, said: Variables): PolicyCase['filings'] {
  if (!found) return earlierThan(house, statedIn(said), knownParty(said as JsonObject), Number.POSITIVE_INFINITY)
  const { orgCode, itemCode, conductFrom, conductTo, filedAt } = found
  const party = house.parties.find(found.partyId)
  const numbers = { idNumber: party?.idNumber ?? null, creditCode: party?.creditCode ?? null }
  return earlierThan(house, { orgCode, itemCode, conductFrom, conductTo }, numbers, filedAt)
}

interface Stated {
  orgCode: string | undefined
  itemCode: string | undefined
  conductFrom: string | undefined
  conductTo: string | null | undefined
}

function statedIn({ orgCode, itemCode, conductFrom, conductTo }: Variables): Stated {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    orgCode: text(orgCode),
    itemCode: text(itemCode),
    conductFrom: text(conductFrom),
    conductTo: text(conductTo),
  }
}

function earlierThan(
  house: House,
  { orgCode, itemCode, conductFrom, conductTo }: Stated,
  numbers: PartyNumbers,
  before: number,
): PolicyCase['filings'] {
  const partyId = numbers.creditCode ?? numbers.idNumber
  if (orgCode === undefined || itemCode === undefined || !partyId) return { wanted: undefined, earlier: [] }
  const wanted = { org: orgCode, itemCode, partyId, conductFrom, conductTo: conductTo ?? undefined }
  const earlier = house.parties.filedElsewhere(orgCode, itemCode, numbers).filter(({ filedAt }) => filedAt < before)
  return { wanted, earlier: earlier.map(filed => filingOf(house, filed, partyId)) }
}

/** A case of another body as the rule knows it. */
function filingOf({ people }: House, filed: FiledCase, partyId: string): Filing {
  const { caseNo, orgCode, filedAt, itemCode, conductFrom, conductTo } = filed
  const orgName = people.findOrganisation(orgCode)?.name ?? orgCode
  return { caseNo, org: orgCode, orgName, filedAt, itemCode, partyId, conductFrom, conductTo: conductTo ?? undefined }
}
