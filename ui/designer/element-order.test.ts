import { expect, test } from 'vitest'
import { ElementOrder } from './element-order.ts'

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

test('what was moved to the end is written where it was; what is new comes after', () => {
  const process = { id: 'p', flowElements: [a, b, c], laneSets: [{ lanes: [{ id: 'l', flowNodeRef: [a, b, c] }] }] }
  const definitions = { id: 'd', rootElements: [process] }
  const order = new ElementOrder()
  order.remember(definitions)
  process.flowElements = [{ id: 'new' }, b, c, a]
  process.laneSets[0]?.lanes[0]?.flowNodeRef.reverse()
  order.restore(definitions)
  expect(process.flowElements.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'new'])
  expect(process.laneSets[0]?.lanes[0]?.flowNodeRef).toEqual([a, b, c])
})

test('a new element keeps the place it was first written at', () => {
  const process = { id: 'p', flowElements: [a] }
  const order = new ElementOrder()
  order.remember({ rootElements: [process] })
  process.flowElements = [a, { id: 'n1' }, { id: 'n2' }]
  order.restore({ rootElements: [process] })
  process.flowElements.reverse()
  order.restore({ rootElements: [process] })
  expect(process.flowElements.map(({ id }) => id)).toEqual(['a', 'n1', 'n2'])
})
