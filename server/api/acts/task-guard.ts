import type { UserTaskWords } from '../../bpmn/index.ts'
import { CommandRejected, type Variables } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import {
  appointmentFor,
  type Objection,
  objectionTo,
  objectionToHandler,
  objectionToValues,
  type Participation,
  type PolicyAppointment,
  type PolicyTask,
  type TaskRequest,
  type TaskVerb,
} from '../../policies/index.ts'
import type { TaskNow, UserTask } from '../../projections/index.ts'
import { policyPerson } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { maySeeTask } from '../visibility.ts'
import { caseFacts, parametersAt } from './case-facts.ts'
import { policyPersonAt } from './policy-person.ts'
import { isHoliday } from './statutory-holiday.ts'

/** The task if the person may know of it. @throws Problem 404 otherwise: whether it exists is nobody else's business. */
export function visibleTask(house: House, person: Person, userTaskKey: string): UserTask {
  const task = house.tasks.find(userTaskKey)
  if (!task || !maySeeTask(house, person, task)) throw new Problem('resource.not-found')
  return task
}

/** The task as the rules know it; its diagram's words are read before, its row inside the transaction. */
function policyTask(
  task: TaskNow,
  { words, cosignGroups, cosignUsers }: Pick<TaskQuestion, 'words' | 'cosignGroups' | 'cosignUsers'>,
): PolicyTask {
  return {
    userTaskKey: task.userTaskKey,
    elementId: task.elementId,
    ...(task.kind !== null && { kind: task.kind }),
    enforcementAct: words?.enforcementAct ?? false,
    needsCosigner: words?.cosign !== undefined && words.cosign !== 'false',
    ...(cosignGroups && { cosignGroups }),
    ...(cosignUsers && { cosignUsers }),
    ...(task.assignee !== null && { assignee: task.assignee }),
    candidateGroups: task.candidateGroups,
    candidateUsers: task.candidateUsers,
  }
}

/** The rules' objection to a verb on a task as it stands now, by the history of its case as it stands now. */
export function objectionToTask(house: House, question: TaskQuestion): Objection | undefined {
  return objectionTo(requestOf(house, question))
}

/** Everything the rules may ask for; what costs a question of the database is asked when a rule reads it. */
function requestOf(house: House, question: TaskQuestion): TaskRequest {
  const { verb, person, task, signer, values } = question
  const at = house.clock.now()
  return {
    verb,
    person: policyPersonAt(house, person, at),
    task: policyTask(task, question),
    get history() {
      return historyOf(house, task)
    },
    at,
    ...(signer && { signer: policyPersonAt(house, signer, at) }),
    case: caseFacts(house, task, at, values),
    ...(values && { values }),
    isHoliday: day => isHoliday(house.calendars.latest(), day),
    parameters: parametersAt(house, at),
  }
}

/** Refuses handlers who had a part in the case that excludes them; a case number that is new has no history. */
export function requireHandlers(
  { participations, people }: House,
  caseNo: string,
  handlerIds: readonly string[],
): void {
  const history = asHistory(participations.ofCase(caseNo))
  for (const id of handlerIds) {
    const objection = objectionToHandler({ id, name: people.nameOf(id) ?? id }, history)
    if (objection) throw refusalOf(objection)
  }
}

function asHistory(parts: readonly { personId: string; kind: string | null }[]): Participation[] {
  return parts.map(({ personId, kind }) => ({ personId, ...(kind !== null && { kind }) }))
}

/** Who had a hand in the task's case, over all its instances; of an instance without a case, in that. */
function historyOf({ participations }: House, { caseNo, processInstanceKey }: TaskNow): Participation[] {
  return asHistory(caseNo === null ? participations.ofInstance(processInstanceKey) : participations.ofCase(caseNo))
}

/** What is asked of the rules: who would do what with which task, as they stand inside the act's savepoint. */
export interface TaskQuestion {
  verb: TaskVerb
  person: Pick<Person, 'personId' | 'appointments'>
  task: TaskNow
  /** What the diagram says of it. */
  words: Pick<UserTaskWords, 'enforcementAct' | 'cosign'> | undefined
  /** What is about to be stored, with the field of the button. */
  values?: Variables | undefined
  /** Of a second signature: who signed first, and the groups whose it may be if the diagram names them. */
  signer?: Pick<Person, 'personId' | 'appointments'> | undefined
  cosignGroups?: readonly string[] | undefined
  cosignUsers?: readonly string[] | undefined
}

/** Refuses what comes too late: the task as it is now, open, or who closed it and when. */
export function openTaskNow(house: House, userTaskKey: string): TaskNow {
  const task = house.tasks.findNow(userTaskKey)
  if (!task) throw new CommandRejected('NOT_FOUND', `There is no user task ${userTaskKey}`)
  if (task.state === 'CREATED') return task
  throw new CommandRejected('INVALID_STATE', `User task ${userTaskKey} is ${task.state}`, closing(house, task))
}

function closing({ people }: House, { completedBy, endedAt }: TaskNow) {
  const closedAt = endedAt === null ? {} : { closedAt: new Date(endedAt).toISOString() }
  if (completedBy === null) return { id: 'task.canceled', params: closedAt }
  const closedBy = people.nameOf(completedBy) ?? completedBy
  return { id: 'task.closed', params: { closedBy, closedById: completedBy, ...closedAt } }
}

/** Refuses what the rules object to, inside the savepoint. */
export function requireTask(house: House, question: TaskQuestion): void {
  const objection = objectionToTask(house, question)
  if (objection) throw refusalOf(objection)
}

/** Refuses what is about to be stored, of somebody of whom `requireTask` was asked. */
export function requireValues(house: House, question: TaskQuestion): void {
  const objection = objectionToValues(requestOf(house, question))
  if (objection) throw refusalOf(objection)
}

/** The appointment under which the person acts on the task; it is copied into the act. */
export function actingAs(person: Person, task: TaskNow): PolicyAppointment | undefined {
  const asCandidate = appointmentFor(policyPerson(person), task)
  if (asCandidate) return asCandidate
  // Handlers and lent reviewers are candidates by name; what they act by is their office.
  const office = task.kind === 'case-handling' ? HANDLER_ROLE : task.kind?.startsWith('legal-review-') && POOL_ROLE
  return person.appointments.find(({ role }) => role === office) ?? person.appointments[0]
}

/** The office of reviewers who are lent to streets that lack them. */
const POOL_ROLE = 'review-pool'

/** The office of those who handle cases. */
export const HANDLER_ROLE = 'street-officer'
