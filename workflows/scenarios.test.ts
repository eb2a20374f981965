import { expect, test } from 'vitest'
import { runShipped, shippedScenarios } from '../tests/support/scenarios.ts'

test.each(await shippedScenarios())('%s', async scenario => {
  expect(await runShipped(scenario)).toMatchObject({ isGreen: true })
})
