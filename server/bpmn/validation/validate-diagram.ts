import { processesOf, readProcessGraph } from '../graph.ts'
import type { ModdleElement } from '../moddle.ts'
import { boundaryEvents, catchersAreDistinct, errorCodes, messages, timers } from './events.ts'
import { extensionExpressions, mappings } from './expressions.ts'
import {
  conditionsAreExpressions,
  decidingFlowsHaveConditions,
  defaultFlowLeaves,
  eventGatewayWaits,
  noUnsupportedElement,
  oneEventDefinition,
  onlyGatewaysDecide,
} from './gateways.ts'
import type { DiagramProblem, Rule } from './problem.ts'
import { endEventsEnd, noStraightThroughLoop, processStarts, subProcessStarts } from './scopes.ts'
import { jobHasType, staticSchedule, taskIsWorked, thrownMessageHasJob } from './tasks.ts'

/** Everything an executable process must satisfy before it may be deployed (ENGINE D8, D9). A new rule is one function and one line. */
const rules: Rule[] = [
  processStarts,
  subProcessStarts,
  endEventsEnd,
  noUnsupportedElement,
  taskIsWorked,
  thrownMessageHasJob,
  jobHasType,
  staticSchedule,
  extensionExpressions,
  mappings,
  defaultFlowLeaves,
  decidingFlowsHaveConditions,
  onlyGatewaysDecide,
  conditionsAreExpressions,
  eventGatewayWaits,
  oneEventDefinition,
  boundaryEvents,
  catchersAreDistinct,
  errorCodes,
  timers,
  messages,
]

/** What keeps a parsed diagram (see parseBpmn) from being deployed; empty if nothing does. Processes that are not executable are not looked at. */
export function validateDiagram(definitions: ModdleElement): DiagramProblem[] {
  const graphs = processesOf(definitions)
    .map(readProcessGraph)
    .filter(({ isExecutable }) => isExecutable)
  if (graphs.length === 0)
    return [{ element: definitions.id ?? 'definitions', message: 'Must contain at least one executable process' }]
  const problems = graphs.flatMap(graph => rules.flatMap(rule => rule(graph)))
  // A loop is only worth telling when everything else is right.
  const looped = problems.length === 0 ? graphs.flatMap(noStraightThroughLoop) : []
  return [...problems, ...looped]
}
