import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, Key, Variables } from '../../../server/engine/index.ts'

/** A recorded scenario: what was done to a real Zeebe, and what it answered. The format is explained in this folder's README. */
export interface Scenario {
  name: string
  folder: string
  steps: Step[]
  trace: Trace
}

/** Picks one job, task, incident or element instance among those created so far. */
export interface Selector {
  type?: string
  elementId?: string
  /** The nth ever created, open or not. */
  nth?: number
  /** The open one at index `pick mod count`, oldest first. */
  pick?: number
  /** Literally this key. */
  key?: Key
  /** The nth process instance ever created. */
  instance?: number
}

/** What a modification begins: an element, in which scope, with what data. */
export interface Activation {
  elementId: string
  ancestor?: Selector
  variables?: { scopeId?: string; variables: Variables }[]
}

export interface Step extends Selector {
  do: string
  resources?: (string | { file: string; as: string })[]
  processId?: string
  version?: number
  variables?: Variables
  worker?: string
  timeout?: string | number
  max?: number
  fetchVariables?: string[]
  retries?: number
  backoff?: string | number
  message?: string
  code?: string
  name?: string
  correlationKey?: string
  ttl?: string | number
  messageId?: string
  duration?: string | number
  local?: boolean
  assignee?: string
  action?: string
  changes?: Record<string, Json>
  decisionId?: string
  start?: string[]
  terminateAfter?: string[]
  result?: Record<string, Json>
  activate?: (string | Activation)[]
  terminate?: Selector[]
  mappings?: [string, string][]
  cancelRemainingInstances?: boolean
}

export interface Rejection {
  type: string
  reason: string
}

export interface TraceStep {
  step: number
  do: string
  rejection?: Rejection
  noTarget?: boolean
}

export type TraceRecord = {
  step: number
  valueType: string
  intent: string
  key: string
} & Record<string, Json>

export interface Final {
  instances: {
    key: string
    processId: string
    version: number
    state: string
    variables: Variables
  }[]
  elements: string[]
  jobs: string[]
  userTasks: string[]
  timers: string[]
  messageSubscriptions: string[]
  signalSubscriptions: string[]
  incidents: string[]
}

export interface Trace {
  steps: TraceStep[]
  records: TraceRecord[]
  final: Final
}

/** Reads every scenario below a folder, however deep, in the order of their paths. */
export function readScenarios(root: string): Scenario[] {
  if (existsSync(join(root, 'scenario.json'))) return [readScenario(root)]
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap(name => readScenarios(join(root, name)))
}

function readScenario(folder: string): Scenario {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const { name, steps } = read('scenario.json') as Pick<Scenario, 'name' | 'steps'>
  return { name, folder, steps, trace: read('trace.json') as Trace }
}
