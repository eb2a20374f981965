import type { Json } from '../../engine/index.ts'
import type { JsonObject } from '../../forms/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { PartyNumbers } from '../../registers/cases/party-queries.ts'
import type { House } from '../house.ts'
import { wrongFields } from '../problem.ts'

const ADULT_YEARS = 18
const TEXTS = ['partyType', 'partyName', 'tradeName', 'idType', 'creditCode', 'legalRep', 'repIdNumber'] as const
const WHERE = ['partyAddress', 'partyPhone', 'serviceAddress', 'guardian'] as const

/** The numbers a filled form gives. */
export function knownParty(values: JsonObject): PartyNumbers {
  return { idNumber: idNumberOf(values), creditCode: textOf(values.creditCode) }
}

/**
 * The record of a party as a form describes it: the one of the street with the same number, or a new one.
 * @param partyId of the party that is changed; default: whoever has the number
 */
export function partyRecord(house: House, orgCode: string, values: JsonObject, partyId?: string): RegisterRecord {
  const content = contentOf(house, orgCode, values)
  const id = partyId ?? house.parties.known(orgCode, knownParty(values))?.partyId
  const given = id ?? `DSR-${orgCode}-${String(house.journal.nextSeq()).padStart(7, '0')}`
  return { register: 'parties', op: 'put', id: given, value: content }
}

function contentOf(house: House, orgCode: string, values: JsonObject): Record<string, Json> {
  const texts = Object.fromEntries([...TEXTS, ...WHERE].map(name => [name, textOf(values[name])]))
  const idNumber = idNumberOf(values)
  const told = values.idType === 'idCard' && idNumber !== null ? toldBy(idNumber) : { gender: null, birthDate: null }
  if (texts.partyType === 'citizen' && texts.guardian === null && isMinor(told.birthDate, house.clock.now()))
    throw wrongFields([{ path: '/guardian', id: 'case.guardian', params: {} }])
  return { ...texts, idNumber, ...told, orgCode, isEnterprise: texts.partyType === 'enterprise' }
}

/** What a Chinese identity number says by itself (GB 11643): day of birth, and the sex by its seventeenth digit. */
function toldBy(idNumber: string): { gender: string; birthDate: string } {
  return {
    gender: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female',
    birthDate: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
  }
}

function isMinor(birthDate: string | null, now: number): boolean {
  if (birthDate === null) return false
  const [year = '', ...rest] = birthDate.split('-')
  const comesOfAge = [String(Number(year) + ADULT_YEARS), ...rest].join('-')
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10) < comesOfAge
}

function idNumberOf(values: JsonObject): string | null {
  return textOf(values.idCard) ?? textOf(values.otherIdNumber)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
