import { elementOf } from '../../../bpmn/index.ts'
import { defineEvent } from './event-definition.ts'

export interface CompensationDefinition {
  /** Of throwing events: the one activity to compensate; absent: all in the scope. */
  activityId?: string
}

/** What was done is undone. Nothing is waited for: who throws finds what was done (behaviors/compensation.ts). */
export const compensation = defineEvent<CompensationDefinition>({
  name: 'COMPENSATION',
  places: ['boundary', 'throw', 'end'],
  read: definition => {
    const activityId = elementOf(definition, 'activityRef')?.id
    return activityId === undefined ? {} : { activityId }
  },
})
