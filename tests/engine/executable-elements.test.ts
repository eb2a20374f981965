import { expect, test } from 'vitest'
import { EXECUTABLE_ELEMENTS, EXECUTABLE_EVENTS } from '../../server/bpmn/validation/unsupported.ts'
import { elements } from '../../server/engine/embedded/elements/index.ts'
import { eventDefinitionsByType } from '../../server/engine/embedded/event-definitions/index.ts'

/** What stands in a diagram and is not entered. */
const PASSIVE = ['SequenceFlow', 'DataObject', 'DataObjectReference', 'DataStoreReference'].map(name => `bpmn:${name}`)

test('what a diagram may hold is executed, and what is executed it may hold', () => {
  const entered = [...EXECUTABLE_ELEMENTS].filter(type => !PASSIVE.includes(type))
  expect(Object.keys(elements).sort()).toEqual(['bpmn:Process', ...entered].sort())
  expect(Object.keys(eventDefinitionsByType).sort()).toEqual([...EXECUTABLE_EVENTS].sort())
})
