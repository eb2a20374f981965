import type { EngineRecord, Key } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import type { Draft } from './draft.ts'
import type { ElementInstance, LifecycleState } from './instance-state.ts'

type ElementRecord = EngineRecord<'PROCESS_INSTANCE'>

/** Element instances that are alive, the tokens that wait at joins, and what happened but was not yet used. */
export const elementAppliers: Appliers<'PROCESS_INSTANCE'> = {
  ELEMENT_ACTIVATING: create,
  ELEMENT_ACTIVATED: moveTo('ACTIVATED'),
  ELEMENT_COMPLETING: moveTo('COMPLETING'),
  ELEMENT_TERMINATING: moveTo('TERMINATING'),
  ELEMENT_COMPLETED: (draft, record) => {
    if (record.value.bpmnEventType === 'TERMINATE') interrupt(draft, record.value.flowScopeKey!, record.value.elementId)
    end(draft, record)
  },
  ELEMENT_TERMINATED: end,
  SEQUENCE_FLOW_TAKEN: (draft, { value }) => {
    if (value.waitsAt !== undefined) count(draft, `${value.flowScopeKey}/${value.waitsAt}`, value.elementId)
  },
}

/** What happened to a scope is kept until it is used. */
export const processEventAppliers: Appliers<'PROCESS_EVENT'> = {
  TRIGGERING: (draft, { value: { scopeKey, targetElementId, variables, interrupting } }) => {
    const event = { elementId: targetElementId, ...(variables && { variables }) }
    change(draft, scopeKey, { event, ...(interrupting && { interruptedBy: targetElementId }) })
  },
  TRIGGERED: (draft, { value }) => {
    const { event: _used, ...rest } = draft.state.elements[value.scopeKey]!
    draft.set(draft.state.elements, value.scopeKey, rest)
  },
}

/** A run that was longer than one act may be. */
export const runAppliers: Appliers<'RUN'> = {
  PAUSED: (draft, { value }) =>
    draft.assign({ taken: value.taken, steps: value.steps as unknown as Draft['state']['steps'] }),
  RESUMED: (draft, { value }) => draft.assign({ taken: value.taken, steps: [] }),
}

/** Replaces parts of an element instance; a result arrives, for example. */
export function change(draft: Draft, key: Key, changes: Partial<ElementInstance>): void {
  draft.set(draft.state.elements, key, { ...draft.state.elements[key]!, ...changes })
}

function create(draft: Draft, { key, value }: ElementRecord): void {
  const { elementId, bpmnElementType, bpmnEventType, flowScopeKey } = value
  draft.set(draft.state.elements, key, {
    elementId,
    type: bpmnElementType,
    ...(bpmnEventType !== undefined && { eventType: bpmnEventType }),
    state: 'ACTIVATING',
    ...(flowScopeKey !== undefined && { flowScopeKey }),
    children: 0,
  })
  if (flowScopeKey === undefined) return
  change(draft, flowScopeKey, { children: draft.state.elements[flowScopeKey]!.children + 1 })
  useTokens(draft, `${flowScopeKey}/${elementId}`)
}

function moveTo(state: LifecycleState) {
  return (draft: Draft, { key }: ElementRecord) => {
    const { elements } = draft.state
    draft.set(elements, key, { ...elements[key]!, state })
  }
}

function end(draft: Draft, { key }: ElementRecord): void {
  const { elements, variables, joins } = draft.state
  const { flowScopeKey } = elements[key]!
  draft.remove(elements, key)
  draft.remove(variables, key)
  for (const join of Object.keys(joins)) if (join.startsWith(`${key}/`)) draft.remove(joins, join)
  if (flowScopeKey !== undefined) change(draft, flowScopeKey, { children: elements[flowScopeKey]!.children - 1 })
}

function interrupt(draft: Draft, scopeKey: Key, elementId: string): void {
  change(draft, scopeKey, { interruptedBy: elementId })
}

function count(draft: Draft, join: string, flowId: string): void {
  const taken = draft.state.joins[join] ?? {}
  draft.set(draft.state.joins, join, { ...taken, [flowId]: (taken[flowId] ?? 0) + 1 })
}

/** A join that fires uses one token of each flow; what is left waits for the next round. */
function useTokens(draft: Draft, join: string): void {
  const taken = draft.state.joins[join]
  if (!taken) return
  const left = Object.entries(taken).filter(([, times]) => times > 1)
  if (left.length === 0) draft.remove(draft.state.joins, join)
  else draft.set(draft.state.joins, join, Object.fromEntries(left.map(([flow, times]) => [flow, times - 1])))
}
