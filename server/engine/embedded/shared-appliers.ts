import type { EngineRecord, Segment, ValueType } from '../protocol/records.ts'
import { noteCorrelation, startAppliers } from './start-appliers.ts'
import { activateJob } from './state/jobs.ts'
import type { EngineStore } from './store.ts'
import type { Workspace } from './workspace.ts'

/** Where what all instances share is kept. */
export interface SharedState {
  store: EngineStore
  workspace: Workspace
  /** seq of the entry. */
  seq: number
}

export type SharedApplier<V extends ValueType> = (
  shared: SharedState,
  record: EngineRecord<V>,
  segment: Segment,
) => void
export type SharedAppliers = { [V in ValueType]?: { [intent: string]: SharedApplier<V> } }

/** What records mean for that which no single instance owns: deployments, buffered messages, leases of jobs. */
const sharedAppliers: SharedAppliers = {
  ...startAppliers,
  PROCESS: {
    CREATED: ({ store }, { value }) => {
      const { bpmnProcessId, version, name = null, versionTag = null, resourceName, checksum } = value
      const { processDefinitionKey, deploymentKey } = value
      const names = { bpmnProcessId, version, name, versionTag, resourceName }
      store.put('process', { processDefinitionKey, ...names, checksum, deploymentKey })
      store.put('version', { kind: 'process', id: bpmnProcessId, version })
    },
    DELETED: ({ store }, { value: { processDefinitionKey } }) => store.remove('process', { processDefinitionKey }),
  },
  FORM: {
    CREATED: (
      { store },
      { value: { formKey, formId, version, versionTag = null, resourceName, checksum, deploymentKey } },
    ) => {
      store.put('form', { formKey, formId, version, versionTag, resourceName, checksum, deploymentKey })
      store.put('version', { kind: 'form', id: formId, version })
    },
    DELETED: ({ store }, { value: { formKey } }) => store.remove('form', { formKey }),
  },
  DECISION_REQUIREMENTS: {
    CREATED: ({ store }, { value }) => {
      const { decisionRequirementsVersion: version, decisionRequirementsName, resourceName, checksum } = value
      const { decisionRequirementsKey, decisionRequirementsId, deploymentKey } = value
      const ids = { decisionRequirementsKey, decisionRequirementsId, decisionRequirementsName, version }
      store.put('requirements', { ...ids, resourceName, checksum, deploymentKey })
      store.put('version', { kind: 'requirements', id: decisionRequirementsId, version })
    },
    DELETED: ({ store }, { value: { decisionRequirementsKey } }) =>
      store.remove('requirements', { decisionRequirementsKey }),
  },
  DECISION: {
    CREATED: ({ store }, { value: { versionTag = null, ...value } }) => {
      store.put('decision', { ...value, versionTag })
      store.put('version', { kind: 'decision', id: value.decisionId, version: value.version })
    },
    DELETED: ({ store }, { value: { decisionKey } }) => store.remove('decision', { decisionKey }),
  },
  MESSAGE: {
    PUBLISHED: ({ store, seq }, { key, value: { name, correlationKey, messageId = null, deadline, variables } }) => {
      if (deadline === undefined) return
      const text = variables ? JSON.stringify(variables) : null
      const row = { messageKey: key, name, correlationKey, messageId, deadline, cause: seq, variables: text }
      store.put('message', { ...row, correlatedWith: '[]' })
    },
    EXPIRED: ({ store }, { key }) => store.remove('message', { messageKey: key }),
  },
  MESSAGE_SUBSCRIPTION: {
    CORRELATED: (shared, { value: { messageKey } }, { bpmnProcessId }) => {
      if (messageKey !== undefined) noteCorrelation(shared, messageKey, bpmnProcessId)
    },
  },
  JOB_BATCH: {
    ACTIVATED: ({ store, workspace }, { value: { jobKeys, worker, deadline } }) => {
      for (const jobKey of jobKeys) {
        const { processInstanceKey } = store.find('job', { jobKey })!
        workspace.markChanged(processInstanceKey)
        activateJob(workspace.find(processInstanceKey)!, jobKey, worker, deadline!)
      }
    },
  },
}

/** Changes what all instances share as a record says. */
export function applyShared(shared: SharedState, record: EngineRecord, segment: Segment): void {
  const appliers = sharedAppliers[record.valueType] as Record<string, SharedApplier<ValueType> | undefined> | undefined
  appliers?.[record.intent]?.(shared, record, segment)
}
