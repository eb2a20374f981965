import type { EngineRecord, Key } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import { WIDE } from './branches.ts'
import type { Draft } from './draft.ts'
import type { ElementInstance, LifecycleState } from './instance-state.ts'
import { migrate } from './migrations.ts'

type ElementRecord = EngineRecord<'PROCESS_INSTANCE'>

/** Element instances that are alive, the tokens that wait at joins, and what happened but was not yet used. */
export const elementAppliers: Appliers<'PROCESS_INSTANCE'> = {
  ELEMENT_ACTIVATING: create,
  ELEMENT_ACTIVATED: (draft, record) => {
    moveTo('ACTIVATED')(draft, record)
    const { calledInstanceKey } = record.value
    if (calledInstanceKey !== undefined) change(draft, record.key, { calledInstanceKey })
  },
  ELEMENT_COMPLETING: (draft, record) => {
    moveTo('COMPLETING')(draft, record)
    countInBody(draft, record, 'completed')
  },
  ELEMENT_TERMINATING: (draft, record) => {
    moveTo('TERMINATING')(draft, record)
    countInBody(draft, record, 'terminated')
  },
  ELEMENT_COMPLETED: (draft, record) => {
    if (record.value.bpmnEventType === 'TERMINATE') interrupt(draft, record.value.flowScopeKey!, record.value.elementId)
    end(draft, record)
  },
  ELEMENT_TERMINATED: end,
  ELEMENT_MIGRATED: migrate,
  SEQUENCE_FLOW_TAKEN: (draft, { value }) => {
    if (value.waitsAt !== undefined) count(draft, `${value.flowScopeKey}/${value.waitsAt}`, value.elementId)
  },
}

/** What happened to a scope is kept until it is used. */
export const processEventAppliers: Appliers<'PROCESS_EVENT'> = {
  TRIGGERING: (draft, { value: { scopeKey, targetElementId, variables, interrupting, startCorrelationKey } }) => {
    if (startCorrelationKey !== undefined)
      draft.assign({ startLock: { bpmnProcessId: draft.state.bpmnProcessId, correlationKey: startCorrelationKey } })
    const event = { elementId: targetElementId, ...(variables && { variables }) }
    change(draft, scopeKey, { event, ...(interrupting && { interruptedBy: targetElementId }) })
  },
  TRIGGERED: (draft, { value }) => {
    const { event: _used, ...rest } = draft.state.elements[value.scopeKey]!
    draft.set(draft.state.elements, value.scopeKey, rest)
  },
}

/** The items of a multi-instance body. */
export const multiInstanceAppliers: Appliers<'MULTI_INSTANCE'> = {
  INPUT_COLLECTION_EVALUATED: (draft, { key, value: { inputCollection } }) => {
    draft.set(draft.state.collections, key, inputCollection)
    if (inputCollection.length > WIDE) widen(draft, key)
  },
}

/** What a worker said of an ad-hoc sub-process. */
export const adHocAppliers: Appliers<'AD_HOC_SUB_PROCESS_INSTRUCTION'> = {
  COMPLETED: (draft, { key }) => change(draft, key, { isFulfilled: true }),
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
  if (flowScopeKey === undefined) {
    noteCaller(draft, value)
    return
  }
  const scope = draft.state.elements[flowScopeKey]!
  const children = scope.children + 1
  if (scope.type === 'MULTI_INSTANCE_BODY') number(draft, key, flowScopeKey, children)
  else change(draft, flowScopeKey, { children })
  if (children > WIDE && !scope.isWide) widen(draft, flowScopeKey)
  useTokens(draft, `${flowScopeKey}/${elementId}`)
}

/** Of a process that was called: by whom, and how the business names the case. */
function noteCaller(draft: Draft, value: ElementRecord['value']): void {
  const {
    parentProcessInstanceKey: processInstanceKey,
    parentElementInstanceKey: elementInstanceKey,
    businessId,
  } = value
  if (processInstanceKey === undefined || elementInstanceKey === undefined) return
  draft.assign({ parent: { processInstanceKey, elementInstanceKey }, ...(businessId !== undefined && { businessId }) })
}

function moveTo(state: LifecycleState) {
  return (draft: Draft, { key }: ElementRecord) => {
    const { elements } = draft.state
    draft.set(elements, key, { ...elements[key]!, state })
  }
}

/** An inner instance gets its number. */
function number(draft: Draft, key: Key, bodyKey: Key, children: number): void {
  const loopCounter = (draft.state.elements[bodyKey]!.loopCounter ?? 0) + 1
  change(draft, bodyKey, { children, loopCounter })
  change(draft, key, { loopCounter })
}

/** From here on each child of the scope is saved by itself. */
function widen(draft: Draft, key: Key): void {
  change(draft, key, { isWide: true })
  draft.divide()
}

function countInBody(draft: Draft, { value: { flowScopeKey } }: ElementRecord, how: 'completed' | 'terminated'): void {
  const body = flowScopeKey === undefined ? undefined : draft.state.elements[flowScopeKey]
  if (body?.type === 'MULTI_INSTANCE_BODY') change(draft, flowScopeKey!, { [how]: (body[how] ?? 0) + 1 })
}

function end(draft: Draft, { key }: ElementRecord): void {
  const { elements, variables, joins, collections } = draft.state
  const { flowScopeKey, children } = elements[key]!
  if (children > 0) dropInside(draft, key)
  draft.remove(elements, key)
  draft.remove(variables, key)
  draft.remove(collections, key)
  for (const join of draft.ownedBy('joins', key)) draft.remove(joins, join)
  if (flowScopeKey !== undefined) change(draft, flowScopeKey, { children: elements[flowScopeKey]!.children - 1 })
}

/**
 * What is alive inside a scope that has completed is gone with it. Only a multi-instance body completes like this: when it has had enough
 * while inner instances are still to begin (see elements/multi-instance-body.ts).
 */
function dropInside(draft: Draft, scopeKey: Key): void {
  const { elements, variables, collections } = draft.state
  for (const key of draft.childrenOf(scopeKey)) {
    dropInside(draft, key)
    for (const table of [elements, variables, collections]) draft.remove(table, key)
  }
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
