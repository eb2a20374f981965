import { needsTwo } from '../approvals/cosigners.ts'
import { dayOf } from '../deadlines/office-day.ts'
import type { Variables } from '../engine/index.ts'
import { type Form, namesIn } from '../forms/index.ts'
import type { Person } from '../identity/person.ts'
import type { Objection, TaskVerb } from '../policies/index.ts'
import type { UserTask } from '../projections/index.ts'
import { objectionToTask } from './acts/task-guard.ts'
import { citationJson, withCitations } from './citations.ts'
import type { Diagram } from './diagrams.ts'
import { caseHistory } from './history.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { limitJson } from './limit-json.ts'
import { limitPart } from './limits/limit-part.ts'
import { nextSteps } from './next-steps.ts'
import { describeObjection } from './problem.ts'
import type { ProblemJson } from './schemas/problem.ts'
import type { UserTaskDetailJson, UserTaskJson } from './schemas/user-task.ts'
import { sheetPart, signatureJson } from './sheet-json.ts'
import { offeredForm, taskVariables } from './task-form.ts'
import { maySeeInstance } from './visibility.ts'

/** A task as lists show it; its name is read from its diagram. */
export async function userTaskJson(house: House, task: UserTask): Promise<UserTaskJson> {
  const diagram = await house.diagrams.get(task.processDefinitionKey)
  const limit = house.limits.find(task.userTaskKey)
  const away = task.assignee === null ? undefined : house.absences.of(task.assignee, dayOf(house.clock.now()))
  const suspension = task.caseNo === null ? undefined : house.suspensions.current(task.caseNo)
  return {
    userTaskKey: task.userTaskKey,
    name: diagram.nameOf(task.elementId),
    elementId: task.elementId,
    state: task.state === 'CREATING' ? 'CREATED' : task.state,
    assignee: task.assignee === null ? null : named(house, task.assignee),
    ...(away && { awayUntil: away.toDay }),
    candidateGroups: task.candidateGroups,
    candidateUsers: task.candidateUsers,
    processDefinitionId: task.bpmnProcessId,
    processDefinitionKey: task.processDefinitionKey,
    processDefinitionVersion: task.version,
    processName: task.processName ?? task.bpmnProcessId,
    processInstanceKey: task.processInstanceKey,
    elementInstanceKey: task.elementInstanceKey,
    formId: diagram.taskWords(task.elementId)?.formId ?? null,
    kind: task.kind,
    creationDate: isoDate(task.createdAt),
    completionDate: task.endedAt === null ? null : isoDate(task.endedAt),
    ...(task.completedBy !== null && { completedBy: named(house, task.completedBy) }),
    action: task.action,
    dueDate: task.dueAt === null ? null : isoDate(task.dueAt),
    limit: limit ? limitJson(house, limit) : null,
    suspension: suspension ? { since: isoDate(suspension.fromAt), ground: suspension.ground } : null,
    priority: task.priority,
    caseNo: task.caseNo,
    caseTitle: task.title,
    party: task.party,
    round: task.round,
    ...signatureJson(house, task),
  }
}

/** Who asks, in which language, on which request. */
export interface Reader {
  person: Person
  language: Language
  requestId: string
}

/** A task as its page shows it: form, draft, what may be done and why not, what comes next, what was. */
export async function userTaskDetail(house: House, reader: Reader, task: UserTask): Promise<UserTaskDetailJson> {
  const diagram = await house.diagrams.get(task.processDefinitionKey)
  const words = diagram.taskWords(task.elementId)
  const draft = house.drafts.find(task.userTaskKey, reader.person.personId)
  // Whose group had the task before a colleague took it knows of the task, no longer of the case.
  const isOpenToReader = maySeeInstance(house, reader.person, task.processInstanceKey)
  const can = (verb: TaskVerb, values?: Variables) =>
    permission(house, reader, { verb, task, diagram, ...(values && { values }) })
  const isSigned = house.sheets.find(task.userTaskKey)?.state === 'awaiting-cosign'
  const canDo = (values?: Variables) =>
    isSigned ? { permitted: false } : can(needsTwo(words?.cosign) ? 'submit' : 'complete', values)
  const actions = (words?.actions ?? []).map(action => ({ ...action, ...canDo({ [action.field]: action.value }) }))
  const canComplete = actions.length === 0 ? canDo() : permissionOf(actions)
  const signed = sheetPart(house, reader, { task, diagram, isOpenToReader })
  return {
    ...(await userTaskJson(house, task)),
    ...(isOpenToReader ? await contentOf(house, reader.language, { task, diagram }, signed.sheet) : NO_CONTENT),
    ...signed,
    draft: draft ? { ...draft, savedAt: isoDate(draft.savedAt) } : null,
    actions,
    basis: (words?.basis ?? []).map(ref =>
      citationJson(house, ref, dayOf(task.endedAt ?? house.clock.now()), reader.language),
    ),
    ...limitPart(house, reader, task, () =>
      objectionToTask(house, { verb: 'draft', person: reader.person, task, words }),
    ),
    canClaim: task.assignee === null ? can('claim') : { permitted: false },
    canComplete,
    canRelease: task.assignee === null || isSigned ? { permitted: false } : can('release'),
  }
}

type Content = Pick<UserTaskDetailJson, 'form' | 'variables' | 'next' | 'history'>

const NO_CONTENT: Content = { form: null, variables: {}, next: [], history: [] }

interface Shown {
  task: UserTask
  diagram: Diagram
}

/** What the case holds, as far as the task shows it. */
async function contentOf(
  house: House,
  language: Language,
  { task, diagram }: Shown,
  sheet: UserTaskDetailJson['sheet'],
): Promise<Content> {
  const known = taskVariables(house, task)
  const form = offeredForm(house, task, known)
  return {
    form: form ? { ...form } : null,
    // What waits for the second signature is shown as it was signed.
    variables: sheet?.state === 'awaiting-cosign' ? { ...known, ...sheet.variables } : known,
    next: nextSteps(diagram, task.elementId, {
      actions: diagram.taskWords(task.elementId)?.actions ?? [],
      known: decidedAlready(known, form),
      now: house.clock.now(),
      language,
    }),
    history: await caseHistory(house, task.processInstanceKey, language),
  }
}

interface Permission {
  permitted: boolean
  refusal?: ProblemJson
}

interface Question extends Shown {
  verb: TaskVerb
  /** What a button would store. */
  values?: Variables
}

function permission(
  house: House,
  { person, language, requestId }: Reader,
  { verb, task, diagram, values }: Question,
): Permission {
  if (task.state !== 'CREATED') return { permitted: false }
  const words = diagram.taskWords(task.elementId)
  const objection: Objection | undefined = objectionToTask(house, { verb, person, task, words, values })
  return objection
    ? { permitted: false, refusal: withCitations(house, describeObjection(objection, language, requestId), language) }
    : { permitted: true }
}

/** A task can be done as long as one of its buttons can be pressed; else the first says why not. */
function permissionOf([first, ...others]: readonly Permission[]): Permission {
  const { permitted = false, refusal } = [first, ...others].find(each => each?.permitted) ?? first ?? {}
  return { permitted, ...(refusal && { refusal }) }
}

/** Somebody by id and name; a name that is not known is the id. */
export function named({ people }: House, personId: string): { id: string; name: string } {
  return { id: personId, name: people.nameOf(personId) ?? personId }
}

/** An instant as answers write it. */
export function isoDate(instant: number): string {
  return new Date(instant).toISOString()
}

/** What is known before the form is filled in: what the last round put into its fields decides nothing in this one. */
function decidedAlready(known: Variables, form: Form | undefined): Variables {
  const open = namesIn(form?.components ?? [], { submittedOnly: true })
  return Object.fromEntries(Object.entries(known).filter(([name]) => !open.has(name)))
}
