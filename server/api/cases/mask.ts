import type { Party } from '../../registers/cases/party-queries.ts'

/** How many characters of a number are shown at its beginning and end. */
const SHOWN = { idNumber: [3, 2], creditCode: [4, 3], phone: [3, 2] } as const

/** A party as it is shown before somebody asks for the whole and is written down with it (行政处罚法 第50条). */
export function maskedParty(party: Party): Party {
  return {
    ...party,
    idNumber: masked(party.idNumber, SHOWN.idNumber),
    repIdNumber: masked(party.repIdNumber, SHOWN.idNumber),
    // A business is known by its code; that of a single trader leads to the person.
    creditCode:
      party.partyType === 'individualBusiness' ? masked(party.creditCode, SHOWN.creditCode) : party.creditCode,
    partyPhone: masked(party.partyPhone, SHOWN.phone),
    birthDate: party.birthDate === null ? null : `${party.birthDate.slice(0, 4)}-**-**`,
    partyAddress: isPrivate(party) ? street(party.partyAddress) : party.partyAddress,
    serviceAddress: isPrivate(party) ? street(party.serviceAddress) : party.serviceAddress,
    guardian: party.guardian === null ? null : `${party.guardian.slice(0, 1)}**`,
  }
}

function isPrivate({ partyType }: Party): boolean {
  return partyType === 'citizen' || partyType === 'individualBusiness' || partyType === 'foreign'
}

function masked(text: string | null, [head, tail]: readonly [number, number]): string | null {
  if (text === null) return null
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail)
}

/** The street without the house. */
function street(address: string | null): string | null {
  return address === null
    ? null
    : address.replace(/[0-9０-９一二三四五六七八九十百]+\s*(号|栋|幢|单元|室|楼|层).*$/u, '***')
}
