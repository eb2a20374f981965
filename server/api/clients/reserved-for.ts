import { type Command, CommandRejected, type CommandType } from '../../engine/index.ts'
import { type Reserved, reservedAnywhere, reservedIn } from '../acts/reserved-variables.ts'
import type { House } from '../house.ts'
import { instanceOf } from './command-subject.ts'
import type { EngineRows } from './engine-rows.ts'

/** Nobody knows beforehand whom these reach, or what they start. */
export const REACHES_ANYBODY: ReadonlySet<CommandType> = new Set<CommandType>([
  'PUBLISH_MESSAGE',
  'CORRELATE_MESSAGE',
  'BROADCAST_SIGNAL',
  'EVALUATE_CONDITIONALS',
])

/** The variables that a program may not set by this command; read from diagrams, so asked before the act. */
export async function reservedFor(house: House, rows: EngineRows, command: Command): Promise<Reserved> {
  if (REACHES_ANYBODY.has(command.type)) return await reservedAnywhere(house)
  const key = instanceOf(house, rows, command)
  const instance = key === undefined ? undefined : house.instances.find(key)
  const isKnown = instance && house.diagrams.has(instance.processDefinitionKey)
  return reservedIn(house, isKnown ? [await house.diagrams.get(instance.processDefinitionKey)] : [])
}

/** Why a program may not begin in the middle: a procedure with tasks of a kind is worked from its beginning. */
export async function objectionToStartInside(house: House, command: Command): Promise<CommandRejected | undefined> {
  if (command.type !== 'CREATE_PROCESS_INSTANCE' || !command.startInstructions?.length) return undefined
  const { processDefinitionKey, bpmnProcessId = '', version } = command
  const { definitions, diagrams } = house
  const definition =
    processDefinitionKey === undefined
      ? definitions.versionsOf(bpmnProcessId).find(each => version === undefined || each.version === version)
      : definitions.find(processDefinitionKey)
  if (!definition || !diagrams.has(definition.processDefinitionKey)) return undefined
  const { words } = await diagrams.get(definition.processDefinitionKey)
  if (!words.userTasks.some(({ kind }) => kind !== undefined)) return undefined
  return new CommandRejected(
    'FORBIDDEN',
    `Expected a start at the beginning of '${words.id}', which is a procedure of the office: its tasks have kinds`,
  )
}
