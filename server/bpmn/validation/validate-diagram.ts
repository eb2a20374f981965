import { isA, type ModdleElement } from '../moddle.ts'
import { activityChecks } from './activities.ts'
import { compensationChecks } from './compensation.ts'
import { readDiagram } from './diagram.ts'
import { eventDefinitionChecks } from './event-definitions.ts'
import { eventChecks } from './events.ts'
import { expressionChecks } from './expressions.ts'
import { extensionChecks } from './extensions.ts'
import { formatChecks } from './formats.ts'
import { gatewayChecks } from './gateways.ts'
import { listenerChecks } from './listeners.ts'
import { findLoop } from './loops.ts'
import { type Check, type Checks, type DiagramProblem, pathOf } from './problem.ts'
import { rootElementChecks } from './root-elements.ts'
import { scopeChecks } from './scopes.ts'
import { timerChecks } from './timers.ts'
import { unsupportedChecks } from './unsupported.ts'

/** How the parts of a diagram must fit together. */
const STRUCTURE: Checks[] = [
  unsupportedChecks,
  scopeChecks,
  gatewayChecks,
  activityChecks,
  compensationChecks,
  eventChecks,
  eventDefinitionChecks,
  rootElementChecks,
  extensionChecks,
  listenerChecks,
]

/** What the texts in them must be: FEEL, paths, dates. */
const CONTENT: Checks[] = [expressionChecks, formatChecks, timerChecks]

/**
 * What keeps a parsed diagram (see parseBpmn) from being deployed; empty if nothing does (ENGINE D8, D9). Processes that are not executable are not looked at.
 * What is wrong with the content of an element is told instead of what is wrong with its structure: this is how Zeebe counts.
 */
export function validateDiagram(definitions: ModdleElement): DiagramProblem[] {
  const diagram = readDiagram(definitions)
  const problems = diagram.elements.flatMap(element => {
    const [structure, content] = [STRUCTURE, CONTENT].map(group =>
      checksOf(group, element).flatMap(check => check(element, diagram)),
    ) as [string[], string[]]
    return (content.length > 0 ? content : structure).map(message => ({
      element: pathOf(element),
      message,
      source: element,
    }))
  })
  // A loop is only worth telling when everything else is right.
  return problems.length > 0 ? problems : diagram.graphs.flatMap(graph => findLoop(graph, diagram.graphs))
}

function checksOf(group: Checks[], element: ModdleElement): Check[] {
  return group.flatMap(checks => Object.entries(checks).flatMap(([type, check]) => (isA(element, type) ? [check] : [])))
}
