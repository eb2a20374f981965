import { type Command, CommandRejected, type Key, type Outcome, type Variables } from '../../engine/index.ts'
import { objectionToAssessments } from '../acts/assessments.ts'
import { assignUserTask, releaseUserTask } from '../acts/assign-user-task.ts'
import { completeUserTask } from '../acts/complete-user-task.ts'
import { deployResources } from '../acts/deploy-resources.ts'
import { caseOf, submitStart } from '../acts/start-process.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'
import { submit } from '../submit.ts'
import { type ClientRequest, requireRight } from './command-rules.ts'
import { deedOf, instanceOf } from './command-subject.ts'
import { objectionToCompletingAlone } from './completing-alone.ts'
import { withBusinessKey } from './message-starts.ts'
import { objectionToPublishing } from './office-procedures.ts'
import { rejectionOf } from './rejection.ts'
import { objectionToStartInside, reservedFor } from './reserved-for.ts'

/** What a client asks, before it is known what is reserved in what it reaches. */
type ClientCommand = Omit<ClientRequest, 'reserved'>

/** One command of a client through the gate: as the deed a person does, where there is such a deed, else as it is. */
export async function submitCommand(request: ClientCommand): Promise<Outcome> {
  const { house, client, command } = request
  const deed = (client.onBehalf && personalDeed(house, client.onBehalf, command)) ?? officeDeed(request)
  return (deed ?? plainDeed(request)).catch((error: unknown) => {
    throw rejectionOf(error, command)
  })
}

/** What a person does through a client: the same deeds, under the same rules, as in the browser. */
function personalDeed(house: House, person: Caller, command: Command): Promise<Outcome> | undefined {
  switch (command.type) {
    case 'COMPLETE_USER_TASK':
      return later(() =>
        completeUserTask(house, person, { ...command, ...apartFromReason(command.variables), mustEnd: true }),
      )
    case 'ASSIGN_USER_TASK':
      return later(() => assignUserTask(house, person, { ...command, action: command.mode }))
    case 'UNASSIGN_USER_TASK':
      return later(() => releaseUserTask(house, person, command.userTaskKey))
    default:
      return undefined
  }
}

/** In an office procedures are published and started by a client as by people. */
function officeDeed({ house, client, command }: ClientCommand): Promise<Outcome> | undefined {
  if (client.profile === 'demo') return undefined
  if (command.type === 'DEPLOY_RESOURCES') return later(() => deployResources(house, client.itself, command.resources))
  if (command.type !== 'CREATE_PROCESS_INSTANCE') return undefined
  const { variables, lateReason } = apartFromReason(command.variables)
  return later(() => submitStart(house, client.itself, latestProcess(house, command), variables, { lateReason }))
}

/** The protocols have no place for it, so why a fact is entered late comes as a variable of that name, and stays none. */
function apartFromReason({ lateReason, ...variables }: Variables = {}): { variables: Variables; lateReason?: string } {
  return { variables, ...(typeof lateReason === 'string' && { lateReason }) }
}

/** People start the latest version at its beginning, and so do clients. */
function latestProcess({ definitions }: House, command: Command<'CREATE_PROCESS_INSTANCE'>): string {
  const { bpmnProcessId = '', version, processDefinitionKey, startInstructions, runtimeInstructions } = command
  if (startInstructions || runtimeInstructions)
    throw new CommandRejected('FORBIDDEN', 'Expected a start at the beginning, but there are instructions')
  const asked = processDefinitionKey === undefined ? undefined : definitions.find(processDefinitionKey)
  const latest = definitions.findLatest(asked?.bpmnProcessId ?? bpmnProcessId)
  const isLatest =
    processDefinitionKey === undefined
      ? version === undefined || version === latest?.version
      : latest?.processDefinitionKey === processDefinitionKey
  if (latest && isLatest) return latest.bpmnProcessId
  throw new CommandRejected('NOT_FOUND', 'Expected the latest version of a process, but none found')
}

/** A command in the client's own name. */
async function plainDeed(asked: ClientCommand): Promise<Outcome> {
  const { house, rows, client } = asked
  const { command, objection: unnamed } = await withBusinessKey(house, asked.command)
  const request = { ...asked, command }
  const objection =
    unnamed ??
    (await objectionToPublishing(house, command)) ??
    (await objectionToStartInside(house, command)) ??
    (await objectionToLinking(house, command)) ??
    (await objectionToCompletingAlone(house, command))
  const reserved = await reservedFor(house, rows, command)
  const { verb, subject } = deedOf(command)
  const processInstanceKey = instanceOf(house, rows, command)
  const caseNo = processInstanceKey === undefined ? undefined : house.instances.caseOf(processInstanceKey)
  return submit(house, client.itself, {
    kind: verb === 'deployment.create' || verb === 'resource.delete' ? 'design' : 'engine',
    verb,
    // A start that names a case belongs to it, whoever starts it.
    ...(command.type === 'CREATE_PROCESS_INSTANCE' && caseOf(command.variables ?? {})),
    ...(caseNo !== undefined && { caseNo }),
    subject: { ...subject, ...(processInstanceKey !== undefined && { processInstanceKey }) },
    ...payloadOf(request),
    personal: personalIn(command, request.personalNames.all()),
    commands: [inInstance(command, processInstanceKey)],
    permit: () => {
      requireRight({ ...request, reserved })
      if (objection) throw objection
    },
  })
}

/** R-NO-PENALTY-LINK holds in a demonstration too. */
async function objectionToLinking(house: House, command: Command): Promise<CommandRejected | undefined> {
  if (command.type !== 'DEPLOY_RESOURCES') return undefined
  const objection = await objectionToAssessments(house, command.resources)
  return objection && refusalOf(objection)
}

/** The engine would look for the instance of a task in every document; the lists know it, or that there is none. */
function inInstance(command: Command, processInstanceKey: Key = NO_INSTANCE): Command {
  switch (command.type) {
    case 'COMPLETE_USER_TASK':
    case 'ASSIGN_USER_TASK':
    case 'UNASSIGN_USER_TASK':
    case 'UPDATE_USER_TASK':
      return { ...command, processInstanceKey }
    default:
      return command
  }
}

/** A key that no instance has. */
const NO_INSTANCE: Key = '0'

/** Of what is personal anywhere in the house, what this names: a message belongs to no process that could have declared it. */
function personalIn(command: Command, names: readonly string[]): string[] {
  const text = 'variables' in command ? JSON.stringify(command.variables ?? {}) : ''
  return names.filter(name => text.includes(`${JSON.stringify(name)}:`))
}

/** What the history of a case says beside the records. */
function payloadOf({ client, command }: ClientCommand): { payload?: Record<string, string> } {
  if (command.type === 'CANCEL_PROCESS_INSTANCE') return { payload: { reason: `Zeebe client '${client.id}'` } }
  return command.type === 'ASSIGN_USER_TASK' ? { payload: { assignee: command.assignee } } : {}
}

/** A deed that may be refused before it is one. */
async function later(deed: () => Promise<Outcome>): Promise<Outcome> {
  return deed()
}
