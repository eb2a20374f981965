import { type FlowNode, returnPoints, type SequenceFlow, type TaskAction } from '../bpmn/index.ts'
import { OFFICE_ZONE } from '../clock/office-clock.ts'
import type { Variables } from '../engine/index.ts'
import { compileExpression } from '../feel/index.ts'
import { roleName } from '../identity/roles.ts'
import { policyWords } from '../policies/index.ts'
import type { Diagram } from './diagrams.ts'
import type { Language } from './language.ts'
import type { NextJson } from './schemas/user-task.ts'

/** Elements that may change the variables gateways read; behind them only the diagram tells, not the values of today. */
const WRITERS = new Set(['bpmn:ScriptTask', 'bpmn:BusinessRuleTask', 'bpmn:ServiceTask', 'bpmn:SendTask'])

/** What is known today, and in which language roles are named. */
export interface Outlook {
  actions: readonly TaskAction[]
  known: Variables
  now: number
  language: Language
}

/** Where each button of a task leads: the tasks and ends that come next, as far as the values of today decide it. */
export function nextSteps(diagram: Diagram, elementId: string, { actions, known, now, language }: Outlook): NextJson[] {
  const choices = actions.length > 0 ? actions : [undefined]
  const returns = returnsFrom(diagram, elementId)
  return choices.flatMap(action => {
    const variables = action ? { ...known, [action.field]: action.value } : known
    const judge = (condition: string) => holds(condition, variables, now)
    return reachable(diagram, elementId, judge, language).map(step => ({
      action: action ? { field: action.field, value: action.value } : null,
      ...step,
      ...(returns.has(step.elementId) && { back: returns.get(step.elementId)! }),
    }))
  })
}

/** What each way back to an earlier task ends, does again, and cannot undo, by names people know. */
function returnsFrom(diagram: Diagram, elementId: string): ReadonlyMap<string, NonNullable<NextJson['back']>> {
  const isStep = (id: string) => /Task$|SubProcess$|CallActivity$/.test(diagram.nodeOf(id)?.type ?? '')
  const named = (ids: readonly string[]) => [...new Set(ids.map(id => diagram.nameOf(id)))]
  return new Map(
    returnPoints(diagram.graph, elementId).map(({ elementId: to, cancels, stays, stands }) => [
      to,
      { cancels: named(cancels.filter(isStep)), stays: named(stays), stands: named(stands) },
    ]),
  )
}

type Step = Omit<NextJson, 'action' | 'back'>
type Verdict = boolean | undefined

function reachable(
  diagram: Diagram,
  elementId: string,
  judge: (condition: string) => Verdict,
  language: Language,
): Step[] {
  const found = new Map<string, Step>()
  const passed = new Set<string>()
  const start = diagram.nodeOf(elementId)
  if (start) leave(start, true, undefined)
  return [...found.values()]

  function leave(node: FlowNode, isCertain: boolean, condition: string | undefined): void {
    const flows = [...node.outgoing].reverse()
    if (flows.length === 0) leaveScope(node, isCertain, condition)
    for (const { flow, why } of takenFlows(flows, isCertain ? judge : () => undefined)) {
      const next = diagram.nodeOf(flow.targetId)
      if (next) enter(next, isCertain, why ?? condition)
    }
  }

  function enter(node: FlowNode, isCertain: boolean, condition: string | undefined): void {
    const kind = stopKind(diagram, node)
    if (kind) {
      if (!found.has(node.id)) found.set(node.id, stepOf(diagram, node, { kind, condition, language }))
      return
    }
    const visit = `${node.id} ${isCertain}`
    if (passed.has(visit)) return
    passed.add(visit)
    const inner = node.type === 'bpmn:SubProcess' ? noneStart(diagram, node) : undefined
    leave(inner ?? node, isCertain && !WRITERS.has(node.type), condition)
  }

  function leaveScope(node: FlowNode, isCertain: boolean, condition: string | undefined): void {
    const scope = diagram.nodeOf(node.scopeId)
    if (scope && !scope.isEventSubProcess) leave(catcherOf(diagram, node, scope) ?? scope, isCertain, condition)
  }
}

/** The flows an element takes; of a gateway's, those that the conditions leave open, with the condition where it is open. */
function takenFlows(flows: SequenceFlow[], judge: (condition: string) => Verdict) {
  const decided = flows.some(({ condition }) => condition !== undefined)
  if (!decided) return flows.map(flow => ({ flow, why: undefined }))
  const open: { flow: SequenceFlow; why: string | undefined }[] = []
  for (const flow of flows.filter(({ isDefault }) => !isDefault)) {
    const verdict = flow.condition === undefined ? true : judge(flow.condition)
    if (verdict === true) return [...open, { flow, why: undefined }]
    if (verdict === undefined) open.push({ flow, why: flow.name ?? flow.condition })
  }
  const isOpen = open.length > 0
  const fallback = flows
    .filter(({ isDefault }) => isDefault)
    .map(flow => ({ flow, why: isOpen ? flow.name : undefined }))
  return [...open, ...fallback]
}

/** What a condition gives today; undefined when it reads what nobody knows yet. */
function holds(condition: string, variables: Variables, now: number): Verdict {
  const expression = compileExpression(condition.replace(/^=/, ''))
  if (expression.names.some(name => !(name in variables))) return undefined
  const result = expression.evaluate({ variables: name => variables[name], now: () => now, zone: OFFICE_ZONE })
  return result.ok && typeof result.value === 'boolean' ? result.value : undefined
}

function stopKind(diagram: Diagram, node: FlowNode): Step['kind'] | undefined {
  if (node.type === 'bpmn:UserTask') return 'user-task'
  if (node.type === 'bpmn:EndEvent') return diagram.nodeOf(node.scopeId) ? undefined : 'end'
  return node.type === 'bpmn:IntermediateCatchEvent' || node.type === 'bpmn:ReceiveTask' ? 'event' : undefined
}

interface Reached {
  kind: Step['kind']
  condition: string | undefined
  language: Language
}

function stepOf(diagram: Diagram, { id }: FlowNode, { kind, condition, language }: Reached): Step {
  const words = diagram.taskWords(id)
  const role = /([a-z][a-z-]+)@/.exec(words?.candidateGroups ?? '')?.[1]
  // People named by a variable have no role in the diagram; what they are is the kind of their work.
  const byKind = words?.candidateUsers && policyWords[`kind.${words.kind}`]?.[language]
  const name = role === undefined ? byKind : roleName(role, language)
  return {
    elementId: id,
    name: diagram.nameOf(id),
    kind,
    ...(role !== undefined && { role }),
    ...(name && { roleName: name }),
    ...(condition !== undefined && { condition }),
  }
}

function noneStart(diagram: Diagram, node: FlowNode): FlowNode | undefined {
  return node.childIds
    .map(id => diagram.nodeOf(id))
    .find(child => child?.type === 'bpmn:StartEvent' && child.eventType === undefined)
}

/** An error end leaves its sub-process by the event on the border that catches it. */
function catcherOf(diagram: Diagram, node: FlowNode, scope: FlowNode): FlowNode | undefined {
  if (node.eventType !== 'bpmn:ErrorEventDefinition') return undefined
  return scope.boundaryEventIds
    .map(id => diagram.nodeOf(id))
    .find(event => event?.eventType === 'bpmn:ErrorEventDefinition')
}
