import type { Key } from '../protocol/records.ts'
import { LargeValues } from './large-values.ts'
import { Branches, TRUNK } from './state/branches.ts'
import { emptyInstance, emptyTable, type InstanceState, STATE_SCHEMA } from './state/instance-state.ts'
import { OWNED_TABLES, type OwnedTable, ownerOf } from './state/owners.ts'
import type { EngineStore } from './store.ts'

/** What most instances do not have. */
const OPTIONAL = ['hold', 'parent', 'businessId', 'startLock', 'terminateAfter'] as const

/** Variables are written apart: large ones are only named. */
const TABLES = OWNED_TABLES.filter((name): name is Exclude<OwnedTable, 'variables'> => name !== 'variables')

type Tables = Partial<Pick<InstanceState, OwnedTable>>
type Always = 'schema' | 'processInstanceKey' | 'processDefinitionKey' | 'bpmnProcessId' | 'version'
type Written = Always | 'taken' | 'steps' | (typeof OPTIONAL)[number] | OwnedTable
/** Nothing of a state may be missing from the two lists: it would be lost in a restart. */
const NOTHING_IS_FORGOTTEN: [Exclude<keyof InstanceState, Written>] extends [never] ? true : never = true
void NOTHING_IS_FORGOTTEN

/**
 * The saved form of a state: one JSON text, empty tables left out, members in the order in which they came about.
 * Large variables are named, their values lie beside; so do the branches of wide scopes.
 */
export function writeDocument(state: InstanceState, large: LargeValues, branches?: Branches): string {
  const { schema, processInstanceKey, processDefinitionKey, bpmnProcessId, version, taken, steps } = state
  const document: Record<string, unknown> = { schema, processInstanceKey, processDefinitionKey, bpmnProcessId, version }
  if (taken > 0) document.taken = taken
  if (steps.length > 0) document.steps = steps
  for (const name of OPTIONAL) if (state[name] !== undefined) document[name] = state[name]
  if (branches?.hasAny()) document.isDivided = true
  writeTables(document, branches ? branches.contentOf(TRUNK) : state, large)
  return JSON.stringify(document)
}

/** The saved form of one branch; undefined when nothing is left of it. */
export function writeBranch(branches: Branches, branch: string, large: LargeValues): string | undefined {
  const content = branches.contentOf(branch)
  if (isEmpty(content)) return undefined
  const document = {}
  writeTables(document, content, large)
  return JSON.stringify(document)
}

function writeTables(document: Record<string, unknown>, tables: Tables, large: LargeValues): void {
  for (const name of TABLES) if (tables[name] && !isEmpty(tables[name])) document[name] = tables[name]
  const variables = tables.variables ?? {}
  document.variables = large.isEmpty ? variables : withoutLarge(variables, large)
}

/** What of a saved state lies beside its document. */
export interface Beside {
  values(): { scopeKey: string; name: string; value: string }[]
  branches(): { branch: string; document: string }[]
}

/** The rows of an instance beside its document. */
export function besideOf(store: EngineStore, processInstanceKey: Key): Beside {
  return {
    values: () => store.valuesOf(processInstanceKey),
    branches: () => store.branchesOf(processInstanceKey),
  }
}

/** A state as it was read. */
export interface ReadState {
  state: InstanceState
  large: LargeValues
  branches?: Branches
}

/** Reads a saved state. @throws Error when the document is of another schema. */
export function readDocument(text: string, beside: Beside): ReadState {
  const { isDivided, ...document } = JSON.parse(text) as InstanceState & { isDivided?: true }
  if (document.schema !== STATE_SCHEMA)
    throw new Error(`Expected a state document of schema ${STATE_SCHEMA}, but found ${String(document.schema)}`)
  const state: InstanceState = { ...emptyInstance(document), ...document }
  for (const name of OWNED_TABLES)
    if (document[name]) Object.assign(state, { [name]: emptyTable<unknown>(document[name]) })
  const rows = isDivided ? beside.branches() : []
  const places = readBranches(state, rows)
  for (const [scopeKey, scope] of Object.entries(state.variables)) state.variables[scopeKey] = emptyTable(scope)
  const large = new LargeValues()
  const hasLarge = [text, ...rows.map(({ document }) => document)].some(each => each.includes('"isLarge":true'))
  for (const { scopeKey, name, value } of hasLarge ? beside.values() : []) {
    const { key } = state.variables[scopeKey]![name]!
    state.variables[scopeKey]![name] = { key, value: JSON.parse(value) }
    large.add(scopeKey, name)
  }
  if (!isDivided) return { state, large }
  const branches = new Branches(state, places)
  branches.changed.clear()
  return { state, large, branches }
}

/** Puts the branches back into the state; answers which of them what belongs to an element instance came from. */
function readBranches(state: InstanceState, rows: { branch: string; document: string }[]): (readonly [Key, string])[] {
  const places: (readonly [Key, string])[] = []
  for (const { branch, document } of rows)
    for (const [name, table] of Object.entries(JSON.parse(document) as Record<OwnedTable, Record<string, unknown>>)) {
      Object.assign(state[name as OwnedTable], table)
      if (name === 'collections') continue
      for (const [key, value] of Object.entries(table))
        places.push([ownerOf(name as OwnedTable, key, value) ?? key, branch])
    }
  return places
}

function withoutLarge(variables: InstanceState['variables'], large: LargeValues): Record<string, unknown> {
  const scopes: Record<string, unknown> = {}
  for (const [scopeKey, scope] of Object.entries(variables)) {
    const named: Record<string, unknown> = emptyTable()
    for (const [name, variable] of Object.entries(scope))
      named[name] = large.has(scopeKey, name) ? { key: variable.key, isLarge: true } : variable
    scopes[scopeKey] = named
  }
  return scopes
}

function isEmpty(table: object): boolean {
  for (const _ in table) return false
  return true
}
