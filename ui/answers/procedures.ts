import type { Form } from '../../server/forms/index.ts'
import type { Variables, Verdict } from './envelope.ts'

/** A published diagram. */
export interface ProcessDefinition {
  processDefinitionKey: string
  processDefinitionId: string
  name: string
  version: number
  versions: number
  resourceName: string
  deploymentDate: string
  startable: Verdict
  startRoles: string[]
  startRoleNames: string[]
  /** `case`: offered on the page of a case. */
  startFrom: string | null
  runningInstances: number
  incidents: number
  /** Taken out of use: nothing new begins with it. */
  retired: { by: { id: string; name: string }; reason: string; at: string } | null
}

/** A published diagram with what starting it needs. */
export interface DefinitionDetail extends ProcessDefinition {
  userTasks: { id: string; name: string; kind: string | null; role: string | null }[]
  startForm: Form | null
  /** What the start form opens with. */
  startValues: Variables
}

/** What the rules find wrong with a bundle before it is published. */
export interface BundleProblem {
  rule: string
  severity: 'error' | 'warning' | 'hint'
  file: string
  elementId: string
  message: string
  why: string
  mend: string
  law?: string
  /** Ids of elements, in the order in which they are passed until it goes wrong. */
  way?: string[]
}

/** What a deployment published. */
export interface Deployment {
  deploymentKey: string
  deployments: {
    processDefinition?: {
      processDefinitionId: string
      processDefinitionVersion?: number | undefined
      version?: number | undefined
      name?: string | undefined
    }
    form?: { formId: string; version?: number } | undefined
    decisionRequirements?: { decisionRequirementsId?: string; version?: number } | undefined
    decisionDefinition?: { decisionDefinitionId?: string; version?: number } | undefined
  }[]
}
