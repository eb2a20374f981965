import { cycleProblem, elementOf, type ModdleElement, nextOf, parseTimerCycle, textOf } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import type { Instant, Key, TimerValue } from '../../protocol/records.ts'
import { evaluate, mismatch } from '../behaviors/expressions.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { type Expression, readOptionalExpression } from '../expression.ts'
import { addDuration, instantOf } from '../time.ts'
import { defineEvent } from './event-definition.ts'

interface TimerDefinition {
  date?: Expression
  duration?: Expression
  cycle?: Expression
}

/** Of a timer that fires until it is canceled. */
const WITHOUT_END = -1

type Due = Pick<TimerValue, 'dueDate' | 'repetitions'>

/** Waits until an instant, for a time, or again and again (ENGINE T1–T6). */
export const timer = defineEvent<TimerDefinition>({
  name: 'TIMER',
  places: ['start', 'catch', 'boundary', 'event-sub-process'],
  read: definition => ({
    ...option('date', definition, 'timeDate'),
    ...option('duration', definition, 'timeDuration'),
    ...option('cycle', definition, 'timeCycle'),
  }),

  awaitStart(execution, definition) {
    const { dueDate: due, repetitions } = firstDue(execution, undefined, definition)
    return { kind: 'TIMER', due, repetitions }
  },

  subscribe(execution, { node, key, scopeKey }, definition) {
    const value = { targetElementId: node.id, elementInstanceKey: key, ...firstDue(execution, scopeKey, definition) }
    return () => execution.emit({ valueType: 'TIMER', intent: 'CREATED', key: execution.nextKey(), value })
  },

  unsubscribe(execution, elementInstanceKey, isMeant = () => true) {
    for (const key of execution.ownedBy('timers', elementInstanceKey)) {
      const { cause: _, ...value } = execution.state.timers[key]!
      if (isMeant(value.targetElementId)) execution.emit({ valueType: 'TIMER', intent: 'CANCELED', key, value })
    }
  },
})

/** When a cycle fires again; undefined if it was the last time. Its text is computed anew each time. @throws Failure */
export function dueAgain(
  execution: Execution,
  { event }: ExecutableNode,
  scopeKey: Key | undefined,
  { dueDate, repetitions }: Due,
): Due | undefined {
  const { cycle } = event!.definition as TimerDefinition
  if (!cycle || (repetitions !== WITHOUT_END && repetitions <= 1)) return undefined
  const left = repetitions === WITHOUT_END ? WITHOUT_END : repetitions - 1
  return { ...cycleDue(execution, scopeKey, cycle, dueDate), repetitions: left }
}

function firstDue(execution: Execution, scopeKey: Key | undefined, { date, duration, cycle }: TimerDefinition): Due {
  if (date) return { dueDate: dateOf(execution, scopeKey, date), repetitions: 1 }
  return cycle ? cycleDue(execution, scopeKey, cycle) : { dueDate: end(execution, scopeKey, duration!), repetitions: 1 }
}

function cycleDue(execution: Execution, scopeKey: Key | undefined, expression: Expression, previous?: Instant): Due {
  const text = textResult(execution, scopeKey, expression, ['STRING'])
  const cycle = parseTimerCycle(text)
  if (!cycle) throw new Failure('EXTRACT_VALUE_ERROR', cycleProblem(text))
  const { now, zone } = execution.world
  const dueDate = nextOf(cycle, now, zone, previous)
  if (dueDate === undefined)
    throw new Failure('EXTRACT_VALUE_ERROR', `Expected '${text}' to have a next time, but it has none.`)
  return { dueDate, repetitions: 'cron' in cycle ? WITHOUT_END : cycle.repetitions }
}

function option<K extends string>(name: K, definition: ModdleElement, property: string): { [N in K]?: Expression } {
  const expression = readOptionalExpression(textOf(elementOf(definition, property), 'body')?.trim())
  return (expression ? { [name]: expression } : {}) as { [N in K]?: Expression }
}

function dateOf(execution: Execution, scopeKey: Key | undefined, expression: Expression): Instant {
  const text = textResult(execution, scopeKey, expression, ['DATE_TIME', 'STRING'])
  const instant = instantOf(text)
  if (instant !== undefined) return instant
  throw new Failure('EXTRACT_VALUE_ERROR', `Invalid date-time format '${text}' for expression '${expression.text}'.`)
}

function end(execution: Execution, scopeKey: Key | undefined, expression: Expression): Instant {
  const text = textResult(execution, scopeKey, expression, ['DURATION', 'PERIOD', 'STRING'])
  const due = addDuration(execution.world.now, text, execution.world.zone)
  if (due !== undefined) return due
  throw new Failure('EXTRACT_VALUE_ERROR', `Invalid duration format '${text}' for expression '${expression.text}'.`)
}

function textResult(execution: Execution, scopeKey: Key | undefined, expression: Expression, types: string[]): string {
  if (!expression.feel) return expression.text
  const result = evaluate(execution, expression, scopeKey)
  if (!types.includes(result.type)) throw mismatch(expression, types, result)
  return result.json as string
}
