import type { House } from '../api/house.ts'
import { NotPlayable, publishFiles } from './publish-files.ts'
import { runScenario } from './run-scenario.ts'
import { type BundleFile, isScenario, readScenario } from './scenario.ts'
import { instantOf } from './wait.ts'
import { type Told, tell } from './words.ts'

/** How one scenario of a draft went. */
export interface ScenarioResult {
  /** Its file. */
  file: string
  name: string
  /** Whether all went as it says. */
  isGreen: boolean
  /** The first difference, if not. */
  problem?: Told
  steps: number
}

/** Runs every scenario of a bundle, each in an office of its own in which the bundle is published. */
export async function runScenarios(
  { rehearsals }: Pick<House, 'rehearsals'>,
  files: readonly BundleFile[],
): Promise<ScenarioResult[]> {
  if (!rehearsals) throw new Error('Expected a house with rehearsals: there are none within a rehearsal')
  const results: ScenarioResult[] = []
  for (const file of files.filter(isScenario)) {
    const scenario = readScenario(file)
    if ('reason' in scenario) {
      const problem = tell('scenario.unreadable', { reason: scenario.reason })
      results.push({ file: file.name, name: file.name, isGreen: false, problem, steps: 0 })
      continue
    }
    const at = scenario.at === undefined ? undefined : instantOf(scenario.at)
    const problem = await rehearsals
      .inOffice(
        async office => await runScenario(office, await publishFiles(office, files), scenario),
        at === undefined ? {} : { instant: at },
      )
      .catch(toldWhy)
    const { name, steps } = scenario
    results.push({ file: file.name, name, isGreen: !problem, ...(problem && { problem }), steps: steps.length })
  }
  return results
}

/** A result as the check before publication asks for it. */
export function verdictOf({ name, isGreen, problem }: ScenarioResult) {
  return { name, passed: isGreen, message: problem?.zh ?? null }
}

function toldWhy(error: unknown): Told {
  if (error instanceof NotPlayable) return error.told
  throw error
}
