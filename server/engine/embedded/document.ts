import { emptyInstance, emptyTable, type InstanceState, STATE_SCHEMA } from './state/instance-state.ts'

/** A value whose JSON is longer lies in a row of its own. */
export const LARGE_VALUE = 4096

/** What most instances do not have. */
const OPTIONAL = ['hold', 'parent', 'businessId', 'startLock', 'terminateAfter', 'awaitedVariables'] as const

const TABLES = [
  'elements',
  'joins',
  'collections',
  'userTasks',
  'jobs',
  'timers',
  'subscriptions',
  'signalSubscriptions',
  'compensations',
  'conditions',
  'incidents',
] as const

type Always = 'schema' | 'processInstanceKey' | 'processDefinitionKey' | 'bpmnProcessId' | 'version'
type Written = Always | 'taken' | 'steps' | 'variables' | (typeof OPTIONAL)[number] | (typeof TABLES)[number]
/** Nothing of a state may be missing from the two lists: it would be lost in a restart. */
const NOTHING_IS_FORGOTTEN: [Exclude<keyof InstanceState, Written>] extends [never] ? true : never = true
void NOTHING_IS_FORGOTTEN

/**
 * The saved form of a state: one JSON text, empty tables left out, members in the order in which they came about.
 * Large variables are named, their values lie beside.
 */
export function writeDocument(state: InstanceState, large: ReadonlySet<string>): string {
  const { schema, processInstanceKey, processDefinitionKey, bpmnProcessId, version, taken, steps } = state
  const document: Record<string, unknown> = { schema, processInstanceKey, processDefinitionKey, bpmnProcessId, version }
  if (taken > 0) document.taken = taken
  if (steps.length > 0) document.steps = steps
  for (const name of OPTIONAL) if (state[name] !== undefined) document[name] = state[name]
  for (const name of TABLES) if (!isEmpty(state[name])) document[name] = state[name]
  document.variables = large.size === 0 ? state.variables : withoutLarge(state.variables, large)
  return JSON.stringify(document)
}

/** Reads a saved state. `values` are the large ones. @throws Error when the document is of another schema. */
export function readDocument(
  text: string,
  valuesOf: () => { scopeKey: string; name: string; value: string }[],
): { state: InstanceState; large: Set<string> } {
  const document = JSON.parse(text) as InstanceState & { variables: Record<string, Record<string, { isLarge?: true }>> }
  if (document.schema !== STATE_SCHEMA)
    throw new Error(`Expected a state document of schema ${STATE_SCHEMA}, but found ${String(document.schema)}`)
  const state: InstanceState = { ...emptyInstance(document), ...document }
  for (const [scopeKey, scope] of Object.entries(state.variables)) state.variables[scopeKey] = emptyTable(scope)
  const large = new Set<string>()
  if (!text.includes('"isLarge":true')) return { state, large }
  for (const { scopeKey, name, value } of valuesOf()) {
    const { key } = state.variables[scopeKey]![name]!
    state.variables[scopeKey]![name] = { key, value: JSON.parse(value) }
    large.add(`${scopeKey}/${name}`)
  }
  return { state, large }
}

function withoutLarge(variables: InstanceState['variables'], large: ReadonlySet<string>): Record<string, unknown> {
  const scopes: Record<string, unknown> = {}
  for (const [scopeKey, scope] of Object.entries(variables)) {
    const named: Record<string, unknown> = emptyTable()
    for (const [name, variable] of Object.entries(scope))
      named[name] = large.has(`${scopeKey}/${name}`) ? { key: variable.key, isLarge: true } : variable
    scopes[scopeKey] = named
  }
  return scopes
}

function isEmpty(table: object): boolean {
  for (const _ in table) return false
  return true
}
