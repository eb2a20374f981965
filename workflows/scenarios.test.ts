import { expect, test } from 'vitest'
import { runShipped, shippedScenarios } from '../tests/support/scenarios.ts'

test.each(await shippedScenarios())('%s', async scenario => {
  const { isGreen, problem } = await runShipped(scenario)
  expect([isGreen, problem?.zh]).toEqual([true, undefined])
})
