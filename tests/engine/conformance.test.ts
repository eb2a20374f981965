import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { differences } from './conformance/compare.ts'
import { play } from './conformance/play.ts'
import { readScenarios } from './conformance/scenario.ts'
import { createSubject } from './conformance/subject.ts'

const scenarios = readScenarios(fileURLToPath(new URL('./scenarios', import.meta.url)))

test.each(scenarios.map(scenario => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
  const subject = createSubject()
  const ours = await play(scenario, subject)
  await subject.close()
  expect(differences(scenario.trace, ours, 'key').join('\n')).toBe('')
})
