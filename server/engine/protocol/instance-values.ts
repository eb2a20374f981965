import type { Json, Key, Variables } from './scalars.ts'

/** What records say of a process instance as a whole. */

export interface ProcessInstanceCreationValue {
  bpmnProcessId: string
  version: number
  variables: Variables
  startInstructions?: { elementId: string }[]
  runtimeInstructions?: { afterElementId: string }[]
  /** A name of the business's own for the instance. */
  businessId?: string
}

export interface ModificationValue {
  processInstanceKey: Key
  activateInstructions: Json[]
  terminateInstructions: Json[]
}

export interface MigrationValue {
  processInstanceKey: Key
  /** What it was before is what its earlier records say. */
  targetProcessDefinitionKey: Key
  mappingInstructions: { sourceElementId: string; targetElementId: string }[]
}

/** Ours: an operator stopped the instance, or let it go on. Its timers stand still meanwhile. */
export interface SuspensionValue {
  reason?: string
}

/** Ours: an ended instance was removed from state and projections. Its entries stay. */
export interface InstanceDeletionValue {
  processInstanceKey: Key
}

/** Ours: we were wrong while working on the instance; it is left alone until an operator cancels it. */
export interface BanValue {
  reason: string
}

/** The instance ends because an element completed after which it was to end. */
export interface RuntimeInstructionValue {
  elementId: string
}
