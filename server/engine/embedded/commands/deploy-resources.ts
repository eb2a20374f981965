import type { CommandResult } from '../../process-engine.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { DecisionRequirementsValue, DecisionValue, DeploymentValue, Json, Key } from '../../protocol/records.ts'
import { replaceStartSubscriptions, replaceStartTimers } from '../behaviors/start-events.ts'
import type { CompiledResource } from '../definitions.ts'
import type { Execution } from '../execution.ts'
import type { PreparedResource } from '../prepare-deployment.ts'
import type { Rows } from '../store.ts'
import type { CommandProcessor } from './command-processor.ts'
import { deployDecisions } from './deploy-decisions.ts'
import { deployForm } from './deploy-form.ts'
import { deployProcesses } from './deploy-processes.ts'
import { startProblems } from './start-problems.ts'

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
  refuse(execution, resources)
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
    const deploy = deployers[compiled!.kind] as (typeof deployers)['processes']
    deploy(execution, { name, checksum, deploymentKey, isDuplicate }, compiled as never, metadata, keys)
  }
  const { store } = execution.world
  const begun = isDuplicate ? [] : keys.map(processDefinitionKey => store.find('process', { processDefinitionKey })!)
  for (const definition of begun) replaceStartTimers(execution, definition)
  execution.emitShared({ valueType: 'DEPLOYMENT', intent: 'CREATED', key: deploymentKey, value: filled(metadata) })
  for (const definition of begun) replaceStartSubscriptions(execution, definition)
  const processesMetadata = metadata.processesMetadata.map((process, index) => ({
    ...(process as object),
    processDefinitionKey: keys[index]!,
  }))
  return { deploymentKey, ...metadata, ...decisionKeys(execution, metadata), processesMetadata } satisfies CommandResult
}

/** The lists of decisions for the caller, who wants their keys; the record's are as Zeebe writes them. */
function decisionKeys({ world: { store } }: Execution, metadata: Metadata): Record<string, Json[]> {
  const withKeys = <T extends object>(list: Json[], keysOf: (item: T) => object) =>
    list.map(item => ({ ...(item as object), ...keysOf(item as T) }))
  return {
    decisionsMetadata: withKeys<DecisionValue>(metadata.decisionsMetadata, ({ decisionId }) => {
      const { decisionKey, decisionRequirementsKey } = store.latestDecision(decisionId)!
      return { decisionKey, decisionRequirementsKey }
    }),
    decisionRequirementsMetadata: withKeys<DecisionRequirementsValue>(
      metadata.decisionRequirementsMetadata,
      ({ decisionRequirementsId }) => {
        const { decisionRequirementsKey } = store.latestRequirements(decisionRequirementsId)!
        return { decisionRequirementsKey }
      },
    ),
  }
}

/** How each kind of resource is taken in. */
const deployers: {
  [K in CompiledResource['kind']]: (
    execution: Execution,
    deploying: Deploying,
    compiled: Extract<CompiledResource, { kind: K }>,
    metadata: Metadata,
    /** Of the processes, in the order of their metadata: filled. */
    keys: Key[],
  ) => void
} = { processes: deployProcesses, decisions: deployDecisions, form: deployForm }

function refuse(execution: Execution, resources: PreparedResource[]): void {
  if (resources.length === 0)
    throw new CommandRejected('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given')
  const invalid = resources.flatMap(({ problem }) => (problem === undefined ? [] : [problem]))
  const problems = [...invalid, ...startProblems(execution, resources)]
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
function isKnown(execution: Execution, { name, checksum, compiled }: PreparedResource): boolean {
  const { store } = execution.world
  const latest =
    compiled!.kind === 'processes'
      ? compiled!.processes.map(({ bpmnProcessId }) => latestUndeleted(execution, bpmnProcessId))
      : [compiled!.kind === 'form' ? store.latestForm(compiled!.formId) : store.latestRequirements(compiled!.model.id)]
  return latest.every(row => row?.checksum === checksum && row.resourceName === name)
}

/** The latest version of a process, unless a later one was deleted: then it is not what a new deployment is compared with. */
function latestUndeleted({ world: { store } }: Execution, bpmnProcessId: string): Rows['process'] | undefined {
  const latest = store.latestProcess(bpmnProcessId)
  const highest = store.find('version', { kind: 'process', id: bpmnProcessId })?.version ?? 0
  return latest && latest.version >= highest ? latest : undefined
}

function filled({ processesMetadata, ...rest }: Metadata): DeploymentValue {
  return { processesMetadata, ...Object.fromEntries(Object.entries(rest).filter(([, list]) => list.length > 0)) }
}
