import type { Variables } from '../../engine/index.ts'
import { type Form, namesIn } from '../../forms/index.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import type { House } from '../house.ts'

/** What a start form opens with on the page of a case: whatever it asks for that the register knows. */
export function startValues({ parties }: House, form: Form, found: RegisteredCase): Variables {
  const party = parties.find(found.partyId)
  const known: Variables = {
    caseNo: found.caseNo,
    linkedCase: found.caseNo,
    caseRef: found.caseNo,
    caseTitle: found.title,
    title: found.title,
    partyName: party?.tradeName ?? party?.partyName ?? null,
    itemCode: found.itemCode,
    itemCodes: [found.itemCode],
    items: [{ itemCode: found.itemCode }],
    place: found.place,
    facts: found.facts,
    basis: found.basis,
    handlerIds: found.handlers.map(({ personId }) => personId),
  }
  const asked = namesIn(form.components, { submittedOnly: true })
  return Object.fromEntries(Object.entries(known).filter(([name, value]) => asked.has(name) && value !== null))
}
