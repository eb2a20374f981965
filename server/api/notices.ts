import type { EngineRecord, Outcome, Segment, ValueType } from '../engine/index.ts'
import type { Person } from '../identity/person.ts'
import type { Entry } from '../journal/act.ts'
import type { House } from './house.ts'
import { isTaskOf, maySeeInstance, maySeeTask, readsEverything } from './visibility.ts'

/** What pages ask for again. */
export type NoticeKind =
  | 'user-task'
  | 'process-instance'
  | 'incident'
  | 'process-definition'
  | 'process-draft'
  | 'notification'

const kindOf: Partial<Record<ValueType, NoticeKind>> = {
  USER_TASK: 'user-task',
  PROCESS_INSTANCE: 'process-instance',
  VARIABLE: 'process-instance',
  INCIDENT: 'incident',
  PROCESS: 'process-definition',
}

/** The kinds of things that a commit changed before the eyes of this person. */
export function noticesFor(house: House, person: Person, outcomes: readonly Outcome[]): Set<NoticeKind> {
  const segments = outcomes.flatMap(outcome => (outcome.replayed ? [] : outcome.segments))
  const kinds = new Set(segments.flatMap(segment => [...kindsIn(house, person, segment)]))
  if (outcomes.some(outcome => isSheetBefore(house, person, outcome))) kinds.add('user-task')
  if (outcomes.some(outcome => isDraftBefore(house, person, outcome))) kinds.add('process-draft')
  return kinds
}

/** The way of a draft of a procedure, which those follow who may read it. */
function isDraftBefore(house: House, { permissions }: Person, { seq, segments, replayed }: Outcome): boolean {
  // Entries are looked up only where it can be one: it concerns no instance.
  if (replayed || segments.some(({ processInstanceKey }) => processInstanceKey !== undefined)) return false
  if (!permissions.some(permission => permission === 'administrate' || permission === 'audit')) return false
  const { subject } = entryOf(house, seq) ?? {}
  return subject?.draftId !== undefined || subject?.migrationId !== undefined
}

/** What is done on a sheet alone leaves no record of the engine; whoever sees the task hears of it. */
function isSheetBefore(house: House, person: Person, { seq, segments, replayed }: Outcome): boolean {
  if (replayed || segments.length > 0) return false
  const { verb, subject, register } = entryOf(house, seq) ?? {}
  if (!verb?.startsWith('sheet.') || subject?.userTaskKey === undefined) return false
  const task = house.tasks.find(subject.userTaskKey)
  const waitedFor = register?.find(({ op }) => op === 'delete')?.value?.groups
  const isCosigner = Array.isArray(waitedFor) && waitedFor.some(group => person.groups.includes(String(group)))
  return task !== undefined && (isCosigner || maySeeTask(house, person, task))
}

/** The last entry asked for, since every open line asks for the same. */
const lastAsked = new WeakMap<House, Entry>()

function entryOf(house: House, seq: number): Entry | undefined {
  const known = lastAsked.get(house)
  if (known?.seq === seq) return known
  const entry = house.journal.findEntry(seq)
  if (entry) lastAsked.set(house, entry)
  return entry
}

function kindsIn(house: House, person: Person, { processInstanceKey, records }: Segment): Set<NoticeKind> {
  const kinds = new Set(records.flatMap(({ valueType }) => kindOf[valueType] ?? []))
  const seen = new Set<NoticeKind>()
  if (kinds.delete('process-definition')) seen.add('process-definition')
  if (processInstanceKey === undefined || kinds.size === 0) return seen
  // Somebody who just lost sight of a task must hear of it too, so tasks are judged one by one.
  if (kinds.has('user-task') && records.some(record => concerns(house, person, record))) seen.add('user-task')
  if (kinds.delete('incident') && readsEverything(person)) seen.add('incident')
  if (maySeeInstance(house, person, processInstanceKey)) for (const kind of kinds) seen.add(kind)
  return seen
}

function concerns({ tasks }: House, person: Person, { valueType, key }: EngineRecord): boolean {
  const task = valueType === 'USER_TASK' ? tasks.find(key) : undefined
  return task !== undefined && isTaskOf(person, task)
}
