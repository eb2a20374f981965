import type { Database } from 'better-sqlite3'
import { createEngineStore } from '../../../db/engine-store.ts'
import type { ElementInstance, InstanceState } from '../../../server/engine/embedded/state/instance-state.ts'
import { Workspace } from '../../../server/engine/embedded/workspace.ts'

/** Where tokens may stand without anything that would wake them: they are woken from within. */
const SCOPES = new Set([
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'MULTI_INSTANCE_BODY',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
])

/** What belongs to an element instance; signal subscriptions have their own word for it. */
interface Owned {
  elementInstanceKey?: string
  catchEventInstanceKey?: string
}

/** Every running instance. */
export function statesIn(db: Database): InstanceState[] {
  const workspace = new Workspace(createEngineStore(db))
  const keys = db.prepare('select process_instance_key from engine_instance order by 1').pluck().all()
  return keys.map(key => workspace.find(String(key))!.state)
}

/** What is wrong with what the engine keeps while nothing is left to do; empty if nothing. */
export function violations(db: Database): string[] {
  const states = statesIn(db)
  return [...states.flatMap(state => ofInstance(state, states)), ...ofRows(db, states)]
}

function ofInstance(state: InstanceState, states: InstanceState[]): string[] {
  const about = (sentences: string[]) =>
    sentences.map(sentence => `${state.bpmnProcessId} ${state.processInstanceKey}: ${sentence}`)
  const { elements } = state
  return about([
    ...(state.steps.length > 0 ? [`${state.steps.length} steps are left to take`] : []),
    ...Object.entries(elements).flatMap(([key, element]) => ofElement(key, element, state)),
    ...ownersOf(state).flatMap(([what, key]) => (key in elements ? [] : [`${what} of ${key}, which is not alive`])),
    ...ofCalls(state, states),
  ])
}

function ofElement(key: string, element: ElementInstance, state: InstanceState): string[] {
  const { elementId, flowScopeKey, children } = element
  const isRoot = key === state.processInstanceKey
  const inside = Object.values(state.elements).filter(each => each.flowScopeKey === key).length
  return [
    ...(isRoot === (flowScopeKey === undefined) ? [] : [`${elementId} has ${isRoot ? 'a' : 'no'} scope around it`]),
    ...(flowScopeKey === undefined || flowScopeKey in state.elements
      ? []
      : [`${elementId} is alive in ${flowScopeKey}, which is not`]),
    ...(children === inside ? [] : [`${elementId} counts ${children} children, but has ${inside}`]),
    ...(isAwake(key, element, state) ? [] : [`${elementId} is ${element.state} and waits for nothing`]),
  ]
}

/** Whether something can still happen to it. */
function isAwake(key: string, element: ElementInstance, state: InstanceState): boolean {
  const { type, eventType, children } = element
  const isOf = (thing: Owned) => ownerOf(thing) === key
  const waits = [
    state.jobs,
    state.userTasks,
    state.timers,
    state.subscriptions,
    state.signalSubscriptions,
    state.conditions,
    state.incidents,
  ]
  if (waits.some(table => Object.values(table).some(isOf))) return true
  if (isCalling(element) || (SCOPES.has(type) && children > 0)) return true
  // A scope with a token at a join that may never fire stays; so does an ad-hoc sub-process until somebody acts.
  const waitsAtJoin = Object.keys(state.joins).some(place => place.startsWith(`${key}/`))
  return waitsAtJoin || type === 'AD_HOC_SUB_PROCESS' || eventType === 'COMPENSATION'
}

/** What it called has ended when it is about to. */
function isCalling({ calledInstanceKey, state }: ElementInstance): boolean {
  return calledInstanceKey !== undefined && state !== 'COMPLETING'
}

/** Everything that belongs to an element instance, with the key of that instance. */
function ownersOf(state: InstanceState): [what: string, key: string][] {
  const tables = {
    job: state.jobs,
    'user task': state.userTasks,
    timer: state.timers,
    subscription: state.subscriptions,
  }
  const others = {
    'signal subscription': state.signalSubscriptions,
    condition: state.conditions,
    incident: state.incidents,
  }
  return [
    ...Object.entries({ ...tables, ...others }).flatMap(([what, table]) =>
      Object.values(table as Record<string, Owned>).map(thing => [what, String(ownerOf(thing))] as [string, string]),
    ),
    ...Object.keys(state.variables).map(key => ['variables', key] as [string, string]),
    ...Object.keys(state.collections).map(key => ['a collection', key] as [string, string]),
    ...Object.keys(state.joins).map(place => ['tokens', place.split('/')[0]!] as [string, string]),
  ]
}

function ownerOf({ elementInstanceKey, catchEventInstanceKey }: Owned): string | undefined {
  return elementInstanceKey ?? catchEventInstanceKey
}

/** Who calls is there while what it called runs, and knows it. */
function ofCalls({ processInstanceKey, parent, elements }: InstanceState, states: InstanceState[]): string[] {
  const stateOf = (key: string) => states.find(each => each.processInstanceKey === key)
  const caller = parent && stateOf(parent.processInstanceKey)?.elements[parent.elementInstanceKey]
  return [
    ...(!parent || caller?.calledInstanceKey === processInstanceKey ? [] : ['its caller does not know it']),
    ...Object.values(elements)
      .filter(isCalling)
      .flatMap(({ elementId, calledInstanceKey }) =>
        stateOf(calledInstanceKey!) ? [] : [`${elementId} calls ${calledInstanceKey}, which has ended`],
      ),
  ]
}

/** The rows by which things are found name exactly what is there. */
function ofRows(db: Database, states: InstanceState[]): string[] {
  const tables: [table: string, key: string, of: keyof InstanceState][] = [
    ['engine_job', 'job_key', 'jobs'],
    ['engine_timer', 'timer_key', 'timers'],
    ['engine_subscription', 'subscription_key', 'subscriptions'],
    ['engine_signal', 'subscription_key', 'signalSubscriptions'],
    ['engine_owner', 'key', 'incidents'],
  ]
  return tables.flatMap(([table, key, of]) => {
    const rows = db.prepare(`select ${key} from ${table} order by 1`).pluck().all().map(String)
    const things = states
      .flatMap(state => Object.keys(state[of] as object))
      .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    return rows.join() === things.join() ? [] : [`${table} has ${rows.join()}, but there are ${things.join()}`]
  })
}
