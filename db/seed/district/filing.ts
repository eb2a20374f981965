import type { Variables } from '../../../server/engine/index.ts'
import type { Filing } from '../review.ts'
import type { Item } from './items.ts'
import type { Party } from './parties.ts'

/** What a case of the demonstration is about. */
interface Matter {
  item: Item
  party: Party
  title: string
  found: string
  source: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** How a case is registered, so many office days before today. */
export function filingOf({ item, party, title, found, source }: Matter, days: number): Filing {
  return {
    at: `${days} 16:${10 + (days % 40)}`,
    values: day => ({
      ...{ title, itemCode: item.code, source, place: party.address, clause58: [], materials: [] },
      ...{ discoveredOn: before(day, 2), conductFrom: before(day, 6), conductTo: before(day, 2) },
      facts: `${party.name}：${found}。`,
      basis: item.basis.join('、'),
      ...partyValues(party),
    }),
  }
}

function partyValues({ kind, name, person, idNo, usccNo = '', phone, address }: Party): Variables {
  const where = { partyType: kind, partyAddress: address, partyPhone: phone }
  const identity = { idType: 'idCard', idCard: idNo }
  if (kind === 'citizen') return { ...where, ...identity, partyName: name }
  if (kind === 'individualBusiness')
    return { ...where, ...identity, partyName: person, tradeName: name, creditCode: usccNo }
  return { ...where, partyName: name, creditCode: usccNo, legalRep: person, repIdNumber: idNo }
}

const before = (day: string, days: number) => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
