import type { EngineRecord, Outcome, Segment, ValueType } from '../engine/index.ts'
import type { Person } from '../identity/person.ts'
import type { House } from './house.ts'
import { isTaskOf, maySeeInstance, readsEverything } from './visibility.ts'

/** What pages ask for again. */
export type NoticeKind = 'user-task' | 'process-instance' | 'incident' | 'process-definition' | 'notification'

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
  return new Set(segments.flatMap(segment => [...kindsIn(house, person, segment)]))
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
