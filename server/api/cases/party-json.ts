import type { z } from '@hono/zod-openapi'
import type { Party } from '../../registers/cases/party-queries.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import type { PartySchema } from '../schemas/case.ts'
import { ID_TYPES, PARTY_TYPES, wordOf } from './case-choices.ts'
import type { Choice } from './fields.ts'
import { maskedParty } from './mask.ts'

/** A value with its word. */
export function coded(choices: readonly Choice[], value: string, language: Language) {
  return { value, label: wordOf(choices, value, language) }
}

/** An organisation by name. */
export function orgNamed({ people }: House, orgCode: string) {
  return { id: orgCode, name: people.findOrganisation(orgCode)?.name ?? orgCode }
}

/** A party as somebody may see it; whole only for who asked for that and was written down. */
export function partyJson(
  house: House,
  party: Party,
  language: Language,
  { isWhole = false }: { isWhole?: boolean } = {},
): z.infer<typeof PartySchema> {
  const { partySeq: _, orgCode, partyType, idType, isEnterprise: __, ...shown } = isWhole ? party : maskedParty(party)
  return {
    ...shown,
    org: orgNamed(house, orgCode),
    partyType: coded(PARTY_TYPES, partyType, language),
    idType: idType === null ? null : coded(ID_TYPES, idType, language),
    isMasked: !isWhole,
  }
}
