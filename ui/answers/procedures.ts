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
  /** What the start form asks for of everybody. */
  startNeeds: { label: string; isFile: boolean }[]
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
