import { Temporal } from 'temporal-polyfill'
import { elementOf, type ModdleElement } from '../moddle.ts'
import { parseTimerCycle } from '../timer-cycle.ts'
import { childText, eventDefinitionsOf } from './diagram.ts'
import { isComputed, syntaxProblems } from './expressions.ts'
import { type Check, type Checks, when } from './problem.ts'

/** What is written down, not computed, is checked at once; the first of the three that is there counts. */
const catchEvent: Check = event =>
  eventDefinitionsOf(event)
    .filter(({ $type }) => $type === 'bpmn:TimerEventDefinition')
    .flatMap(definition => [
      ...timer(definition),
      ...(event.$type === 'bpmn:StartEvent' && event.$parent?.$type === 'bpmn:Process' ? broken(definition) : []),
    ])

/** When a timer goes off. */
export const timerChecks: Checks = { 'bpmn:CatchEvent': catchEvent }

function timer(definition: ModdleElement): string[] {
  if (elementOf(definition, 'timeDuration')) return checked(definition, 'duration', 'duration', isDuration)
  if (elementOf(definition, 'timeCycle')) return checked(definition, 'cycle', 'cycle', isCycle)
  return elementOf(definition, 'timeDate') ? checked(definition, 'date', 'date-time', isInstant) : []
}

/** A timer that starts a process is computed at deployment: what cannot be read cannot be computed either. */
function broken(definition: ModdleElement): string[] {
  return (['duration', 'cycle', 'date'] as const).flatMap(part => {
    const text = childText(definition, `time${part[0]!.toUpperCase()}${part.slice(1)}`)
    const problems = text !== undefined && isComputed(text) ? syntaxProblems(text) : []
    return problems.map(problem => `Invalid timer ${part} expression (${problem})`)
  })
}

function checked(
  definition: ModdleElement,
  part: 'date' | 'duration' | 'cycle',
  kind: string,
  isRight: (text: string) => boolean,
): string[] {
  const text = childText(definition, `time${part[0]!.toUpperCase()}${part.slice(1)}`) ?? ''
  const message = `Invalid timer ${part} expression (Invalid ${kind} format '${text}' for expression '${text}'.)`
  return when(!isComputed(text) && !isRight(text), message)
}

function isInstant(text: string): boolean {
  return succeeds(() =>
    /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Temporal.Instant.from(text) : Temporal.ZonedDateTime.from(text),
  )
}

function isDuration(text: string): boolean {
  return succeeds(() => Temporal.Duration.from(text))
}

/** `R3/PT1H`, `R/2030-01-01T00:00:00Z/PT1H`, or the six fields of a cron expression. */
function isCycle(text: string): boolean {
  return parseTimerCycle(text) !== undefined
}

function succeeds(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
