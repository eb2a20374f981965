import type { House } from '../api/house.ts'
import { isScenario } from '../api/process-drafts/bundle-files.ts'
import { openCast } from './cast.ts'
import { GIVEN_REGISTERS } from './given-registers.ts'
import { NotPlayable, publishFiles } from './publish-files.ts'
import type { RehearsalOffice } from './rehearsal-office.ts'
import { runScenario } from './run-scenario.ts'
import { type BundleFile, readScenario, type Scenario } from './scenario.ts'
import { instantOf } from './wait.ts'
import { type Told, tell } from './words.ts'

/** How one scenario of a draft went. */
export interface ScenarioResult {
  /** Its file. */
  file: string
  name: string
  /** Whether all went as it says. */
  isGreen: boolean
  /** Nobody here plays one of its parts, so it says nothing of the bundle; it is told, and bars nothing. */
  isUncast: boolean
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
      results.push({ file: file.name, name: file.name, isGreen: false, isUncast: false, problem, steps: 0 })
      continue
    }
    const at = scenario.at === undefined ? undefined : instantOf(scenario.at)
    let isUncast = false
    const problem = await rehearsals
      .inOffice(
        async office => {
          const procedure = await publishFiles(office, files)
          const missing = missingIn(office, scenario)
          isUncast = missing !== undefined
          if (missing) return missing
          await enterGiven(office, scenario)
          return await runScenario(office, procedure, scenario)
        },
        at === undefined ? {} : { instant: at },
      )
      .catch(toldWhy)
    const { name, steps } = scenario
    const told = { file: file.name, name, isGreen: !problem, isUncast }
    results.push({ ...told, ...(problem && { problem }), steps: steps.length })
  }
  return results
}

/** The parts that nobody of this office plays: a scenario may come from another. */
function missingIn({ house }: RehearsalOffice, { people }: Scenario): Told | undefined {
  const cast = openCast(house, people)
  const missing = Object.entries(people).filter(([name]) => cast.candidates(name).length === 0)
  if (missing.length === 0) return undefined
  return tell('scenario.uncast', { who: missing.map(([name, part]) => `${name}（${part}）`) })
}

/** What a scenario needs beside people: it lies in no office, and goes with this one. */
async function enterGiven({ house }: RehearsalOffice, { given = [] }: Scenario): Promise<void> {
  if (given.length === 0) return
  const unknown = given.find(({ register }) => !GIVEN_REGISTERS.has(register))
  if (unknown)
    throw new NotPlayable(
      tell('scenario.unknown-register', { found: unknown.register, row: unknown.id, expected: [...GIVEN_REGISTERS] }),
    )
  const register = given.map(row => ({ ...row, op: 'put' as const }))
  const actor = { kind: 'system', id: 'rehearsal', via: 'engine' } as const
  const act = { kind: 'register' as const, verb: 'register.enter', actor, at: house.clock.now(), register }
  await house.engine.submit({ act, commands: [] }).catch((error: unknown) => {
    // What a register does not take is the scenario's fault.
    throw new NotPlayable(
      tell('scenario.not-given', { reason: error instanceof Error ? error.message : String(error) }),
    )
  })
}

/** A result as the check before publication asks for it. */
export function verdictOf({ name, isGreen, isUncast, problem }: ScenarioResult) {
  return { name, passed: isGreen || isUncast, message: problem?.zh ?? null }
}

function toldWhy(error: unknown): Told {
  if (error instanceof NotPlayable) return error.told
  throw error
}
