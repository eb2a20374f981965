import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { assessedRecord, type DefectState, type EvidenceDefect } from '../../registers/evidence-defects.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { submit } from '../submit.ts'

/** Offices of a street that see the defects of its cases; the reviewers among them judge them. */
const READERS: ReadonlySet<string> = new Set([
  ...['center-director', 'subdistrict-deputy', 'subdistrict-head', 'center-legal-reviewer', 'pmo-legal-reviewer'],
])
const ASSESSORS: ReadonlySet<string> = new Set(['center-legal-reviewer', 'pmo-legal-reviewer'])

/** What somebody may do with the register of defects. */
interface DefectRights {
  mayRead: boolean
  /** Of which bodies; all without. */
  entities?: string[]
  mayAssess(defect: EvidenceDefect): boolean
}

/** Auditors read all, who answers for the cases of a street reads its own, and its reviewers judge what is not theirs. */
export function defectRights({ people }: Pick<House, 'people'>, person: Person): DefectRights {
  const entitiesOf = (roles: ReadonlySet<string>) =>
    person.appointments.flatMap(({ role, org }) =>
      roles.has(role) ? [people.findOrganisation(org)?.entity ?? org] : [],
    )
  const isAuditor = person.permissions.includes('audit')
  const entities = entitiesOf(READERS)
  const judged = person.permissions.includes('work') ? entitiesOf(ASSESSORS) : []
  return {
    mayRead: isAuditor || entities.length > 0,
    ...(!isAuditor && { entities }),
    mayAssess: ({ personId, entity, state }) =>
      personId !== person.personId && state !== 'cleared' && entity !== null && judged.includes(entity),
  }
}

/** What a reviewer makes of a defect. */
export interface DefectAssessment {
  defectId: string
  state: Exclude<DefectState, 'open' | 'cleared'>
  note: string
}

/** A reviewer says what a defect means for the case; nobody judges his own acts. @throws Problem 404; CommandRejected 403 */
export async function assessDefect(
  house: House,
  caller: Caller,
  { defectId, state, note }: DefectAssessment,
): Promise<void> {
  const defect = house.evidenceDefects.find(defectId)
  const { mayRead, entities } = defectRights(house, caller.person)
  const isTheirs = entities === undefined || (defect?.entity && entities.includes(defect.entity))
  if (!defect || !mayRead || !isTheirs) throw new Problem('resource.not-found')
  const { caseNo, userTaskKey, processInstanceKey, elementId } = defect
  await submit(house, caller, {
    kind: 'register',
    verb: 'evidence-defects.assess',
    ...(caseNo !== null && { caseNo }),
    subject: { defectId, userTaskKey, processInstanceKey, elementId },
    payload: { state, reason: note },
    register: [assessedRecord(defectId, state, note)],
    permit: person => {
      const now = house.evidenceDefects.find(defectId)
      if (now?.state === 'cleared')
        throw new CommandRejected('INVALID_STATE', `Defect ${defectId} was cleared`, { id: 'defect.cleared' })
      if (!now || !defectRights(house, person).mayAssess(now))
        throw refusalOf({ id: 'defect.not-yours', rule: 'R-ROLE', basis: [] })
    },
  })
}
