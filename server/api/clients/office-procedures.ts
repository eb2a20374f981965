import { createHash } from 'node:crypto'
import { extensionOf, parseBpmn, processesOf, textOf } from '../../bpmn/index.ts'
import { parseDecisions } from '../../dmn/index.ts'
import { type Command, CommandRejected, type DeploymentResource } from '../../engine/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'

/** What a resource defines, and which version of it is in force: `process:<id>`, `form:<id>`, `decisions:<id of the diagram>`. */
interface Defined {
  resourceId: string
  presentChecksum: string | undefined
}

/**
 * Why a client may not publish or delete in the demo profile: a procedure with tasks of a kind is the office's, with what
 * it shows, calls and decides by, and the rules of the trade rest on it. Publishing it as it is changes nothing, so that is
 * let through.
 */
export async function objectionToPublishing(house: House, command: Command): Promise<CommandRejected | undefined> {
  const isDeletion = command.type === 'DELETE_RESOURCE'
  if (!isDeletion && command.type !== 'DEPLOY_RESOURCES') return undefined
  const touched = isDeletion ? resourcesOfKey(house, command.resourceKey) : await changedBy(house, command.resources)
  if (touched.length === 0) return undefined
  const offices = await officeResources(house)
  const found = touched.find(resourceId => offices.has(resourceId))
  return found === undefined ? undefined : forbidden(found)
}

async function changedBy(house: House, resources: readonly DeploymentResource[]): Promise<string[]> {
  const changed = await Promise.all(
    resources.map(async resource => {
      const checksum = createHash('sha256').update(resource.content).digest('hex')
      const defined = await definedBy(house, resource)
      return defined.flatMap(each => (each.presentChecksum === checksum ? [] : [each.resourceId]))
    }),
  )
  return changed.flat()
}

/** Read as the engine reads it, whatever the file is called. */
async function definedBy(house: House, { name, content }: DeploymentResource): Promise<Defined[]> {
  const { definitions, engineRows } = house
  try {
    if (name.endsWith('.form')) {
      const formId = String((JSON.parse(content) as { id?: unknown }).id)
      return [{ resourceId: `form:${formId}`, presentChecksum: definitions.findLatestForm(formId)?.checksum }]
    }
    if (name.endsWith('.dmn')) {
      const { id, decisions } = await parseDecisions(content)
      const owners = [...decisions.keys()].flatMap(decisionId => engineRows.requirementsDefining(decisionId) ?? [])
      return [...new Set([id, ...owners])].map(requirementsId => ({
        resourceId: `decisions:${requirementsId}`,
        presentChecksum: engineRows.requirementsChecksum(requirementsId),
      }))
    }
    const ids = processesOf(await parseBpmn(content)).flatMap(({ id }) => (id === undefined ? [] : [id]))
    return ids.map(id => ({ resourceId: `process:${id}`, presentChecksum: definitions.findLatest(id)?.checksum }))
  } catch {
    // What cannot be read is the engine's to refuse.
    return []
  }
}

function resourcesOfKey({ definitions, engineRows }: House, key: string): string[] {
  const process = definitions.find(key)
  const form = definitions.findForm(key)
  const requirements = engineRows.requirementsOf(key)
  return [
    ...(process ? [`process:${process.bpmnProcessId}`] : []),
    ...(form ? [`form:${form.formId}`] : []),
    ...(requirements === undefined ? [] : [`decisions:${requirements}`]),
  ]
}

/** The office's procedures and, through all that they call, everything they name. */
async function officeResources(house: House): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const latest = house.definitions.latest()
  const diagrams = await Promise.all(latest.map(each => house.diagrams.get(each.processDefinitionKey)))
  const open = diagrams.filter(({ words }) => words.userTasks.some(({ kind }) => kind !== undefined))
  for (let diagram = open.pop(); diagram; diagram = open.pop()) {
    const { id } = diagram.words
    if (found.has(`process:${id}`)) continue
    found.add(`process:${id}`).add(`form:${id}.start`)
    for (const { formId } of diagram.words.userTasks) if (formId !== undefined) found.add(`form:${formId}`)
    for (const decisionId of namedIn(diagram, 'zeebe:CalledDecision', 'decisionId'))
      found.add(`decisions:${house.engineRows.requirementsDefining(decisionId)}`)
    const called = namedIn(diagram, 'zeebe:CalledElement', 'processId')
    open.push(...diagrams.filter(({ words }) => called.includes(words.id)))
  }
  return found
}

function namedIn({ graph }: Diagram, extension: string, attribute: string): string[] {
  return [...graph.nodes.values()].flatMap(({ source }) => textOf(extensionOf(source, extension), attribute) ?? [])
}

function forbidden(resourceId: string): CommandRejected {
  return new CommandRejected(
    'FORBIDDEN',
    `Expected a resource of the client's own, but '${resourceId}' belongs to a procedure of the office: its tasks have kinds`,
  )
}
