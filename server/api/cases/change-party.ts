import { CommandRejected, type Json, type Variables } from '../../engine/index.ts'
import type { Form, JsonObject } from '../../forms/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { Party } from '../../registers/cases/party-queries.ts'
import { PERSONAL_PARTY_MEMBERS } from '../../registers/cases/party-rows.ts'
import { checkedValues } from '../acts/checked-values.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { submit } from '../submit.ts'
import { partyFields } from './case-forms.ts'
import { officerAt, requireOfficer } from './case-rights.ts'
import { lines } from './fields.ts'
import { partyRecord } from './party-records.ts'

/** The form a party is corrected with. */
export const partyForm: Form = {
  type: 'default',
  id: 'party.change',
  components: [...partyFields, lines('reason', ['理由', 'Reason'], { isRequired: true, maxLength: 500 })],
}

/** A party as its form opens with it. */
export function partyValues(party: Party): Record<string, Json> {
  const {
    partySeq: _,
    partyId: __,
    orgCode: ___,
    idNumber,
    gender: ____,
    birthDate: _____,
    isEnterprise: ______,
    ...plain
  } = party
  const isIdCard = plain.idType === 'idCard'
  const given = { ...plain, idCard: isIdCard ? idNumber : null, otherIdNumber: isIdCard ? null : idNumber }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
}

/** An officer of the street corrects what is registered of a party; both states stand in the journal as commitments. */
export async function changeParty(
  house: House,
  caller: Caller,
  partyId: string,
  given: Variables,
  personal: readonly string[],
): Promise<void> {
  const register: RegisterRecord[] = []
  const payload: Record<string, Json> = {}
  await submit(house, caller, {
    kind: 'register',
    verb: 'party.change',
    subject: { partyId },
    appointment: officerAt(caller.person),
    register,
    payload,
    personal: [...PERSONAL_PARTY_MEMBERS, ...personal],
    permit: person => {
      const before = house.parties.find(partyId)
      if (!before) throw new Problem('resource.not-found')
      const street = requireOfficer(house, person, officerAt(person))
      if (street !== before.orgCode)
        throw new CommandRejected('FORBIDDEN', `'${person.personId}' is no officer of ${before.orgCode}`, {
          id: 'case.officers-only',
        })
      const { reason, ...values } = checkedValues(house, partyForm, given, {}) as JsonObject
      register.splice(0, register.length, partyRecord(house, street, values, partyId))
      const { partySeq: _, ...was } = before
      Object.assign(payload, { reason: String(reason), before: was })
    },
  })
}
