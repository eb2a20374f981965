import { elementOf, extensionOf, textOf } from '../../../bpmn/index.ts'
import { conditionHolds } from '../behaviors/conditions.ts'
import { type Expression, readExpression } from '../expression.ts'
import { defineEvent } from './event-definition.ts'

export interface ConditionalDefinition {
  condition: Expression
  /** Only a change of one of these variables can make it hold. */
  names: ReadonlySet<string>
  /** Which changes count: that a variable comes into being, or that its value changes. */
  changes: ReadonlySet<'create' | 'update'>
}

/** Waits until a condition over variables holds: looked at when the waiting begins, and whenever one of its variables changes (ENGINE K1, K2). */
export const conditional = defineEvent<ConditionalDefinition>({
  name: 'CONDITIONAL',
  places: ['catch', 'boundary', 'event-sub-process', 'start'],

  read(definition) {
    const condition = readExpression(textOf(elementOf(definition, 'condition'), 'body')?.trim() ?? '')
    const filter = extensionOf(definition, 'zeebe:ConditionalFilter')
    const names = listOf(textOf(filter, 'variableNames'))
    const changes = listOf(textOf(filter, 'variableEvents')) as ('create' | 'update')[]
    return {
      condition,
      names: new Set(names.length > 0 ? names : condition.feel?.names),
      changes: new Set(changes.length > 0 ? changes : ['create', 'update']),
    }
  },

  awaitStart: () => ({ kind: 'CONDITIONAL' }),

  // Of an activity it sees what the activity mapped for itself: changes inside it count too.
  subscribe(execution, { node, key: elementInstanceKey }, { condition }) {
    const holds = conditionHolds(execution, condition, elementInstanceKey)
    const value = { elementId: node.id, elementInstanceKey }
    return () => {
      const key = execution.nextKey()
      execution.emit({ valueType: 'CONDITION_SUBSCRIPTION', intent: 'CREATED', key, value })
      if (holds) execution.schedule({ do: 'meet', key })
    }
  },

  unsubscribe(execution, elementInstanceKey, isMeant = () => true) {
    for (const key of execution.ownedBy('conditions', elementInstanceKey)) {
      const value = execution.state.conditions[key]!
      if (isMeant(value.elementId))
        execution.emit({ valueType: 'CONDITION_SUBSCRIPTION', intent: 'DELETED', key, value })
    }
  },
})

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
}
