import type { Json } from '../../server/engine/index.ts'

/** What the page of an instance offers to ask. */
export interface OfferedRequest {
  id: string
  permitted: boolean
}

/** An instance as its page shows it. */
export interface InstanceView {
  state: string
  elements: { elementId: string; type: string; state: 'went' | 'now' }[]
  flows: string[]
  openTasks: { elementId: string; userTaskKey: string }[]
  incidents: { errorMessage: string }[]
  limits: { key: string; lastDay: string }[]
  variables: { name: string; value: Json; scope: string }[]
}
