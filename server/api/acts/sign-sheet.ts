import { cosignersOf } from '../../approvals/cosigners.ts'
import type { UserTaskWords } from '../../bpmn/index.ts'
import { type Command, CommandRejected, type Json, type Outcome, type Variables } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { type SignedSheet, signatureRecord, type UserTask } from '../../projections/index.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { submit } from '../submit.ts'
import { papersFor } from './certificate-shown.ts'
import { guardedVerb } from './guarded-verb.ts'
import type { Fact } from './late-entry.ts'
import { refuseSigned } from './sheet-guard.ts'
import { actingAs, openTaskNow } from './task-guard.ts'

/** What somebody has filled in for a task that needs two. */
export interface Filled {
  task: UserTask
  words: UserTaskWords
  /** What the task sees. */
  known: Variables
  action: string | null
  /** The button's field, as the entry tells it. */
  result: Record<string, Json>
  personal: string[]
  /** As it was sent: what the draft keeps, should it come back. */
  sent: Variables
  /** Asks the rules and checks the values; what is to be stored. Runs inside the savepoint. */
  check(person: Person): Variables
  facts(): readonly Fact[]
}

/**
 * The first of two signatures: the values are checked and lie on the sheet, the task stays open and in the signer's hand
 * until the second person signs too, sends it back, or it is taken back.
 */
export async function signSheet(house: House, caller: Caller, filled: Filled): Promise<Outcome> {
  const { task, words, known, action, result, personal } = filled
  const { userTaskKey, processInstanceKey, elementId } = task
  const sheet: SignedSheet = { processInstanceKey, action, variables: {}, groups: [], users: [] }
  const register: RegisterRecord[] = [signatureRecord(userTaskKey, sheet)]
  return submit(house, caller, {
    kind: 'verb',
    verb: 'sheet.sign',
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: { userTaskKey, processInstanceKey, elementId },
    payload: result,
    personal,
    register,
    appointment: actingAs(caller.person, task),
    commands: task.assignee === null ? [claimOf(task, caller.person)] : [],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      refuseSigned(house, userTaskKey)
      const cosigners = cosignersOf(words.cosign ?? 'true', now, known)
      if (!cosigners) throw unreadable(elementId, words.cosign)
      Object.assign(sheet, { variables: filled.check(person), ...cosigners })
      house.drafts.save(userTaskKey, person.personId, filled.sent)
    },
    facts: filled.facts,
    permitLate: reason => register.push(guardedVerb({ verb: 'late-entry', task, words, reason, hasSecond: true })),
    papers: person => papersFor(house, person, { task, words }),
  })
}

/** Whoever signs first holds the task from then on. */
function claimOf({ userTaskKey, processInstanceKey }: UserTask, { personId }: Person): Command {
  return {
    type: 'ASSIGN_USER_TASK',
    userTaskKey,
    processInstanceKey,
    assignee: personId,
    mode: 'claim',
    action: 'claim',
  }
}

function unreadable(elementId: string, found: string | undefined): CommandRejected {
  return new CommandRejected(
    'INVALID_STATE',
    `Expected 'true' or a list of groups role@organisation in the header cosign of '${elementId}', found ${found}`,
    { id: 'sheet.no-cosigners' },
  )
}
