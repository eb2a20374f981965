import { extensionOf, type FlowNode, textOf } from '../../bpmn/index.ts'
import { type DecisionModel, evaluateDecision } from '../../dmn/index.ts'
import type { Json } from '../../engine/protocol/records.ts'
import type { ProcedureModel } from '../model.ts'
import { feelOf, outputsOf } from '../reading.ts'
import type { Sentence } from '../rule.ts'
import { evaluate } from '../values/possible-values.ts'

/** A case in which some of the four situations of article 58 are given (行政处罚法 第58条第1款). */
export interface Situation {
  facts: readonly string[]
  values: ReadonlyMap<string, Json>
  words: Sentence
}

/** The facts as the forms of a review ask for them. */
const FACTS: readonly (readonly [name: string, zh: string, en: string])[] = [
  ['publicInterest', '涉及重大公共利益', 'great public interest'],
  ['majorRights', '直接关系重大权益并经过听证', 'major rights after a hearing'],
  ['complexRelations', '疑难复杂、涉及多个法律关系', 'several legal relations'],
  ['lawRequires', '法律法规规定应当审核', 'a review required by law'],
]

/** All sixteen, the one without any first. */
export const situations: readonly Situation[] = Array.from({ length: 2 ** FACTS.length }, (_, bits) => {
  const given = FACTS.filter((_, index) => (bits >> index) & 1)
  return {
    facts: given.map(([name]) => name),
    values: new Map<string, Json>([
      ...FACTS.map(([name], index): [string, Json] => [name, ((bits >> index) & 1) === 1]),
      ...([
        ['hearingHeld', true],
        ['reviewType', 'penalty'],
        ['raise58', []],
        ['clause58', []],
      ] as [string, Json][]),
    ]),
    words: { zh: given.map(([, zh]) => zh).join('，又'), en: given.map(([, , en]) => en).join(' and ') },
  }
})

/** A step that decides on the four situations, and whether it sees each of the sixteen. */
export interface Decided {
  node: FlowNode
  answers: readonly { situation: Situation; isSeen: boolean; values: ReadonlyMap<string, Json> }[]
}

const remembered = new WeakMap<ProcedureModel, readonly Decided[]>()

/** Every business rule task whose decision turns on one of the four situations. */
export function decidedFor(model: ProcedureModel): readonly Decided[] {
  const known = remembered.get(model) ?? model.nodes.flatMap(node => decidedAt(model, node))
  remembered.set(model, known)
  return known
}

function decidedAt(model: ProcedureModel, node: FlowNode): Decided[] {
  const decision = extensionOf(node.source, 'zeebe:CalledDecision')
  const id = textOf(decision, 'decisionId') ?? ''
  const table = model.decisions.find(({ decisions }) => decisions.has(id))
  const variable = textOf(decision, 'resultVariable')
  if (!table || variable === undefined) return []
  const results = situations.map(situation => resultsFor(table, id, node, variable, situation))
  const none = results[0]?.size ?? 0
  const all = results.at(-1)?.size ?? 0
  if (results.every(({ size }) => size === none)) return []
  const answers = situations.map((situation, index) => {
    const values = results[index] ?? new Map<string, Json>()
    return { situation, values, isSeen: values.size >= all }
  })
  return [{ node, answers }]
}

/** What the decision and the mappings behind it give, as far as it is something: a list with entries, true, a text. */
function resultsFor(table: DecisionModel, id: string, node: FlowNode, variable: string, { values }: Situation) {
  const { output } = evaluateDecision(table, id, {
    variables: name => values.get(name),
    now: () => 0,
    maxSteps: 10_000,
  })
  const seen = new Map(values).set(variable, output)
  const results = outputsOf(node).flatMap(({ source, target }): [string, Json][] => {
    const result = evaluate(feelOf(source) ?? '', seen)
    return result?.ok ? [[target, result.value]] : []
  })
  return new Map<string, Json>(
    [[variable, output], ...results].filter(([, value]) => isSomething(value as Json)) as [string, Json][],
  )
}

const isSomething = (value: Json): boolean =>
  value !== null && value !== false && !(Array.isArray(value) && value.length === 0)
