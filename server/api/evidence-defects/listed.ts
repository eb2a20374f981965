import { z } from '@hono/zod-openapi'
import type { EvidenceDefect } from '../../registers/evidence-defects.ts'
import { defectRights } from '../acts/assess-defect.ts'
import type { House } from '../house.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'
import { Problem } from '../problem.ts'
import { DEFECT_HEADING, defectCells } from './cells.ts'
import { type DefectJson, DefectState } from './schemas.ts'

const DefectFilter = z.strictObject({ state: DefectState.optional(), q: z.string().max(50).optional() })

/** Acts done while there was no valid certificate. */
export const evidenceDefects: ListedRegister<typeof DefectFilter, EvidenceDefect, DefectJson> = {
  filter: DefectFilter,
  part(c, filter, { limit, after }) {
    const { house, caller } = c.var
    const rights = defectRights(house, caller.person)
    if (!rights.mayRead) throw new Problem('permission.missing', { permission: 'permission.audit' })
    const entities = rights.entities && { entities: rights.entities }
    return cut(
      house.evidenceDefects.list({ ...filter, after, ...entities, limit: limit + 1 }),
      limit,
      each => each.defectId,
    )
  },
  shown: ({ var: { house, caller } }, row) => defectJson(house, row, defectRights(house, caller.person).mayAssess(row)),
  file: {
    ...{ verb: 'evidence-defect.export', heading: DEFECT_HEADING },
    lines: (defect, c) => [defectCells(defect, c.var.language)],
  },
}

async function defectJson(house: House, defect: EvidenceDefect, canAssess: boolean): Promise<DefectJson> {
  const { people, registers, diagrams } = house
  const named = (id: string) => ({ id, name: people.nameOf(id) ?? id })
  const { defectId, certificateState, caseNo, processInstanceKey, userTaskKey, part, state, note } = defect
  const { personId, certificateId, processDefinitionKey, elementId, assessedBy, assessedAt } = defect
  return {
    ...{ defectId, certificateState, caseNo, processInstanceKey, userTaskKey, part, state, note, canAssess },
    person: named(personId),
    certificate: String(registers.find('certificates', certificateId)?.number ?? certificateId),
    task: (await diagrams.get(processDefinitionKey)).nameOf(elementId),
    actedAt: new Date(defect.actedAt).toISOString(),
    foundAt: new Date(defect.foundAt).toISOString(),
    assessedBy: assessedBy === null ? null : named(assessedBy),
    assessedAt: assessedAt === null ? null : new Date(assessedAt).toISOString(),
  }
}
