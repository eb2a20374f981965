import type { Json } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { CaseChangeKind } from '../../registers/cases/case-changes.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'

/** A file with what it is to the case. */
export interface CaseMaterial {
  kind: string
  file: { fileId: string; name: string; size: number; type: string }
}

/** The record that writes a case. */
export function caseRecord(caseNo: string, value: Record<string, Json>): RegisterRecord {
  return { register: 'cases', op: 'put', id: caseNo, value }
}

/** The columns of a registered case, to be written again with changes. */
export function rowOf(found: RegisteredCase): Record<string, Json> {
  const { orgCode, itemCode, title, source, place, discoveredOn, conductFrom, conductTo, partyId } = found
  const { facts, basis, proposedPenalty, hearingEndedOn, ownClause58: clause58 } = found
  const what = { orgCode, itemCode, title, source, place, discoveredOn, conductFrom, conductTo, partyId }
  return { ...what, facts, basis, proposedPenalty, hearingEndedOn, clause58 }
}

/** The records that add files to a case. */
export function materialRecords(caseNo: string, materials: readonly CaseMaterial[]): RegisterRecord[] {
  return materials.map(({ kind, file: { fileId, name, size, type } }) => ({
    ...{ register: 'case-materials', op: 'put', id: `${caseNo}/${fileId}` },
    value: { kind, name, size, type },
  }))
}

/** The record of a change, which an act makes one of. */
export function changeRecord(
  caseNo: string,
  change: { kind: CaseChangeKind; before: string | null; after: string | null; reason: string },
): RegisterRecord {
  return { register: 'case-changes', op: 'put', id: caseNo, value: change }
}
