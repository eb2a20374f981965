import { type Cell, cellOf } from '../../policies/lawfulness/table.ts'
import { LAW_VERB_IDS, LAW_VERBS, type LawVerb, type LawVerbId } from '../../policies/lawfulness/verbs.ts'

/** What the table of lawful verbs says of each verb on a kind of task: for who draws it. */
export function verbCells(kind: string | undefined): readonly { id: LawVerbId; verb: LawVerb; cell: Cell }[] {
  return LAW_VERB_IDS.map(id => ({ id, verb: LAW_VERBS[id], cell: cellOf(id, kind) }))
}
