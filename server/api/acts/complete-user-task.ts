import { needsTwo } from '../../approvals/cosigners.ts'
import type { TaskAction } from '../../bpmn/index.ts'
import type { Outcome, Variables } from '../../engine/index.ts'
import { personalFields } from '../../forms/index.ts'
import type { Person } from '../../identity/person.ts'
import type { UserTask } from '../../projections/index.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { submit } from '../submit.ts'
import { taskForm, taskVariables } from '../task-form.ts'
import { papersFor } from './certificate-shown.ts'
import { checkFiles } from './check-files.ts'
import { checkedValues } from './checked-values.ts'
import { gateValues } from './gate-values.ts'
import { guardedVerb } from './guarded-verb.ts'
import { handlerChange } from './handler-reassignment.ts'
import { factsIn } from './late-entry.ts'
import { receivedCase } from './received-case.ts'
import { reviewerRecords } from './reviewer-papers.ts'
import { signSheet } from './sign-sheet.ts'
import { actingAs, openTaskNow, requireTask, requireValues, visibleTask } from './task-guard.ts'

export interface Completion {
  userTaskKey: string
  /** The value of the task's result field, that is the button. */
  action?: string | undefined
  /** What the form holds. */
  variables: Variables
  /** Why a fact in the form is entered late. */
  lateReason?: string | undefined
  /** The caller knows of no second signature: a task that needs one is refused, not left waiting. */
  mustEnd?: boolean | undefined
}

/**
 * Completes a task: the rules are asked first, then its form's values are checked, and its result field is set. Of a task
 * that needs two this is the first signature, and the task stays open.
 * @throws Problem 404, 422; CommandRejected 403 by a rule, 409 when it is closed already.
 */
export async function completeUserTask(house: House, caller: Caller, completion: Completion): Promise<Outcome> {
  const { userTaskKey } = completion
  const task = visibleTask(house, caller.person, userTaskKey)
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const known = taskVariables(house, task)
  const form = taskForm(house, task, known)
  const chosen = words?.actions.find(({ action }) => action === completion.action)
  const result: Variables = chosen ? { [chosen.field]: chosen.value } : {}
  const variables: Variables = {}
  const isFirst = needsTwo(words?.cosign) && completion.mustEnd !== true
  const check = (person: Person): Variables => {
    const asked = {
      verb: isFirst ? 'submit' : 'complete',
      person,
      task: openTaskNow(house, userTaskKey),
      words,
    } as const
    // A choice that the law bars is refused as such, before what is missing beside it.
    requireTask(house, { ...asked, values: { ...completion.variables, ...result } })
    checkAction(words?.actions ?? [], chosen, completion.action)
    // Whether the values are right interests only those who may complete the task, so it is asked last.
    Object.assign(variables, checkedValues(house, form, completion.variables, { ...known, ...result }), result)
    Object.assign(variables, gateValues(house, person, { words, task, known }))
    // The form may have filled in what was not sent.
    requireValues(house, { ...asked, values: variables })
    checkFiles(house, person, form, variables)
    return variables
  }
  const facts = () => factsIn(form, { variables, known, reason: completion.lateReason })
  const personal = form ? personalFields(form) : []
  if (words && isFirst) {
    const { variables: sent, action = null } = completion
    return signSheet(house, caller, { ...{ task, words, known, action, result, personal, sent }, check, facts })
  }
  const handlers = handlerChange(house, task, completion.variables, completion.action)
  const received = receivedCase(house, task, known)
  const papers = reviewerRecords(house, task, [caller.person.personId])
  const register = [...papers]
  return submit(house, caller, {
    kind: 'engine',
    verb: 'user-task.complete',
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: subjectOf(task),
    payload: result,
    personal: [...personal, ...(received?.personal ?? [])],
    appointment: actingAs(caller.person, task),
    commands: [
      {
        type: 'COMPLETE_USER_TASK',
        userTaskKey,
        processInstanceKey: task.processInstanceKey,
        ...(chosen && { action: chosen.action }),
        variables,
      },
      ...(handlers?.commands ?? []),
    ],
    register,
    permit: person => {
      check(person)
      handlers?.check(variables)
      received?.check(person, variables)
      // Who handles the case from now on is known only once it was checked.
      register.splice(0, register.length, ...papers, ...(handlers?.register ?? []), ...(received?.register ?? []))
      house.drafts.dropAll(userTaskKey)
    },
    facts,
    permitLate: reason => register.push(guardedVerb({ verb: 'late-entry', task, words, reason })),
    papers: person => papersFor(house, person, { task, words }),
  })
}

/** What an act on a task concerns. */
export function subjectOf({ userTaskKey, processInstanceKey, elementId }: UserTask): Record<string, string> {
  return { userTaskKey, processInstanceKey, elementId }
}

/** A task with buttons is completed by one of them, one without by none. */
function checkAction(actions: readonly TaskAction[], chosen: TaskAction | undefined, action: string | undefined): void {
  if (chosen || (actions.length === 0 && action === undefined)) return
  throw new Problem('task.action-missing', { actions: actions.map(({ label }) => label) })
}
