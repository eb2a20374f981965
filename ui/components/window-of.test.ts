import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowOf } from './window-of.ts'

function topsOf(heights: readonly number[]): number[] {
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
  return tops
}

test('an empty list has an empty window', () => {
  expect(windowOf([0], 0, 600)).toEqual({ from: 0, to: 0, above: 0, below: 0 })
})

test('of ten thousand rows only a screenful is drawn', () => {
  const tops = Array.from({ length: 10_001 }, (_, index) => index * 55)
  const { from, to } = windowOf(tops, 275_000, 700)
  expect(to - from).toBeLessThan(30)
  expect(from).toBeLessThanOrEqual(5_000)
  expect(to).toBeGreaterThanOrEqual(5_012)
})

test('what is drawn and what is left out make the whole, and the screen is covered', () => {
  const heights = fc.array(fc.constantFrom(28, 55), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(heights, fc.nat(20_000), fc.integer({ min: 1, max: 2_000 }), (list, scroll, height) => {
      const tops = topsOf(list)
      const whole = tops.at(-1) ?? 0
      const scrollTop = Math.min(scroll, Math.max(0, whole - height))
      const { from, to, above, below } = windowOf(tops, scrollTop, height)
      const drawn = list.slice(from, to).reduce((sum, each) => sum + each, 0)
      expect(above + drawn + below).toBe(whole)
      expect(above).toBeLessThanOrEqual(scrollTop)
      expect(above + drawn).toBeGreaterThanOrEqual(Math.min(whole, scrollTop + height))
    }),
  )
})
