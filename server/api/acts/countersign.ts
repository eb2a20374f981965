import type { UserTaskWords } from '../../bpmn/index.ts'
import type { Outcome, Variables } from '../../engine/index.ts'
import { personalFields } from '../../forms/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { appointmentFor } from '../../policies/index.ts'
import { endRecord, returnRecord, type Sheet, type UserTask } from '../../projections/index.ts'
import { type Caller, policyPerson } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { submit } from '../submit.ts'
import { taskForm, taskVariables } from '../task-form.ts'
import { papersFor } from './certificate-shown.ts'
import { subjectOf } from './complete-user-task.ts'
import { guardedVerb } from './guarded-verb.ts'
import type { Fact } from './late-entry.ts'
import { reviewerRecords } from './reviewer-papers.ts'
import { awaitingSheet, requireCosigning, requireSecond } from './sheet-guard.ts'
import { openTaskNow, visibleTask } from './task-guard.ts'

/** A second signature, or the second person's no. */
export interface Countersigning {
  userTaskKey: string
  /** Hash of the entry that holds what was signed first: it is this that is signed, or sent back, and nothing newer. */
  content: string
}

/**
 * The second signature: the task is completed with what the first person signed. The rules are asked about both.
 * @throws CommandRejected 403 by a rule, 409 when nothing waits, or something else than what was shown
 */
export async function countersign(
  house: House,
  caller: Caller,
  { userTaskKey, content }: Countersigning,
): Promise<Outcome> {
  const { task, sheet, words } = await shown(house, caller, userTaskKey, content)
  const { id, role, org, certNo, certState } = sheet.signer
  const variables: Variables = {}
  const form = taskForm(house, task, taskVariables(house, task))
  return submit(house, caller, {
    kind: 'engine',
    verb: 'user-task.complete',
    ...deedOn(task),
    payload: { ...resultOf(sheet, words), content },
    personal: form ? personalFields(form) : [],
    register: [endRecord(userTaskKey, sheet), ...reviewerRecords(house, task, [id, caller.person.personId])],
    appointment: cosigningAs(caller, sheet),
    signer: {
      id,
      ...(role !== undefined && { role }),
      ...(org !== undefined && { org }),
      ...(certNo !== undefined && { certNo }),
      ...(certState !== undefined && { certState }),
      ...{ at: sheet.signedAt, seq: sheet.signedSeq },
    },
    commands: [
      {
        type: 'COMPLETE_USER_TASK',
        userTaskKey,
        processInstanceKey: task.processInstanceKey,
        ...(sheet.action !== null && { action: sheet.action }),
        variables,
      },
    ],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      const signed = requireShown(house, userTaskKey, sheet)
      requireCosigning(house, { person, task: now, words, sheet: signed })
      Object.assign(variables, signed.variables)
      house.drafts.dropAll(userTaskKey)
    },
    facts: () => factsOf(sheet),
    papers: person => papersFor(house, person, { task, words }),
  })
}

/** Sends a sheet back to whoever signed first, who finds what he filled in as his draft. */
export async function sendBack(
  house: House,
  caller: Caller,
  { userTaskKey, content, reason }: Countersigning & { reason: string },
): Promise<Outcome> {
  const { task, sheet, words } = await shown(house, caller, userTaskKey, content)
  const register: RegisterRecord[] = []
  return submit(house, caller, {
    kind: 'verb',
    verb: 'sheet.return',
    ...deedOn(task),
    payload: { reason, content, signer: sheet.signedBy },
    register,
    appointment: cosigningAs(caller, sheet),
    permit: person => {
      openTaskNow(house, userTaskKey)
      const signed = requireShown(house, userTaskKey, sheet)
      // Who may not sign may not send back either; that the first can no longer sign is no reason to keep it.
      requireSecond(house, person, signed)
      const used = { verb: 'send-back', task, words, reason, hasSecond: true, to: signed.signedBy } as const
      register.splice(0, register.length, returnRecord(userTaskKey, reason), guardedVerb(used))
    },
  })
}

/** Takes one's own signature back, before the second is given. */
export async function withdrawSignature(house: House, caller: Caller, userTaskKey: string): Promise<Outcome> {
  const task = visibleTask(house, caller.person, userTaskKey)
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const register: RegisterRecord[] = []
  return submit(house, caller, {
    kind: 'verb',
    verb: 'sheet.withdraw',
    ...deedOn(task),
    register,
    permit: person => {
      openTaskNow(house, userTaskKey)
      const sheet = awaitingSheet(house, userTaskKey)
      if (sheet.signedBy !== person.personId) throw new Problem('sheet.not-yours')
      const used = { verb: 'withdraw', task, words, from: person.personId } as const
      register.splice(0, register.length, endRecord(userTaskKey, sheet), guardedVerb(used))
    },
  })
}

/** What the second person was shown: the sheet as it stands, if it is still what he signs. */
async function shown(house: House, caller: Caller, userTaskKey: string, content: string) {
  const task = visibleTask(house, caller.person, userTaskKey)
  openTaskNow(house, userTaskKey)
  const sheet = awaitingSheet(house, userTaskKey)
  if (house.journal.findEntry(sheet.signedSeq)?.hash !== content) throw new Problem('sheet.changed')
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  return { task, sheet, words }
}

/** The same sheet inside the savepoint: not taken back, and not signed anew, meanwhile. */
function requireShown(house: House, userTaskKey: string, { signedSeq }: Sheet): Sheet {
  const sheet = awaitingSheet(house, userTaskKey)
  if (sheet.signedSeq !== signedSeq) throw new Problem('sheet.changed')
  return sheet
}

function deedOn(task: UserTask) {
  return { ...(task.caseNo !== null && { caseNo: task.caseNo }), subject: subjectOf(task) }
}

function cosigningAs({ person }: Caller, { groups }: Sheet) {
  return appointmentFor(policyPerson(person), { candidateGroups: groups }) ?? person.appointments[0]
}

/** The field of the button, as the history tells it. */
function resultOf({ action }: Sheet, words: UserTaskWords | undefined): Variables {
  const chosen = words?.actions.find(each => each.action === action)
  return chosen ? { [chosen.field]: chosen.value } : {}
}

/** The facts are those of the first signature; that a second was awaited makes none of them late. */
function factsOf({ happenedAt, lateReason }: Sheet): Fact[] {
  if (happenedAt === null) return []
  return [{ happenedAt, reason: lateReason ?? AWAITED, path: '/content' }]
}

const AWAITED = '副署时转入'
