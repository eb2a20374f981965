import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differences } from '../conformance/compare.ts'
import { play } from '../conformance/play.ts'
import { rebuildDifferences } from '../conformance/rebuilt.ts'
import type { Scenario, Step, Trace } from '../conformance/scenario.ts'
import type { Procedure } from './blocks.ts'
import { diagramsOf } from './diagrams.ts'
import { finish } from './finish.ts'
import { type House, openHouse } from './house.ts'
import { violations } from './invariants.ts'

/** A procedure and what happens to it. */
export interface Case {
  procedure: Procedure
  steps: Step[]
}

/** Writes a case where the conformance runner (and a modeler) can open it. */
export function writeCase({ procedure, steps }: Case, folder: string): Scenario {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(diagramsOf(procedure))) writeFileSync(join(folder, name), content)
  const lines = steps.map(step => JSON.stringify(step)).join(',\n    ')
  writeFileSync(
    join(folder, 'scenario.json'),
    `{\n  "name": "case",\n  "covers": [],\n  "steps": [\n    ${lines}\n  ]\n}\n`,
  )
  return { name: 'case', folder, steps, trace: { steps: [], records: [], final: {} as Trace['final'] } }
}

/**
 * Plays a case and looks, whenever nothing is left to do, whether what the engine keeps holds together; then brings all to an end and rebuilds all from the
 * journal. Answers with what is wrong.
 */
export async function runCase(from: Case): Promise<string[]> {
  return inFolder(async folder => {
    const { house, watched } = watchedHouse(folder)
    await play(writeCase(from, folder), house)
    const found = watched()
    const rebuilt = found.length > 0 ? [] : rebuildDifferences(house.engine().db, house.entries())
    const unfinished = found.length > 0 || rebuilt.length > 0 ? [] : await finish(house)
    const left = unfinished.length > 0 ? [] : leftovers(house)
    const atTheEnd = left.length > 0 ? [] : rebuildDifferences(house.engine().db, house.entries())
    await house.close()
    return [...found, ...rebuilt, ...unfinished, ...watched().slice(found.length), ...left, ...atTheEnd]
  })
}

/** Plays a case twice, once with an engine that is killed before every step and opened again; answers with what then is otherwise. */
export async function runCrashing(from: Case): Promise<string[]> {
  return inFolder(async folder => {
    const scenario = writeCase(from, folder)
    const traces: Trace[] = []
    for (const isCrashing of [false, true]) {
      const house = openHouse(join(folder, `engine-${isCrashing}.db`), () => undefined)
      traces.push(await play(scenario, isCrashing ? crashing(house) : house))
      await house.close()
    }
    return differences(traces[0]!, traces[1]!, 'exact')
  })
}

/** The same house, killed before whatever is asked of it. */
function crashing(house: House): House {
  return {
    ...house,
    submit(command) {
      house.crash()
      return house.submit(command)
    },
    advance(milliseconds) {
      house.crash()
      return house.advance(milliseconds)
    },
  }
}

function watchedHouse(folder: string): { house: House; watched: () => string[] } {
  const found: string[] = []
  const house = openHouse(join(folder, 'engine.db'), ({ engine }) => {
    if (found.length === 0) found.push(...violations(engine().db))
  })
  return { house, watched: () => found }
}

/** When nothing runs any more, nothing waits any more. */
function leftovers(house: House): string[] {
  const tables = [
    'engine_instance',
    'engine_job',
    'engine_timer',
    'engine_subscription',
    'engine_signal',
    'engine_owner',
    'engine_value',
    'engine_branch',
  ]
  return tables.flatMap(table => {
    const count = house.engine().db.prepare(`select count(*) from ${table}`).pluck().get()
    return count === 0 ? [] : [`${table} still has ${count} rows when all has ended`]
  })
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xunfa-case-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
