import { elementOf, type ModdleElement, textOf } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import type { Instant } from '../../protocol/records.ts'
import { evaluate, mismatch } from '../behaviors/expressions.ts'
import type { Execution } from '../execution.ts'
import { type Expression, readOptionalExpression } from '../expression.ts'
import { addDuration, instantOf } from '../time.ts'
import { defineEvent, type EventWait } from './event-definition.ts'

interface TimerDefinition {
  date?: Expression
  duration?: Expression
}

/** Waits until an instant, or for a time (ENGINE T1–T4). */
export const timer = defineEvent<TimerDefinition>({
  name: 'TIMER',
  places: ['catch', 'boundary', 'event-sub-process'],
  read: definition => ({
    ...option('date', definition, 'timeDate'),
    ...option('duration', definition, 'timeDuration'),
  }),

  subscribe(execution, wait, definition) {
    const { node, key } = wait
    const dueDate = definition.date
      ? dateOf(execution, wait, definition.date)
      : end(execution, wait, definition.duration!)
    execution.emit({
      valueType: 'TIMER',
      intent: 'CREATED',
      key: execution.nextKey(),
      value: { targetElementId: node.id, elementInstanceKey: key, dueDate, repetitions: 1 },
    })
  },

  unsubscribe(execution, elementInstanceKey) {
    for (const [key, { cause: _, ...value }] of Object.entries(execution.state.timers))
      if (value.elementInstanceKey === elementInstanceKey)
        execution.emit({ valueType: 'TIMER', intent: 'CANCELED', key, value })
  },
})

function option<K extends string>(name: K, definition: ModdleElement, property: string): { [N in K]?: Expression } {
  const expression = readOptionalExpression(textOf(elementOf(definition, property), 'body')?.trim())
  return (expression ? { [name]: expression } : {}) as { [N in K]?: Expression }
}

function dateOf(execution: Execution, { scopeKey }: EventWait, expression: Expression): Instant {
  const text = textResult(execution, scopeKey, expression, ['DATE_TIME', 'STRING'])
  const instant = instantOf(text)
  if (instant !== undefined) return instant
  throw new Failure('EXTRACT_VALUE_ERROR', `Invalid date-time format '${text}' for expression '${expression.text}'.`)
}

function end(execution: Execution, { scopeKey }: EventWait, expression: Expression): Instant {
  const text = textResult(execution, scopeKey, expression, ['DURATION', 'PERIOD', 'STRING'])
  const due = addDuration(execution.world.now, text, execution.world.zone)
  if (due !== undefined) return due
  throw new Failure('EXTRACT_VALUE_ERROR', `Invalid duration format '${text}' for expression '${expression.text}'.`)
}

function textResult(execution: Execution, scopeKey: string, expression: Expression, types: string[]): string {
  if (!expression.feel) return expression.text
  const result = evaluate(execution, expression, scopeKey)
  if (!types.includes(result.type)) throw mismatch(expression, types, result)
  return result.json as string
}
