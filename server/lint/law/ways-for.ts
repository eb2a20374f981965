import type { FlowNode } from '../../bpmn/index.ts'
import type { ProcedureModel } from '../model.ts'
import { type Case, type TriedGateway, triedGateways } from '../values/conditions.ts'
import { stepsAfter } from '../ways/steps.ts'
import { decidedFor, type Situation } from './article-58.ts'

/** Where a case of some situation can go: a gateway that asks for its facts lets it by one flow only, others are free. */
export function waysFor(model: ProcedureModel, situation: Situation): (node: FlowNode) => FlowNode[] {
  const gateways = new Map(triedGateways(model).map(tried => [tried.node.id, tried]))
  const decided = decidedFor(model).flatMap(({ answers }) =>
    answers.filter(answer => answer.situation === situation).flatMap(({ values }) => [...values]),
  )
  // What the decision found of the case holds wherever it is asked: that is all a gateway may go by.
  const values = new Map([...situation.values, ...decided.filter(([, value]) => value === true)])
  const isLike = ({ values: tried }: Case) =>
    [...tried].every(([name, value]) => !values.has(name) || Object.is(values.get(name), value))
  return node => {
    const gateway = gateways.get(node.id)
    const cases = gateway?.cases.filter(isLike) ?? []
    const steps = stepsAfter(model.graph, node)
    if (!gateway || cases.length === 0) return steps
    const open = new Set(cases.flatMap(each => takenIn(gateway, each)))
    const barred = new Set(node.outgoing.filter(({ id }) => !open.has(id)).map(({ targetId }) => targetId))
    const kept = new Set(node.outgoing.filter(({ id }) => open.has(id)).map(({ targetId }) => targetId))
    return steps.filter(({ id }) => kept.has(id) || !barred.has(id))
  }
}

/** The flows a case takes: where a condition is neither true nor false the case stops. */
function takenIn({ conditioned, defaultFlow }: TriedGateway, { answers }: Case): string[] {
  const taken = conditioned.filter(({ id }) => answers.get(id) === true).map(({ id }) => id)
  return taken.length > 0 ? taken : defaultFlow ? [defaultFlow.id] : []
}
