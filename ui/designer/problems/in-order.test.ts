import { expect, test } from 'vitest'
import { counted, inOrder, marksOf } from './in-order.ts'

const hint = { severity: 'hint' as const, elementId: 'a' }
const warning = { severity: 'warning' as const, elementId: 'a' }
const first = { severity: 'error' as const, elementId: 'b' }
const second = { severity: 'error' as const, elementId: 'a' }
const ofTheProcess = { severity: 'error' as const, elementId: '' }
const all = [hint, warning, first, second, ofTheProcess]

test('what bars publishing comes first, else as the rules told it', () => {
  expect(inOrder(all)).toEqual([first, second, ofTheProcess, warning, hint])
  expect(counted(all)).toEqual({ error: 3, warning: 1, hint: 1 })
})

test('an element wears one mark, the heaviest; a hint wears none', () => {
  expect(marksOf([warning, ...all])).toEqual([
    { elementId: 'b', severity: 'error' },
    { elementId: 'a', severity: 'error' },
  ])
  expect(marksOf([hint])).toEqual([])
})
