import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { procedures } from './blocks.ts'
import { type Case, runCase, runCrashing, writeCase } from './run-case.ts'
import { schedules } from './schedules.ts'

/** What must hold of every case. */
export const PROPERTIES: Record<string, (from: Case) => Promise<string[]>> = {
  'what is kept holds together, is what the journal says, and can be brought to an end': runCase,
  'a crash between any two acts changes nothing': runCrashing,
}

const cases: fc.Arbitrary<Case> = fc.record({ procedure: procedures, steps: schedules })

/**
 * Tries a property on random cases. Answers with nothing, or with the smallest case found that breaks it: what is wrong, the seed to find it again, and the
 * folder in which it lies as diagrams and scenario.
 */
export async function breaks(name: string, numRuns: number, seed: number): Promise<string | undefined> {
  const property = fc.asyncProperty(cases, async from => {
    const found = await PROPERTIES[name]!(from)
    if (found.length > 0) throw new Error(found.join('\n'))
  })
  const { failed, counterexample, errorInstance, counterexamplePath, numShrinks } = await fc.check(property, {
    numRuns,
    seed,
  })
  if (!failed) return undefined
  const folder = join(tmpdir(), `xunfa-broken-${seed}`)
  writeCase(counterexample![0], folder)
  const said = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance)
  writeFileSync(join(folder, 'broken.txt'), said)
  return `Broken: ${name}\nseed ${seed}, path ${counterexamplePath}, ${numShrinks} times smaller: ${folder}\n${said.slice(0, 4000)}`
}
