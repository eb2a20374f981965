import type { DecisionModel } from '../../dmn/index.ts'
import type { Key } from '../protocol/records.ts'
import type { ExecutableProcess } from './executable-process.ts'
import type { EngineStore, Rows } from './store.ts'

/** What a resource is after it was read. */
export type CompiledResource =
  | { kind: 'processes'; processes: ExecutableProcess[] }
  | { kind: 'decisions'; model: DecisionModel; namespace: string }
  | { kind: 'form'; formId: string; versionTag?: string }

/**
 * A resource is needed that is not in memory. Diagrams are read asynchronously, an act runs synchronously:
 * the act steps back to its savepoint, and is done anew once the resource is there.
 */
export class ResourceNotLoaded extends Error {
  override readonly name = 'ResourceNotLoaded'
  constructor(
    readonly checksum: string,
    readonly resourceName: string,
  ) {
    super(`${resourceName} is not loaded`)
  }
}

/** How many resources are kept in memory. */
const KEPT = 256

/** Deployed processes, decisions and forms: their rows from the store, their compiled form from memory. */
export class Definitions {
  private readonly compiled = new Map<string, CompiledResource>()
  /** Rows of processes never change, and their keys are never used again. */
  private readonly processes = new Map<Key, Rows['process']>()

  constructor(private readonly store: EngineStore) {}

  /** Remembers a resource that was read. */
  keep(checksum: string, resource: CompiledResource): void {
    this.compiled.set(checksum, resource)
    for (const oldest of this.compiled.keys()) {
      if (this.compiled.size <= KEPT) return
      this.compiled.delete(oldest)
    }
  }

  /** @throws ResourceNotLoaded */
  executable(row: Rows['process']): ExecutableProcess {
    const resource = this.get(row.checksum, row.resourceName)
    const process =
      resource.kind === 'processes' &&
      resource.processes.find(({ bpmnProcessId }) => bpmnProcessId === row.bpmnProcessId)
    if (!process) throw new Error(`Expected process '${row.bpmnProcessId}' in ${row.resourceName}, but it is not there`)
    return process
  }

  /** The process an instance runs; it stays with its version, whatever is deployed later. */
  processOf(processDefinitionKey: Key): ExecutableProcess {
    return this.executable(this.processRow(processDefinitionKey))
  }

  private processRow(processDefinitionKey: Key): Rows['process'] {
    const row = this.processes.get(processDefinitionKey) ?? this.store.find('process', { processDefinitionKey })
    if (!row) throw new Error(`Expected process definition ${processDefinitionKey}, but it is not there`)
    this.processes.set(processDefinitionKey, row)
    return row
  }

  /** @throws ResourceNotLoaded */
  decisions({ decisionRequirementsKey }: Rows['decision']): DecisionModel {
    const row = this.store.find('requirements', { decisionRequirementsKey })!
    const resource = this.get(row.checksum, row.resourceName)
    if (resource.kind !== 'decisions') throw new Error(`Expected decisions in ${row.resourceName}`)
    return resource.model
  }

  private get(checksum: string, resourceName: string): CompiledResource {
    const known = this.compiled.get(checksum)
    if (!known) throw new ResourceNotLoaded(checksum, resourceName)
    this.compiled.delete(checksum)
    this.compiled.set(checksum, known)
    return known
  }
}
