import { type Command, CommandRejected, type CommandType, type Variables } from '../../engine/index.ts'
import type { PersonalNames } from '../../registers/personal-names.ts'
import { workers } from '../../workers/index.ts'
import type { Reserved } from '../acts/reserved-variables.ts'
import type { House } from '../house.ts'
import { requirePermission } from '../submit.ts'
import type { AdmittedClient } from './admit-client.ts'
import { instanceOf, jobOf } from './command-subject.ts'
import type { EngineRows } from './engine-rows.ts'
import { REACHES_ANYBODY } from './reserved-for.ts'

/**
 * Whose command it is. `work`: any client whose roles give work. `administrate`: of whoever may publish. `operate`: an
 * operator's, and no client's. `person`: somebody's own, whoever carries the request.
 */
type Right = 'work' | 'administrate' | 'operate' | 'person'

const RIGHTS: Readonly<Record<CommandType, Right>> = {
  DEPLOY_RESOURCES: 'administrate',
  EVALUATE_DECISION: 'work',
  CREATE_PROCESS_INSTANCE: 'work',
  ACTIVATE_JOBS: 'work',
  COMPLETE_JOB: 'work',
  FAIL_JOB: 'work',
  THROW_ERROR: 'work',
  UPDATE_JOB_TIMEOUT: 'work',
  PUBLISH_MESSAGE: 'work',
  CORRELATE_MESSAGE: 'work',
  BROADCAST_SIGNAL: 'work',
  COMPLETE_USER_TASK: 'person',
  ASSIGN_USER_TASK: 'person',
  UNASSIGN_USER_TASK: 'person',
  UPDATE_USER_TASK: 'person',
  // It starts whatever it reaches, with no role asked and no case named.
  EVALUATE_CONDITIONALS: 'operate',
  UPDATE_JOB_RETRIES: 'operate',
  SET_VARIABLES: 'operate',
  RESOLVE_INCIDENT: 'operate',
  CANCEL_PROCESS_INSTANCE: 'operate',
  MODIFY_PROCESS_INSTANCE: 'operate',
  MIGRATE_PROCESS_INSTANCE: 'operate',
  SUSPEND_PROCESS_INSTANCE: 'operate',
  RESUME_PROCESS_INSTANCE: 'operate',
  DELETE_PROCESS_INSTANCE: 'operate',
  DELETE_RESOURCE: 'operate',
  SWITCH_STARTS: 'operate',
  ACTIVATE_AD_HOC_ELEMENTS: 'operate',
}

/** User tasks of the older kind are somebody's own work, and what the house works itself speaks in its name. */
const NO_CLIENTS_JOBS: ReadonlySet<string | undefined> = new Set([
  'io.camunda.zeebe:userTask',
  ...workers.map(({ type }) => type),
])
/** By these an instance would come to a step that nobody completed, or to another diagram's rules. */
const LEAVES_THE_WAY = new Set<CommandType>([
  'MODIFY_PROCESS_INSTANCE',
  'MIGRATE_PROCESS_INSTANCE',
  'ACTIVATE_AD_HOC_ELEMENTS',
])

export interface ClientRequest {
  house: House
  rows: EngineRows
  personalNames: PersonalNames
  client: AdmittedClient
  command: Command
  /** Variables that are not a program's to set in what the command reaches. */
  reserved: Reserved
}

/**
 * Refuses what a client may not do in its own name; asked inside the act's savepoint. The demo profile waives the rights
 * of clients and operators, never what keeps a case a case: its number, and that its user tasks are people's.
 * @throws CommandRejected FORBIDDEN
 */
export function requireRight(request: ClientRequest): void {
  const { house, rows, client, command } = request
  const right = RIGHTS[command.type]
  const isDemo = client.profile === 'demo'
  const instance = instanceOf(house, rows, command)
  const isCase = instance !== undefined && house.instances.caseOf(instance) !== undefined
  if (right === 'person') refuseWithoutPerson(request, isCase)
  else if (isDemo) refuseJobsOfOthers(request, isCase)
  else {
    if (right === 'operate') throw forbidden(`an operator, but '${client.id}' is a client`)
    requirePermission(client.itself.person, right)
    refuseJobsOfOthers(request, true)
  }
  refuseReserved(request, isCase)
  if (isCase && leavesTheWay(command))
    throw forbidden('an instance without a case: in a case people take every step that the diagram gives them')
}

/** In the demo profile a bare task, of no kind and no case, may be anybody's: no rule of the trade knows it. */
function refuseWithoutPerson({ house, client, command }: ClientRequest, isCase: boolean): void {
  const task = 'userTaskKey' in command ? house.tasks.find(command.userTaskKey) : undefined
  const isBare = !isCase && (task === undefined || task.kind === null)
  if (client.profile === 'demo' && isBare) return
  throw forbidden(`a signed-in person, but '${client.id}' is a client and named none`)
}

function refuseJobsOfOthers({ rows, command }: ClientRequest, isGuarded: boolean): void {
  const type =
    'jobType' in command ? command.jobType : 'jobKey' in command ? jobOf(rows, command.jobKey)?.type : undefined
  if (isGuarded && NO_CLIENTS_JOBS.has(type))
    throw forbidden(`a job of the client's own, but '${type}' is done by people or by the house`)
}

function leavesTheWay(command: Command): boolean {
  const activates = command.type === 'COMPLETE_JOB' ? (command.result?.activateElements ?? []) : []
  return LEAVES_THE_WAY.has(command.type) || activates.length > 0
}

/** A start may set them; nothing that comes later, and nothing of which nobody knows whom it will reach. */
function refuseReserved({ command, reserved }: ClientRequest, isCase: boolean): void {
  if (!isCase && !REACHES_ANYBODY.has(command.type)) return
  const name = variablesOf(command)
    .flatMap(variables => Object.keys(variables))
    .find(each => reserved.has(each))
  if (name !== undefined) throw forbidden(`variables without '${name}', which people or the house set`)
}

function variablesOf(command: Command): Variables[] {
  if (command.type === 'MODIFY_PROCESS_INSTANCE')
    return (command.activateInstructions ?? []).flatMap(({ variableInstructions = [] }) =>
      variableInstructions.map(({ variables }) => variables),
    )
  if (command.type === 'ACTIVATE_AD_HOC_ELEMENTS')
    return command.elements.flatMap(({ variables }) => (variables ? [variables] : []))
  const own = 'variables' in command && command.variables ? [command.variables] : []
  const inner = command.type === 'COMPLETE_JOB' ? (command.result?.activateElements ?? []) : []
  return [...own, ...inner.flatMap(({ variables }) => (variables ? [variables] : []))]
}

function forbidden(expected: string): CommandRejected {
  return new CommandRejected('FORBIDDEN', `Expected ${expected}`)
}
