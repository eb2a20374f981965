import type { CommandResult } from '../../process-engine.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { DeploymentValue, Key } from '../../protocol/records.ts'
import type { CompiledResource } from '../definitions.ts'
import type { Execution } from '../execution.ts'
import type { PreparedResource } from '../prepare-deployment.ts'
import type { CommandProcessor } from './command-processor.ts'
import { deployDecisions } from './deploy-decisions.ts'
import { deployForm } from './deploy-form.ts'
import { deployProcesses } from './deploy-processes.ts'

/** A resource on its way in. */
export interface Deploying {
  name: string
  checksum: string
  deploymentKey: Key
  /** Nothing in the whole deployment is new: the versions that are there already are named. */
  isDuplicate: boolean
}

/** One line per list of the deployment's record, filled by the kinds of resources. */
export type Metadata = Required<DeploymentValue>

/**
 * Takes in diagrams, decisions and forms: all of them or none. If anything in the bundle is new, everything in it gets a new version (ENGINE D4).
 */
export const deployResources: CommandProcessor<'DEPLOY_PREPARED'> = (execution, { resources }) => {
  refuse(resources)
  const isDuplicate = resources.every(resource => isKnown(execution, resource))
  const deploymentKey = execution.nextKey()
  const metadata: Metadata = {
    processesMetadata: [],
    decisionsMetadata: [],
    decisionRequirementsMetadata: [],
    formMetadata: [],
  }
  const keys: Key[] = []
  for (const { name, checksum, content, compiled } of resources) {
    // Content is no consequence of a record: it is kept as it came, under its checksum.
    execution.world.store.put('resource', { checksum, content })
    execution.world.definitions.keep(checksum, compiled!)
    deploy(execution, { name, checksum, deploymentKey, isDuplicate }, compiled!, metadata, keys)
  }
  execution.emitShared({ valueType: 'DEPLOYMENT', intent: 'CREATED', key: deploymentKey, value: filled(metadata) })
  const processesMetadata = metadata.processesMetadata.map((process, index) => ({
    ...(process as object),
    processDefinitionKey: keys[index]!,
  }))
  return { deploymentKey, ...metadata, processesMetadata } satisfies CommandResult
}

function deploy(
  execution: Execution,
  deploying: Deploying,
  compiled: CompiledResource,
  metadata: Metadata,
  keys: Key[],
): void {
  switch (compiled.kind) {
    case 'processes':
      deployProcesses(execution, deploying, compiled, metadata, keys)
      break
    case 'decisions':
      deployDecisions(execution, deploying, compiled, metadata)
      break
    case 'form':
      deployForm(execution, deploying, compiled, metadata)
  }
}

function refuse(resources: PreparedResource[]): void {
  if (resources.length === 0)
    throw new CommandRejected('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given')
  const problems = resources.flatMap(({ problem }) => (problem === undefined ? [] : [problem]))
  const all = problems.length > 0 ? problems : duplicates(resources)
  if (all.length === 0) return
  throw new CommandRejected(
    'INVALID_ARGUMENT',
    `Expected to deploy new resources, but encountered the following errors:\n${all.join('\n')}`,
  )
}

/** The same id may not come twice in one deployment. */
function duplicates(resources: PreparedResource[]): string[] {
  const first = new Map<string, string>()
  return resources.flatMap(({ name, compiled }) =>
    idsOf(compiled!).flatMap(id => {
      const other = first.get(id)
      first.set(id, name)
      return other === undefined ? [] : [`Duplicated ${id.split(' ')[0]} id in resources '${other}' and '${name}'`]
    }),
  )
}

function idsOf(compiled: CompiledResource): string[] {
  if (compiled.kind === 'processes') return compiled.processes.map(({ bpmnProcessId }) => `process ${bpmnProcessId}`)
  if (compiled.kind === 'form') return [`form ${compiled.formId}`]
  return [`requirements ${compiled.model.id}`, ...[...compiled.model.decisions.keys()].map(id => `decision ${id}`)]
}

/** Whether the latest version of everything in the resource came from the same text under the same name. */
function isKnown({ world: { store } }: Execution, { name, checksum, compiled }: PreparedResource): boolean {
  const latest =
    compiled!.kind === 'processes'
      ? compiled!.processes.map(({ bpmnProcessId }) => store.latestProcess(bpmnProcessId))
      : [compiled!.kind === 'form' ? store.latestForm(compiled!.formId) : store.latestRequirements(compiled!.model.id)]
  return latest.every(row => row?.checksum === checksum && row.resourceName === name)
}

function filled({ processesMetadata, ...rest }: Metadata): DeploymentValue {
  return { processesMetadata, ...Object.fromEntries(Object.entries(rest).filter(([, list]) => list.length > 0)) }
}
