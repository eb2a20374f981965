import type { EngineRecord, Segment, ValueType } from '../protocol/records.ts'
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

type SharedApplier<V extends ValueType> = (shared: SharedState, record: EngineRecord<V>, segment: Segment) => void
type SharedAppliers = { [V in ValueType]?: { [intent: string]: SharedApplier<V> } }

/** What records mean for that which no single instance owns: deployments, buffered messages, leases of jobs. */
const sharedAppliers: SharedAppliers = {
  PROCESS: {
    CREATED: ({ store }, { value }) => {
      const { bpmnProcessId, version, name = null, versionTag = null, resourceName, checksum } = value
      const { processDefinitionKey, deploymentKey } = value
      const names = { bpmnProcessId, version, name, versionTag, resourceName }
      store.put('process', { processDefinitionKey, ...names, checksum, deploymentKey })
    },
  },
  FORM: {
    CREATED: (
      { store },
      { value: { formKey, formId, version, versionTag = null, resourceName, checksum, deploymentKey } },
    ) => store.put('form', { formKey, formId, version, versionTag, resourceName, checksum, deploymentKey }),
  },
  DECISION_REQUIREMENTS: {
    CREATED: ({ store }, { value }) => {
      const { decisionRequirementsVersion: version, decisionRequirementsName, resourceName, checksum } = value
      const { decisionRequirementsKey, decisionRequirementsId, deploymentKey } = value
      const ids = { decisionRequirementsKey, decisionRequirementsId, decisionRequirementsName, version }
      store.put('requirements', { ...ids, resourceName, checksum, deploymentKey })
    },
  },
  DECISION: {
    CREATED: ({ store }, { value: { versionTag = null, ...value } }) => store.put('decision', { ...value, versionTag }),
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
    CORRELATED: ({ store }, { value }, segment) => {
      const row = value.messageKey === undefined ? undefined : store.find('message', { messageKey: value.messageKey })
      if (!row) return
      const correlated = JSON.parse(row.correlatedWith) as string[]
      store.put('message', { ...row, correlatedWith: JSON.stringify([...correlated, segment.bpmnProcessId]) })
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
