import type { EngineRecord, Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import type { UserTask } from '../projections/index.ts'
import type { Recipient, Telling } from './telling.ts'

/** What is asked about the things an entry names, as they are now: nobody is told of what is over already. */
export interface Facts {
  task(userTaskKey: Key): UserTask | undefined
  /** Registered handlers of an instance, and whoever started it. */
  concernedBy(processInstanceKey: Key): string[]
  /** Registered handlers of a case, over all its instances. */
  concernedByCase(caseNo: string): string[]
  /** Whose certificate it is. */
  holderOf(certificateId: string): string | undefined
}

/** What the engine's records of an entry say to people: work for them, ends of their cases, incidents. */
export function tellingsOfRecords({ segments = [], actor, caseNo, at }: Entry, facts: Facts): Telling[] {
  const by = actor.kind === 'person' ? { by: actor.id } : {}
  const inCase = caseNo === undefined ? {} : { caseNo }
  return segments.flatMap(({ processInstanceKey, records }) => {
    if (processInstanceKey === undefined) return []
    const about = { processInstanceKey, ...inCase, ...by }
    return [
      ...taskKeys(records).flatMap(key => ofTask(facts.task(key), actor.id, at)),
      ...endOf(records).map(elementId => ({
        kind: 'case-ended' as const,
        to: facts.concernedBy(processInstanceKey).map(person => ({ person })),
        about: { ...about, elementId },
      })),
      ...records.flatMap(record =>
        record.valueType === 'INCIDENT' && record.intent === 'CREATED'
          ? [{ kind: 'incident-created' as const, to: OPERATORS, about: { ...about, incidentKey: record.key } }]
          : [],
      ),
    ]
  })
}

const OPERATORS: readonly Recipient[] = [{ permission: 'operate' }]

/** The tasks that somebody got or could get now. */
function taskKeys(records: readonly EngineRecord[]): Key[] {
  const keys = records.flatMap(record =>
    record.valueType === 'USER_TASK' && (record.intent === 'CREATED' || record.intent === 'ASSIGNED')
      ? [record.key]
      : [],
  )
  return [...new Set(keys)]
}

/** What has to be begun within it cannot wait until somebody looks: a whistle is signed for within the hour. */
const SOON_MS = 24 * 60 * 60 * 1000

function ofTask(task: UserTask | undefined, actor: string, at: number): Telling[] {
  if (task?.state !== 'CREATED') return []
  const { userTaskKey, processInstanceKey, assignee, candidateUsers, candidateGroups, caseNo, dueAt } = task
  const about = {
    ...{ userTaskKey, processInstanceKey, elementId: task.elementId },
    ...(caseNo !== null && { caseNo }),
    ...(dueAt !== null && { dueAt }),
  }
  if (assignee !== null) return assignee === actor ? [] : [{ kind: 'task-assigned', to: [{ person: assignee }], about }]
  return [
    ...(candidateUsers.length > 0
      ? [{ kind: 'task-for-you' as const, to: candidateUsers.map(person => ({ person })), about }]
      : []),
    ...(candidateGroups.length > 0
      ? [{ kind: offerKind(dueAt, at), to: candidateGroups.map(group => ({ group })), about }]
      : []),
  ]
}

/** The end event by which a process came to its end in these records, if it did. */
function endOf(records: readonly EngineRecord[]): string[] {
  let end: string | undefined
  for (const { valueType, intent, value } of records) {
    if (valueType !== 'PROCESS_INSTANCE' || intent !== 'ELEMENT_COMPLETED') continue
    if (value.bpmnElementType === 'END_EVENT') end = value.elementId
    if (value.bpmnElementType === 'PROCESS') return end === undefined ? [] : [end]
  }
  return []
}

const offerKind = (dueAt: number | null, at: number) =>
  dueAt !== null && dueAt - at <= SOON_MS ? ('task-offered-soon' as const) : ('task-offered' as const)
