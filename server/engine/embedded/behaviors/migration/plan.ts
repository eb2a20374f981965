import type { MigrationPlan } from '../../../protocol/commands.ts'
import type { CommandRejected } from '../../../protocol/errors.ts'
import type { BpmnElementType, Key } from '../../../protocol/records.ts'
import type { UserTaskDefinition } from '../../elements/user-task.ts'
import type { ExecutableNode, ExecutableProcess } from '../../executable-process.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import { innerInstanceId } from '../ad-hoc.ts'
import { checkEvents } from './events.ts'
import { checkJoins } from './joins.ts'
import { type Migration, type Move, refusal } from './migration.ts'

/** What the id of a scope inside an ad-hoc sub-process ends with. */
const INNER_INSTANCE = innerInstanceId('')

/** What can be active and carried over. */
const SUPPORTED: BpmnElementType[] = [
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'MULTI_INSTANCE_BODY',
  'CALL_ACTIVITY',
  'INTERMEDIATE_CATCH_EVENT',
  'SERVICE_TASK',
  'SEND_TASK',
  'RECEIVE_TASK',
  'USER_TASK',
  'SCRIPT_TASK',
  'BUSINESS_RULE_TASK',
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'PARALLEL_GATEWAY',
  'EVENT_BASED_GATEWAY',
]

/**
 * What becomes of each element instance when an instance goes over to another definition, scopes before what is in them. Changes nothing, so that it
 * can be asked of many instances before any is touched (ENGINE Y2).
 * @throws CommandRejected when the plan does not fit the instance
 */
export function planMigration(
  state: InstanceState,
  source: ExecutableProcess,
  target: ExecutableProcess,
  instructions: MigrationPlan['mappingInstructions'],
): Move[] {
  const mapping = readMapping(state, source, target, instructions)
  const migration = { state, source, target, mapping }
  const moves: Move[] = [{ key: state.processInstanceKey, from: source.root, to: target.root }]
  const inside = childrenByScope(state)
  for (const around of moves) for (const key of inside.get(around.key) ?? []) moves.push(moveOf(migration, key, around))
  checkEvents(migration, moves)
  checkJoins(migration)
  return moves
}

function readMapping(
  state: InstanceState,
  source: ExecutableProcess,
  target: ExecutableProcess,
  instructions: MigrationPlan['mappingInstructions'],
): ReadonlyMap<string, string> {
  const sources = instructions.map(({ sourceElementId }) => sourceElementId)
  const twice = [...new Set(sources.filter((id, index) => sources.indexOf(id) !== index))]
  if (twice.length > 0)
    throw refusal(
      state,
      `the mapping instructions contain duplicate source element ids '[${twice.join(', ')}]'.`,
      'INVALID_ARGUMENT',
    )
  for (const { sourceElementId, targetElementId } of instructions) {
    if (!knows(source, sourceElementId)) throw unknown(state, 'source', sourceElementId)
    if (!knows(target, targetElementId)) throw unknown(state, 'target', targetElementId)
  }
  return new Map(instructions.map(({ sourceElementId, targetElementId }) => [sourceElementId, targetElementId]))
}

function unknown(state: InstanceState, side: 'source' | 'target', id: string): CommandRejected {
  const what = `mapping instructions contain a non-existing ${side} element id '${id}'.`
  const rule = `Elements provided in mapping instructions must exist in the ${side} process definition.`
  return refusal(state, `${what} ${rule}`, 'INVALID_ARGUMENT')
}

/** Elements and sequence flows are mapped. */
function knows({ root, nodes }: ExecutableProcess, id: string): boolean {
  if (id === root.id || nodes.has(id)) return true
  return [...nodes.values()].some(({ outgoing }) => outgoing.some(flow => flow.id === id))
}

/** What is directly in each scope, oldest first. */
function childrenByScope({ elements }: InstanceState): ReadonlyMap<Key, Key[]> {
  const children = new Map<Key, Key[]>()
  for (const key of Object.keys(elements).sort()) {
    const { flowScopeKey } = elements[key]!
    if (flowScopeKey === undefined) continue
    const known = children.get(flowScopeKey)
    if (known) known.push(key)
    else children.set(flowScopeKey, [key])
  }
  return children
}

function moveOf(migration: Migration, key: Key, around: Move): Move {
  const { state, source } = migration
  const { elementId, type } = state.elements[key]!
  const outer = source.nodes.get(elementId)!
  const from = outer.inner && type !== outer.type ? outer.inner : outer
  if (!SUPPORTED.includes(from.type))
    throw refusal(
      state,
      `active element with id '${from.id}' has an unsupported type. The migration of a ${from.type} is not supported.`,
    )
  const to = targetOf(migration, from, from !== outer)
  checkKind(state, from, to)
  checkScope(state, from, to, around.to)
  return { key, from, to }
}

function targetOf(
  { state, target, mapping }: Migration,
  { id, type }: ExecutableNode,
  isInner: boolean,
): ExecutableNode {
  const isInAdHoc = type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
  const mapped = mapping.get(isInAdHoc ? id.replace(INNER_INSTANCE, '') : id)
  if (mapped === undefined)
    throw refusal(
      state,
      `no mapping instruction defined for active element with id '${id}'. Elements cannot be migrated without a mapping.`,
    )
  const node = target.nodes.get(isInAdHoc ? innerInstanceId(mapped) : mapped)
  if (!node)
    throw refusal(
      state,
      `active element with id '${id}' and type '${type}' is mapped to an element with id '${mapped}' and different type 'SEQUENCE_FLOW'. Elements must be mapped to elements of the same type.`,
    )
  return isInner ? (node.inner ?? node) : node
}

/** The same kind of element, done in the same way. */
function checkKind(state: InstanceState, from: ExecutableNode, to: ExecutableNode): void {
  const about = `active element with id '${from.id}'`
  if (from.type !== to.type)
    throw refusal(
      state,
      `${about} and type '${from.type}' is mapped to an element with id '${to.id}' and different type '${to.type}'. Elements must be mapped to elements of the same type.`,
    )
  if (from.eventType !== to.eventType)
    throw refusal(
      state,
      `${about} and event type '${from.eventType ?? 'NONE'}' is mapped to an element with id '${to.id}' and different event type '${to.eventType ?? 'NONE'}'. Elements must be mapped to elements of the same event type.`,
    )
  if (from.type === 'USER_TASK' && implementationOf(from) !== implementationOf(to))
    throw refusal(
      state,
      `active user task with id '${from.id}' and implementation '${implementationOf(from)}' is mapped to an user task with id '${to.id}' and different implementation '${implementationOf(to)}'. Elements must be mapped to elements of the same implementation.`,
    )
  if (from.type === 'MULTI_INSTANCE_BODY' && isSequential(from) !== isSequential(to))
    throw refusal(
      state,
      `${about} has a different loop characteristics than the target element with id '${to.id}'. Both elements must have either sequential or parallel loop characteristics.`,
    )
}

/** It stays in the scope it is in. */
function checkScope(state: InstanceState, from: ExecutableNode, to: ExecutableNode, around: ExecutableNode): void {
  if (around.type === 'MULTI_INSTANCE_BODY' || to.type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE') return
  const expected = around.id.replace(INNER_INSTANCE, '')
  if (to.scopeId === expected) return
  throw refusal(
    state,
    `the flow scope of active element with id '${from.id}' is changed. The flow scope of the active element is expected to be '${expected}' but was '${to.scopeId}'. The flow scope of an element cannot be changed during migration yet.`,
  )
}

function implementationOf({ definition }: ExecutableNode): string {
  return (definition as UserTaskDefinition).isNative ? 'zeebe user task' : 'job worker'
}

function isSequential({ definition }: ExecutableNode): boolean {
  return (definition as { isSequential: boolean }).isSequential
}
