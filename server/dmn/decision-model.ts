import type { Json } from '../engine/protocol/records.ts'
import type { FeelValue } from '../feel/index.ts'
import type { Scope } from './scope.ts'

/** How a decision comes to its result, in Zeebe's words. */
export type DecisionType =
  | 'DECISION_TABLE'
  | 'LITERAL_EXPRESSION'
  | 'CONTEXT'
  | 'INVOCATION'
  | 'LIST'
  | 'RELATION'
  | 'UNKNOWN'

/** A boxed expression, compiled. */
export interface Logic {
  readonly decisionType: DecisionType
  /** Evaluates in a scope; a table notes in `record` what it saw. Throws DecisionFailure. */
  evaluate(scope: Scope, record?: TableRecord): FeelValue
}

/** A decision of a model, ready to be evaluated. */
export interface Decision {
  readonly id: string
  readonly name: string
  readonly versionTag?: string
  /** The name its result has for the decisions that require it: that of its variable, else its id. */
  readonly resultName: string
  /** The type its result must have; absent when the model gives none. */
  readonly resultType?: string
  readonly requiredDecisions: readonly string[]
  readonly requiredKnowledge: readonly string[]
  readonly logic: Logic
}

/** A business knowledge model: a function of the decisions that require it. */
export interface KnowledgeModel {
  readonly id: string
  readonly name: string
  readonly parameters: readonly Parameter[]
  readonly requiredKnowledge: readonly string[]
  readonly logic: Logic
}

/** A parameter of a function. */
export interface Parameter {
  readonly name: string
  readonly type?: string
}

/** A .dmn file, ready to be evaluated: a decision requirements graph. */
export interface DecisionModel {
  readonly id: string
  readonly name: string
  /** By id, in the order of the file. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly knowledge: ReadonlyMap<string, KnowledgeModel>
}

/** What a decision table saw and matched, in the words of Zeebe's record. */
export interface TableRecord {
  evaluatedInputs: EvaluatedInput[]
  matchedRules: MatchedRule[]
}

export interface EvaluatedInput {
  inputId: string
  inputName: string
  inputValue: Json
}

export interface MatchedRule {
  ruleId: string
  /** Counts from 1. */
  ruleIndex: number
  evaluatedOutputs: { outputId: string; outputName: string; outputValue: Json }[]
}
