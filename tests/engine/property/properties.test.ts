import { expect, test } from 'vitest'
import { breaks, PROPERTIES } from './hold.ts'

/** Other cases every day, the same all day long; `soak.ts` tries more of them, and again those of a seed. */
const seed = Math.floor(Date.now() / 86_400_000)

test.each(Object.keys(PROPERTIES))('%s', { timeout: 240_000 }, async name => {
  expect(await breaks(name, 50, seed)).toBeUndefined()
})
