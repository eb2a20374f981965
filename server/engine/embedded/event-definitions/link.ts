import { textOf } from '../../../bpmn/index.ts'
import { defineEvent } from './event-definition.ts'

export interface LinkDefinition {
  linkName: string
}

/** A jump inside one scope: from where it is thrown to where it is caught. */
export const link = defineEvent<LinkDefinition>({
  name: 'LINK',
  places: ['catch', 'throw'],
  read: definition => ({ linkName: textOf(definition, 'name') ?? '' }),
})
