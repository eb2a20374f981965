import { parseArgs } from 'node:util'
import { differences, LEVELS, type Level } from './compare.ts'
import { play } from './play.ts'
import { readScenarios, type Scenario } from './scenario.ts'
import { createSubject } from './subject.ts'

const USAGE = 'npm run conformance -- <folder> [--level final|key|exact] [--only name] [--verbose]'

/** Plays every scenario below a folder and says what differs from its recording. Exit code 1 if anything does. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { level: { type: 'string', default: 'key' }, only: { type: 'string' }, verbose: { type: 'boolean' } },
  })
  const [folder] = positionals
  const level = LEVELS.find(each => each === values.level)
  if (folder === undefined || !level)
    return explain(folder === undefined ? 'a folder' : `a level, found '${values.level}'`)
  const scenarios = readScenarios(folder).filter(({ name }) => values.only === undefined || name.includes(values.only))
  if (scenarios.length === 0) return explain(`a scenario below ${folder}, found none`)
  const passed: Record<Level, number> = { final: 0, key: 0, exact: 0 }
  for (const scenario of scenarios) {
    const found = await judge(scenario)
    for (const each of LEVELS) if (found[each].length === 0) passed[each]++
    report(scenario, found[level], values.verbose === true)
  }
  const failed = scenarios.length - passed[level]
  console.log(LEVELS.map(each => `${each} ${passed[each]}/${scenarios.length}`).join(', '))
  console.log(`${passed[level]} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function explain(expected: string): number {
  console.error(`Expected ${expected}.\n${USAGE}`)
  return 2
}

/** What differs at each level; a fault of ours differs at all of them. */
async function judge(scenario: Scenario): Promise<Record<Level, string[]>> {
  const subject = createSubject()
  try {
    const ours = await play(scenario, subject)
    return Object.fromEntries(LEVELS.map(level => [level, differences(scenario.trace, ours, level)])) as never
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { final: [said], key: [said], exact: [said] }
  } finally {
    await subject.close()
  }
}

function report({ name }: Scenario, found: string[], isVerbose: boolean): void {
  if (found.length === 0 && isVerbose) console.log(`ok    ${name}`)
  if (found.length === 0) return
  console.log(`FAIL  ${name}`)
  for (const line of isVerbose ? found : found.slice(0, 5)) console.log(`      ${line}`)
  if (!isVerbose && found.length > 5) console.log(`      … ${found.length - 5} more (--verbose shows them)`)
}

process.exitCode = await main()
