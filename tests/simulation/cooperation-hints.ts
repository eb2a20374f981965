import type { Json } from '../../server/engine/index.ts'
import { outside } from '../support/departments.ts'
import { ITEM } from '../support/filing.ts'
import type { AtHand } from './fill-form.ts'

/** Offices that deal with each other in the simulated quarter, with who begins something for them. */
const OFFICE_OF: Readonly<Record<string, string>> = {
  [outside.deptOfficer]: 'WC-CG',
  [outside.deptGuide]: 'WC-CG',
  [outside.cityGuide]: 'WH-ZRG-WC',
}
const STREET = 'LDJ'

/** What somebody fills in who begins a transfer or a dispute: the other side is never his own. */
export function cooperationStart(starter: string): AtHand['hints'] {
  const own = OFFICE_OF[starter] ?? STREET
  const others = own === STREET ? ['WC-CG', 'WC-SW'] : [STREET]
  return {
    toOrg: ({ chance }) => chance.pick(others),
    items: (): Json => [{ itemCode: ITEM }],
    respondentOrgs: ({ chance }): Json => [chance.pick(others)],
  }
}

const partyOf = ({ variables, chance }: AtHand): Json =>
  chance.pick([String(variables.applicantOrg), ...((variables.respondentOrgs as string[] | undefined) ?? [])])

/** What is known of the fields of a transfer and a dispute, by task. */
export const cooperationHints: Readonly<Record<string, AtHand['hints']>> = {
  negotiate: { ownerOrg: partyOf },
  'accept-dispute': { interimLeadOrg: partyOf },
  coordinate: { ownerOrg: partyOf },
  'group-decide': { ownerOrg: partyOf },
  designate: { ownerOrg: partyOf },
  'record-designation': { ownerOrg: partyOf },
}
