import type { Database } from 'better-sqlite3'
import { toColumn } from '../../../db/key.ts'
import type { ElementValue, EngineRecord, Json, Segment } from '../../engine/protocol/records.ts'
import type { Entry, RegisterRecord } from '../../journal/act.ts'
import { openOpinionRows } from './opinion-rows.ts'
import { type KeptOpinion, passedBy } from './review-opinions.ts'

/** The procedure whose instances are reviews. */
const REVIEW_PROCESS = 'legal-review'
/** How a review may end; its end events are named `end-<outcome>`. */
const OUTCOMES = ['passed', 'returned', 'not-passed', 'transferred'] as const

/** Keeps the register of reviews by what the procedure did and what persons completed. */
export function openReviewRows(db: Database): (entry: Entry) => void {
  const rows = openRows(db)
  const opinions = openOpinionRows(db)
  return entry => {
    for (const record of entry.register ?? []) if (record.register === 'reviews') rows.noteOutcome(record)
    for (const segment of entry.segments ?? []) {
      if (segment.bpmnProcessId !== REVIEW_PROCESS || !segment.processInstanceKey) continue
      if (segment.records.some(record => isBeginning(record, segment))) rows.begin(segment, entry)
      for (const record of segment.records) follow(record, segment, entry)
    }
  }

  function follow(record: EngineRecord, segment: Segment, entry: Entry): void {
    const instance = segment.processInstanceKey!
    if (record.valueType === 'USER_TASK') opinions.follow(record, toColumn(instance), entry)
    else if (record.valueType === 'VARIABLE') {
      if (record.value.scopeKey === instance) rows.noteVariable(instance, record.value)
    } else if (record.valueType === 'PROCESS_INSTANCE') {
      if (record.intent === 'ELEMENT_COMPLETED') rows.noteEnd(instance, record.value)
      if (record.key === instance) rows.noteInstance(record, entry)
    }
  }
}

function openRows(db: Database) {
  const begin = db.prepare(
    `INSERT INTO review (process_instance_key, case_no, org_code, round, clause58, is_hard_gate, started_at, started_seq)
     VALUES (?, ?, '', 1, '[]', 0, ?, ?)`,
  )
  const end = db.prepare(
    `UPDATE review SET ended_at = ?, outcome = coalesce(outcome, ?), passed_at = iif(outcome = 'passed', ?, NULL)
     WHERE process_instance_key = ? AND ended_at IS NULL`,
  )
  const outcome = db.prepare('UPDATE review SET outcome = ? WHERE process_instance_key = ? AND ended_at IS NULL')
  const reason = db.prepare('UPDATE review SET outcome_reason = ? WHERE process_instance_key = ? AND ended_at IS NULL')
  const open = openCounting(db)
  const opinions = db.prepare<[number], Omit<KeptOpinion, 'isConcurring'> & { isConcurring: number | null }>(
    `SELECT step, opinion, is_concurring AS isConcurring, person_id AS personId, role, at FROM review_opinion
     WHERE process_instance_key = ? ORDER BY seq`,
  )
  const passedAt = (key: number) =>
    passedBy(opinions.all(key).map(each => ({ ...each, isConcurring: each.isConcurring === 1 }))) ?? null
  const note = openVariables(db)
  return {
    noteVariable: note,
    noteOutcome({ value = {} }: RegisterRecord) {
      if (typeof value.reason === 'string') reason.run(value.reason, toColumn(String(value.processInstanceKey)))
    },
    noteEnd(instance: string, { elementId, bpmnElementType }: ElementValue) {
      const found = bpmnElementType === 'END_EVENT' && OUTCOMES.find(each => isEndOf(elementId, each))
      if (found) outcome.run(found, toColumn(instance))
    },
    /** Its variables are told before it is activated, so that this comes first. */
    begin({ processInstanceKey, records }: Segment, { at, seq, caseNo = caseIn(records) }: Entry) {
      const column = toColumn(processInstanceKey!)
      begin.run(column, caseNo ?? '', at, seq)
      open(column, 1)
    },
    noteInstance({ key, intent }: EngineRecord<'PROCESS_INSTANCE'>, { at }: Entry) {
      const column = toColumn(key)
      if (intent !== 'ELEMENT_COMPLETED' && intent !== 'ELEMENT_TERMINATED') return
      const { changes } = end.run(at, intent === 'ELEMENT_TERMINATED' ? 'canceled' : null, passedAt(column), column)
      if (changes > 0) open(column, -1)
    },
  }
}

/** How many reviews of a case run says how the case stands. */
function openCounting(db: Database): (instance: number, by: 1 | -1) => void {
  const count = db.prepare(
    `UPDATE enforcement_case SET running_reviews = running_reviews + @by,
       state = iif(closed_at IS NOT NULL, 'closed', iif(running_reviews + @by > 0, 'reviewing', 'filed'))
     WHERE case_no = (SELECT case_no FROM review WHERE process_instance_key = @instance)`,
  )
  return (instance, by) => void count.run({ instance, by })
}

/** Variables of a review that the register shows: those of its beginning stay, what was found is never taken back. */
function openVariables(db: Database) {
  const once = (column: string) =>
    db.prepare(`UPDATE review SET ${column} = ? WHERE process_instance_key = ? AND ${column} IS NULL`)
  const beginning: Record<string, ReturnType<typeof once>> = {
    reviewId: once('review_id'),
    reviewType: once('review_type'),
    stage: once('stage'),
    orgCode: db.prepare("UPDATE review SET org_code = ? WHERE process_instance_key = ? AND org_code = ''"),
  }
  const round = db.prepare('UPDATE review SET round = ? WHERE process_instance_key = ?')
  const hard = db.prepare('UPDATE review SET is_hard_gate = 1 WHERE process_instance_key = ?')
  const clauses = db.prepare<[number], string>('SELECT clause58 FROM review WHERE process_instance_key = ?').pluck()
  const clause = db.prepare('UPDATE review SET clause58 = ? WHERE process_instance_key = ?')
  return (instance: string, { name, value }: { name: string; value: Json }) => {
    const key = toColumn(instance)
    if (Object.hasOwn(beginning, name)) {
      if (typeof value === 'string') beginning[name]!.run(value, key)
    } else if (name === 'round') {
      if (typeof value === 'number') round.run(value, key)
    } else if (name === 'hardGate' || name === 'is58') {
      if (value === true) hard.run(key)
    } else if (name === 'clause58' && Array.isArray(value)) {
      const known = JSON.parse(clauses.get(key) ?? '[]') as Json[]
      clause.run(JSON.stringify([...new Set([...known, ...value])].sort()), key)
    }
  }
}

function isBeginning({ valueType, intent, key }: EngineRecord, { processInstanceKey }: Segment): boolean {
  return valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_ACTIVATING' && key === processInstanceKey
}

/** Started by a message it says itself which case it is of. */
function caseIn(records: readonly EngineRecord[]): string | undefined {
  const named = (name: string) => {
    const found = records.find(
      ({ valueType, value }) => valueType === 'VARIABLE' && 'name' in value && value.name === name,
    )
    return found?.valueType === 'VARIABLE' && typeof found.value.value === 'string' ? found.value.value : undefined
  }
  return named('caseNo') ?? named('caseRef')
}

function isEndOf(elementId: string, outcome: string): boolean {
  return elementId === `end-${outcome}` || elementId.startsWith(`end-${outcome}-`)
}
