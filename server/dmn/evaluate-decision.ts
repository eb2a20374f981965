import type { Json } from '../engine/protocol/records.ts'
import { type FeelContext, type FeelFunction, type FeelValue, toJson } from '../feel/index.ts'
import { DecisionFailure } from './decision-failure.ts'
import type { Decision, DecisionModel, DecisionType, TableRecord } from './decision-model.ts'
import { functionOf } from './logic/function-definition.ts'
import { Scope } from './scope.ts'
import { checked } from './type-check.ts'

/** One decision, or one call of a knowledge model, on the way to the result, in the words of Zeebe's DECISION_EVALUATION record (keys and version are the caller's). */
export interface EvaluatedDecision extends TableRecord {
  decisionId: string
  decisionName: string
  decisionType: DecisionType
  decisionOutput: Json
}

/** What came out, and how. After a failure `output` is null and the last evaluated decision is the one that failed. */
export interface DecisionResult {
  output: Json
  /** Required decisions before those that require them. */
  evaluatedDecisions: EvaluatedDecision[]
  failure?: { decisionId: string; message: string }
}

/**
 * Evaluates a decision after the decisions it requires.
 * @param decisionId of a decision of the model; ask `model.decisions.has` first
 * @param context the variables and the clock its expressions see
 */
export function evaluateDecision(model: DecisionModel, decisionId: string, context: FeelContext): DecisionResult {
  const evaluation = new Evaluation(model, new Scope(context))
  try {
    const output = toJson(evaluation.decide(decisionId))
    return { output, evaluatedDecisions: evaluation.evaluated }
  } catch (error) {
    if (!(error instanceof DecisionFailure)) throw error
    const failedDecisionId = evaluation.evaluated.at(-1)?.decisionId ?? decisionId
    const message = `Expected to evaluate decision '${decisionId}', but ${error.message}`
    return {
      output: null,
      evaluatedDecisions: evaluation.evaluated,
      failure: { decisionId: failedDecisionId, message },
    }
  }
}

/** One run through the requirements: each decision is evaluated once, whoever requires it. */
class Evaluation {
  readonly evaluated: EvaluatedDecision[] = []
  private readonly results = new Map<string, FeelValue>()
  private readonly model: DecisionModel
  private readonly scope: Scope

  constructor(model: DecisionModel, scope: Scope) {
    this.model = model
    this.scope = scope
  }

  decide(id: string): FeelValue {
    const known = this.results.get(id)
    if (known !== undefined) return known
    const decision = this.model.decisions.get(id)
    if (!decision) throw new Error(`Expected a decision '${id}' in the model '${this.model.id}', but found none`)
    const scope = this.scopeOf(decision)
    const value = this.recorded(decision, scope)
    const isTable = decision.logic.decisionType === 'DECISION_TABLE'
    const result = isTable ? value : checked(value, decision.resultType)
    this.results.set(id, result)
    return result
  }

  /** What the logic gives; its record comes behind those of the knowledge models it called, also when it fails. */
  private recorded(evaluated: Pick<Decision, 'id' | 'name' | 'logic'>, scope: Scope): FeelValue {
    const record = recordOf(evaluated)
    try {
      const value = evaluated.logic.evaluate(scope, record)
      record.decisionOutput = toJson(value)
      return value
    } finally {
      this.evaluated.push(record)
    }
  }

  /** What a decision sees: the results it requires, the functions it requires, the variables of the caller. */
  private scopeOf(decision: Decision): Scope {
    const names = new Map<string, FeelValue>()
    this.addFunctions(decision.requiredKnowledge, names)
    for (const id of decision.requiredDecisions) {
      const value = this.decide(id)
      names.set(this.model.decisions.get(id)?.resultName ?? id, value)
    }
    return names.size === 0 ? this.scope : this.scope.with(names)
  }

  private addFunctions(required: readonly string[], names: Map<string, FeelValue>): void {
    for (const id of required) {
      const knowledge = this.model.knowledge.get(id)
      if (!knowledge) continue
      const inner = new Map<string, FeelValue>()
      this.addFunctions(knowledge.requiredKnowledge, inner)
      const callable: FeelFunction = functionOf(
        knowledge.parameters,
        scope => this.recorded({ ...knowledge, id }, scope),
        this.scope.with(inner),
      )
      names.set(id, callable).set(knowledge.name, callable)
    }
  }
}

function recordOf({ id, name, logic }: Pick<Decision, 'id' | 'name' | 'logic'>): EvaluatedDecision {
  return {
    decisionId: id,
    decisionName: name,
    decisionType: logic.decisionType,
    decisionOutput: null,
    evaluatedInputs: [],
    matchedRules: [],
  }
}
