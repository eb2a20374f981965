import { createHash } from 'node:crypto'
import { BpmnSyntaxError, parseBpmn, processesOf } from '../../bpmn/index.ts'
import { type Command, CommandRejected, type DeploymentResource } from '../../engine/index.ts'
import type { House } from '../house.ts'

/**
 * Why a client may not publish or delete in the demo profile: a procedure with tasks of a kind is the office's, and the
 * rules of the trade know its tasks by that kind. Publishing it as it is changes nothing, so that is let through.
 */
export async function objectionToPublishing(house: House, command: Command): Promise<CommandRejected | undefined> {
  if (command.type === 'DELETE_RESOURCE') {
    const definition = house.definitions.find(command.resourceKey)
    return definition && (await isOffices(house, definition.bpmnProcessId))
      ? forbidden(definition.bpmnProcessId)
      : undefined
  }
  if (command.type !== 'DEPLOY_RESOURCES') return undefined
  for (const resource of command.resources)
    for (const bpmnProcessId of await processesIn(resource)) {
      const isSame = house.definitions.findLatest(bpmnProcessId)?.checksum === checksumOf(resource)
      if (!isSame && (await isOffices(house, bpmnProcessId))) return forbidden(bpmnProcessId)
    }
  return undefined
}

async function isOffices(house: House, bpmnProcessId: string): Promise<boolean> {
  const latest = house.definitions.findLatest(bpmnProcessId)
  if (!latest) return false
  const { words } = await house.diagrams.get(latest.processDefinitionKey)
  return words.userTasks.some(({ kind }) => kind !== undefined)
}

/** What cannot be read is the engine's to refuse. */
async function processesIn({ name, content }: DeploymentResource): Promise<string[]> {
  if (!name.endsWith('.bpmn')) return []
  try {
    return processesOf(await parseBpmn(content)).flatMap(({ id }) => (id === undefined ? [] : [id]))
  } catch (error) {
    if (error instanceof BpmnSyntaxError) return []
    throw error
  }
}

function checksumOf({ content }: DeploymentResource): string {
  return createHash('sha256').update(content).digest('hex')
}

function forbidden(bpmnProcessId: string): CommandRejected {
  return new CommandRejected(
    'FORBIDDEN',
    `Expected a process of the client's own, but '${bpmnProcessId}' is a procedure of the office: its tasks have kinds`,
  )
}
