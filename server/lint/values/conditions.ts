import type { FlowNode, SequenceFlow } from '../../bpmn/index.ts'
import type { Json } from '../../engine/protocol/records.ts'
import type { ProcedureModel } from '../model.ts'
import { flowsOf, isFeel, namesIn } from '../reading.ts'
import type { Sentence } from '../rule.ts'
import { combinationsOf, samplesOf } from './combinations.ts'
import { ANY_TEXT, type Domain, NOBODY } from './domain.ts'
import { evaluate, possibleValues } from './possible-values.ts'

const MOST_COMBINATIONS = 20_000

/** One way the variables of a gateway may stand, and what each of its conditions says to it. */
export interface Case {
  values: ReadonlyMap<string, Json>
  /** Some value stands for another of a kind nobody knows. */
  isGuess: boolean
  /** Several texts that nobody knows happen to be the same. */
  isCoincidence: boolean
  /** By flow id: true, false, or anything else an expression may give. */
  answers: ReadonlyMap<string, Json>
}

/** A gateway with conditions, tried with every combination of values. */
export interface TriedGateway {
  node: FlowNode
  conditioned: readonly SequenceFlow[]
  defaultFlow?: SequenceFlow
  cases: readonly Case[]
  /** Every value that may occur was tried, so what was not seen does not happen. */
  isComplete: boolean
}

const remembered = new WeakMap<ProcedureModel, TriedGateway[]>()

/** Every exclusive and inclusive gateway that divides by conditions. */
export function triedGateways(model: ProcedureModel): TriedGateway[] {
  const known =
    remembered.get(model) ??
    model.nodes
      .filter(({ type, outgoing }) => DIVIDING.has(type) && outgoing.some(({ condition }) => condition !== undefined))
      .map(node => tryOut(model, node))
  remembered.set(model, known)
  return known
}

const DIVIDING = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'])

function tryOut(model: ProcedureModel, node: FlowNode): TriedGateway {
  const flows = flowsOf(node)
  // What is no FEEL at all the engine's own check tells.
  const conditioned = flows.filter(
    ({ condition, isDefault }) => condition !== undefined && !isDefault && isFeel(condition),
  )
  const defaultFlow = flows.find(({ isDefault }) => isDefault)
  const asked = new Map(conditioned.map(({ id, condition = '' }) => [id, condition.replace(/^=/, '')]))
  return { node, conditioned, ...tryExpressions(model, asked), ...(defaultFlow && { defaultFlow }) }
}

/** Expressions over the same variables, by some name of each, tried with every combination of values. */
export function tryExpressions(
  model: ProcedureModel,
  asked: ReadonlyMap<string, string>,
): Pick<TriedGateway, 'cases' | 'isComplete'> {
  const expressions = [...asked.values()]
  const names = [...new Set(expressions.flatMap(namesIn))]
  const domains = names.map(name => possibleValues(model).get(name) ?? { ...NOBODY, open: 'other' as const })
  const samples = domains.map((domain, index) =>
    samplesOf(names[index]!, domain, expressions).filter(value => value !== null),
  )
  const combinations = combinationsOf(names, samples, MOST_COMBINATIONS)
  const cases = (combinations ?? []).map(values => ({
    values,
    isCoincidence: [...values.values()].filter(value => value === ANY_TEXT).length > 1,
    isGuess: names.some((name, index) => isGuessed(values.get(name), domains[index])),
    answers: new Map([...asked].map(([id, expression]) => [id, answerTo(expression, values)])),
  }))
  return { cases, isComplete: combinations !== undefined && domains.every(({ open }) => open === undefined) }
}

/** An unknown value of unknown kind, or something that holds an unknown text. */
function isGuessed(value: Json | undefined, domain: Domain | undefined): boolean {
  if (value === ANY_TEXT) return domain?.open === 'other'
  return typeof value === 'object' && JSON.stringify(value).includes(ANY_TEXT)
}

function answerTo(expression: string, values: ReadonlyMap<string, Json>): Json {
  const result = evaluate(expression, values)
  return result?.ok ? result.value : null
}

/** The values of a case as people read them: `在 finalOpinion = "transfer"，round = 3 时`. */
export function describeCase({ values }: Case): Sentence {
  const shown = [...values].map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
  if (shown.length === 0) return { zh: '总是', en: 'whatever the values' }
  return { zh: `在 ${shown.join('，')} 时`, en: `with ${shown.join(', ')}` }
}
