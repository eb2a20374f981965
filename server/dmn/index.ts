/** The only door to decisions: parse once, evaluate often. */
export type { Decision, DecisionModel, DecisionType, EvaluatedInput, MatchedRule } from './decision-model.ts'
export { type DecisionResult, type EvaluatedDecision, evaluateDecision } from './evaluate-decision.ts'
export { type DecisionProblem, InvalidDecisions } from './invalid-decisions.ts'
export { parseDecisions } from './parse-decisions.ts'
