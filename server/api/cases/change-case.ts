import type { Json, Variables } from '../../engine/index.ts'
import type { JsonObject } from '../../forms/index.ts'
import type { Person } from '../../identity/person.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { CaseChangeKind } from '../../registers/cases/case-changes.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import { checkFiles } from '../acts/check-files.ts'
import { checkedValues } from '../acts/checked-values.ts'
import { type Fact, factsIn } from '../acts/late-entry.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'
import { CLAUSES_58, wordOf } from './case-choices.ts'
import { changeForm } from './case-forms.ts'
import { type CaseMaterial, caseRecord, changeRecord, materialRecords, rowOf } from './case-records.ts'
import { officerAt, requireHandler, requireOpen } from './case-rights.ts'
import { changeFormOf } from './ready-forms.ts'

/** What a change makes of a case: the columns that become other, the files, and the story as text. */
interface Effect {
  columns?: Record<string, Json>
  records?: RegisterRecord[]
  before: string | null
  after: string | null
}

/**
 * A handler changes something of the case. What a review must not have missed moves the instant it has to be later than:
 * that is done by the register, never by who enters it.
 * @throws Problem 422; CommandRejected 403
 */
export async function changeCase(
  house: House,
  caller: Caller,
  caseNo: string,
  given: Variables,
  lateReason?: string,
): Promise<void> {
  const register: RegisterRecord[] = []
  const payload: Record<string, Json> = {}
  let facts: Fact[] = []
  await submit(house, caller, {
    kind: 'register',
    verb: 'case.change',
    caseNo,
    subject: { caseNo },
    appointment: officerAt(caller.person),
    register,
    payload,
    permit: person => {
      const found = caseNow(house, caseNo)
      requireHandler(person, found)
      requireOpen(found)
      const values = checkedChange(house, person, found, given)
      const kind = values.change as CaseChangeKind
      const effect = effectOf(house, found, kind, values)
      if (effect.before === effect.after) throw wrongFields([{ path: '/change', id: 'case.unchanged', params: {} }])
      const reason = String(values.reason)
      const { before, after, columns, records = [] } = effect
      register.splice(0, register.length, ...records, changeRecord(caseNo, { kind, before, after, reason }))
      if (columns) register.unshift(caseRecord(caseNo, { ...rowOf(found), ...columns }))
      Object.assign(payload, { change: kind, reason })
      facts = factsIn(changeForm, { variables: values as Variables, known: {}, reason: lateReason })
    },
    facts: () => facts,
  })
}

/** The case as it is inside the transaction. @throws Problem 404 */
export function caseNow(house: House, caseNo: string): RegisteredCase {
  const found = house.cases.find(caseNo)
  if (!found) throw new Problem('resource.not-found')
  return found
}

function checkedChange(house: House, person: Person, found: RegisteredCase, given: Variables): JsonObject {
  const form = changeFormOf(house, found)
  const values = checkedValues(house, form, given, {})
  checkFiles(house, person, form, values)
  return values as JsonObject
}

function effectOf(house: House, found: RegisteredCase, kind: CaseChangeKind, values: JsonObject): Effect {
  switch (kind) {
    case 'evidence-added':
      return added(found, (values.materials ?? []) as unknown as CaseMaterial[])
    case 'evidence-removed':
      return removed(house, found, values.removed as string[])
    case 'clause58':
      return moreClauses(found, (values.clause58 ?? []) as string[])
    case 'hearing-ended':
      return column(found, 'hearingEndedOn', values)
    case 'proposed-penalty':
      return column(found, 'proposedPenalty', values)
    case 'handlers':
    case 'closed':
      throw new Problem('request.malformed')
    default:
      return column(found, kind, values)
  }
}

function column(found: RegisteredCase, name: keyof RegisteredCase & string, values: JsonObject): Effect {
  const after = String(values[name])
  return { columns: { [name]: after }, before: found[name] === null ? null : String(found[name]), after }
}

function added({ caseNo }: RegisteredCase, materials: readonly CaseMaterial[]): Effect {
  const after = materials.map(({ file }) => file.name).join('、')
  return { records: materialRecords(caseNo, materials), before: null, after }
}

function removed(house: House, { caseNo }: RegisteredCase, fileIds: readonly string[]): Effect {
  const files = house.cases
    .materialsOf(caseNo)
    .filter(({ fileId, removedAt }) => removedAt === null && fileIds.includes(fileId))
  const records = files.map(({ fileId }) => ({
    ...{ register: 'case-materials', op: 'delete' as const, id: `${caseNo}/${fileId}` },
  }))
  return { records, before: files.map(({ name }) => name).join('、'), after: null }
}

/** Situations of article 58 are added, never taken away. */
function moreClauses({ ownClause58 }: RegisteredCase, given: readonly string[]): Effect {
  const clause58 = [...new Set([...ownClause58, ...given])].sort()
  const told = (clauses: readonly string[]) => clauses.map(each => wordOf(CLAUSES_58, each, 'zh')).join('；') || null
  return { columns: { clause58 }, before: told(ownClause58), after: told(clause58) }
}
