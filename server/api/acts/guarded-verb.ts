import type { UserTaskWords } from '../../bpmn/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { cellOf, type LawVerbId, objectionToVerb } from '../../policies/index.ts'
import type { UserTask } from '../../projections/index.ts'
import { guardedRecord } from '../../registers/guarded-acts.ts'
import { refusalOf } from '../problem.ts'

/** A verb of the table of lawful verbs, as somebody uses it on a task. */
export interface GuardedVerb {
  verb: LawVerbId
  task: Pick<UserTask, 'kind' | 'userTaskKey' | 'processInstanceKey' | 'processDefinitionKey' | 'elementId'>
  words: Pick<UserTaskWords, 'closes'> | undefined
  reason?: string | undefined
  hasSecond?: boolean
  /** Whose task it was, and whose it will be. */
  from?: string | null | undefined
  to?: string | undefined
}

/** Refuses a verb that the table bars on a task of this kind; asked inside the savepoint, after the rules over persons. */
export function requireVerb({ verb, task, words, reason, hasSecond = false }: GuardedVerb): void {
  const kind = task.kind ?? undefined
  const objection = objectionToVerb({ verb, kind, closed: words?.closes ?? [], reason, hasSecond })
  if (objection) throw refusalOf(objection)
}

/** The same, with the record by which auditors find that the verb was used. */
export function guardedVerb(used: GuardedVerb): RegisterRecord {
  requireVerb(used)
  const { verb, task, reason, from, to } = used
  const { kind, userTaskKey, processInstanceKey, processDefinitionKey, elementId } = task
  const { verdict } = cellOf(verb, kind ?? undefined)
  if (verdict === 'forbidden') throw new Error(`'${verb}' is forbidden and was let pass`)
  return guardedRecord({
    ...{ verb, kind, verdict },
    ...{ fromId: from ?? null, toId: to ?? null, reason: reason?.trim() || null },
    ...{ userTaskKey, processInstanceKey, processDefinitionKey, elementId },
  })
}
