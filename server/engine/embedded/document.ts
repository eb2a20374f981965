import { emptyInstance, emptyTable, type InstanceState, STATE_SCHEMA } from './state/instance-state.ts'

/** A value whose JSON is longer lies in a row of its own. */
export const LARGE_VALUE = 4096

const TABLES = ['elements', 'joins', 'userTasks', 'jobs', 'timers', 'subscriptions', 'incidents'] as const

/**
 * The saved form of a state: one JSON text, tables sorted by key and left out when empty, so that the same state is the same text however it came about.
 * Large variables are named, their values lie beside.
 */
export function writeDocument(state: InstanceState, large: ReadonlySet<string>): string {
  const { schema, processInstanceKey, processDefinitionKey, bpmnProcessId, version, taken, steps } = state
  const document: Record<string, unknown> = { schema, processInstanceKey, processDefinitionKey, bpmnProcessId, version }
  if (taken > 0) document.taken = taken
  if (steps.length > 0) document.steps = steps
  for (const table of TABLES) {
    const sorted = sortedTable(state[table])
    if (sorted) document[table] = sorted
  }
  const scopes: Record<string, unknown> = {}
  for (const scopeKey of Object.keys(state.variables).sort()) scopes[scopeKey] = scopeOf(state, scopeKey, large)
  document.variables = scopes
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

function scopeOf(state: InstanceState, scopeKey: string, large: ReadonlySet<string>): Record<string, unknown> {
  const scope = state.variables[scopeKey]!
  const sorted: Record<string, unknown> = emptyTable()
  for (const name of Object.keys(scope).sort()) {
    const { key, value } = scope[name]!
    sorted[name] = large.has(`${scopeKey}/${name}`) ? { key, isLarge: true } : { key, value }
  }
  return sorted
}

function sortedTable(table: Record<string, unknown>): Record<string, unknown> | undefined {
  const keys = Object.keys(table)
  if (keys.length === 0) return undefined
  if (keys.length === 1) return table
  return Object.fromEntries(keys.sort().map(key => [key, table[key]]))
}
