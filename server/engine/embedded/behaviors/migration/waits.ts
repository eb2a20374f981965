import { Failure } from '../../../protocol/errors.ts'
import type { Key } from '../../../protocol/records.ts'
import type { Execution } from '../../execution.ts'
import { toldElementId } from '../../state/jobs.ts'
import { subscribe, unsubscribe } from '../event-subscriptions.ts'
import { awaitedEvents } from './events.ts'
import { type Migration, type Move, refusal } from './migration.ts'

/** Carries over what an element instance has and waits for: work, incidents, variables, events. @throws CommandRejected */
export function migrateWaits(execution: Execution, migration: Migration, move: Move): void {
  const { key, to } = move
  migrateWork(execution, key, to.id)
  for (const [name, variable] of Object.entries(execution.state.variables[key] ?? {})) {
    const value = { name, value: variable.value, scopeKey: key }
    execution.emit({ valueType: 'VARIABLE', intent: 'MIGRATED', key: variable.key, value })
  }
  migrateEvents(execution, migration, move)
}

/** Jobs, their incidents and those of the element, its user task. */
function migrateWork(execution: Execution, elementInstanceKey: Key, elementId: string): void {
  const { jobs, incidents } = execution.state
  for (const key of execution.ownedBy('jobs', elementInstanceKey)) {
    const job = jobs[key]!
    const { type, retries } = job
    const value = { type, elementId: toldElementId({ ...job, elementId }), elementInstanceKey, retries }
    execution.emit({ valueType: 'JOB', intent: 'MIGRATED', key, value })
  }
  for (const key of execution.ownedBy('incidents', elementInstanceKey)) {
    const value = { ...incidents[key]!, elementId }
    execution.emit({ valueType: 'INCIDENT', intent: 'MIGRATED', key, value })
  }
  for (const key of execution.ownedBy('userTasks', elementInstanceKey))
    execution.emit({ valueType: 'USER_TASK', intent: 'MIGRATED', key, value: { elementId, elementInstanceKey } })
}

/** What is not mapped is waited for no more, what is new is waited for now, what is mapped as before. */
function migrateEvents(execution: Execution, migration: Migration, { key, from, to }: Move): void {
  const { mapping, source, target } = migration
  const own = to.event && from.event ? [[from.id, to.id] as const] : []
  const kept = new Map([
    ...own,
    ...awaitedEvents(source, from).flatMap(({ id }) => (mapping.has(id) ? [[id, mapping.get(id)!] as const] : [])),
  ])
  const names = namesOf(execution, key)
  unsubscribe(execution, key, id => !kept.has(id))
  const instance = execution.element(key)
  const opened = [...kept.values()]
  const added = awaitedEvents(target, to).filter(({ id }) => !opened.includes(id))
  if (instance.state !== 'ACTIVATING' && instance.state !== 'TERMINATING' && instance.interruptedBy === undefined)
    addEvents(execution, migration, { key, from, to }, added, names)
  keepEvents(execution, key, kept)
}

function addEvents(
  execution: Execution,
  { state }: Migration,
  { key, from, to }: Move,
  events: Move['to'][],
  names: ReadonlySet<string>,
): void {
  const { flowScopeKey = key } = execution.element(key)
  try {
    for (const isBoundary of [true, false]) {
      const some = events.filter(({ attachedToId }) => (attachedToId !== undefined) === isBoundary)
      if (some.length > 0) subscribe(execution, some, key, isBoundary ? flowScopeKey : key)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw refusal(
      state,
      `active element with id '${from.id}' is mapped to element with id '${to.id}' that must be subscribed to a catch event. ${error.message}`,
    )
  }
  refuseSameMessage(execution, { key, from, to }, events, names)
}

/** The old subscription to a message may still be on its way out when the new one arrives: Zeebe refuses, so that no plan fits only one of us. */
function refuseSameMessage(
  execution: Execution,
  { key, from }: Move,
  events: Move['to'][],
  names: ReadonlySet<string>,
): void {
  const again = execution
    .ownedBy('subscriptions', key)
    .map(subscription => execution.state.subscriptions[subscription]!)
    .find(({ elementId, messageName }) => names.has(messageName) && events.some(({ id }) => id === elementId))
  if (!again) return
  throw refusal(
    execution.state,
    `active element with id '${from.id}' attempts to subscribe to a message it is already subscribed to with name '${again.messageName}'. Migrating active elements that subscribe to a message they are already subscribed to is not possible yet. Please provide a mapping instruction to message catch event with id '${again.elementId}' to migrate the respective message subscription.`,
  )
}

function namesOf(execution: Execution, key: Key): Set<string> {
  return new Set(execution.ownedBy('subscriptions', key).map(own => execution.state.subscriptions[own]!.messageName))
}

function keepEvents(execution: Execution, elementInstanceKey: Key, kept: ReadonlyMap<string, string>): void {
  const { state, process } = execution
  for (const key of execution.ownedBy('subscriptions', elementInstanceKey)) {
    const subscription = state.subscriptions[key]!
    const elementId = kept.get(subscription.elementId)
    if (elementId === undefined) continue
    const value = { ...subscription, elementId, interrupting: process.nodes.get(elementId)!.isInterrupting }
    execution.emit({ valueType: 'MESSAGE_SUBSCRIPTION', intent: 'MIGRATED', key, value })
  }
  for (const key of execution.ownedBy('timers', elementInstanceKey)) {
    const { cause: _, ...timer } = state.timers[key]!
    const targetElementId = kept.get(timer.targetElementId)
    if (targetElementId !== undefined)
      execution.emit({ valueType: 'TIMER', intent: 'MIGRATED', key, value: { ...timer, targetElementId } })
  }
  for (const key of execution.ownedBy('signalSubscriptions', elementInstanceKey)) {
    const subscription = state.signalSubscriptions[key]!
    const catchEventId = kept.get(subscription.catchEventId)
    if (catchEventId === undefined) continue
    const value = { ...subscription, catchEventId }
    execution.emit({ valueType: 'SIGNAL_SUBSCRIPTION', intent: 'MIGRATED', key, value })
  }
  for (const key of execution.ownedBy('conditions', elementInstanceKey)) {
    const condition = state.conditions[key]!
    const elementId = kept.get(condition.elementId)
    if (elementId !== undefined)
      execution.emit({
        valueType: 'CONDITION_SUBSCRIPTION',
        intent: 'MIGRATED',
        key,
        value: { ...condition, elementId },
      })
  }
}
