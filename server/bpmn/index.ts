/** The only door into the room of diagrams: parse, structure, validation, the house's own words. Pure, for server and browser. */
export { convertDiagram, type Dialect, dialectOf } from './foreign/convert-diagram.ts'
export type { ForeignFinding } from './foreign/finding.ts'
export { foreignWords } from './foreign/words.ts'
export { type FlowNode, type ProcessGraph, processesOf, readProcessGraph, type SequenceFlow } from './graph.ts'
export {
  elementOf,
  elementsOf,
  eventDefinitionOf,
  extensionOf,
  headersOf,
  type ModdleElement,
  propertiesOf,
  textOf,
} from './moddle.ts'
export { type LimitHeaders, type NamedLimit, namedLimits } from './named-limits.ts'
export { type FlowDecision, type NextWait, nextWaits } from './next-waits.ts'
export { BpmnSyntaxError, parseBpmn } from './parse-bpmn.ts'
export { processIdsIn } from './process-ids.ts'
export type { RequestWords } from './requests.ts'
export { type ReturnPoint, returnPoints } from './returns/return-points.ts'
export { cycleProblem, nextOf, parseTimerCycle, type TimerCycle } from './timer-cycle.ts'
export type { DiagramProblem } from './validation/problem.ts'
export { validateDiagram } from './validation/validate-diagram.ts'
export {
  type ProcessProperties,
  type ProcessVocabulary,
  type ProcessWords,
  readProcessVocabulary,
  type TaskAction,
  type UserTaskWords,
} from './vocabulary.ts'
export type { VocabularyProblem } from './vocabulary-problem.ts'
