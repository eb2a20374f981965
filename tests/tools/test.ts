import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** One part of `npm test`: a name and the commands it runs, one after the other. */
interface Part {
  name: string
  run: string[][]
}

const scratch = mkdtempSync(join(tmpdir(), 'xunfa-test-'))
const reportOf = (project: string) => join(scratch, `${project}.json`)
/** Two files at a time, but one where a test watches the machine: its disks, its processes. */
const vitest = (project: string, files = 2) => [
  ...['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project, '--maxWorkers', String(files)],
  ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', reportOf(project)],
]

const BUILD = ['node', 'server/cli/build.mjs']
/** What need not be done twice in one run. */
const done = new Set<string>()

const parts: Part[] = [
  { name: 'format', run: [['biome', 'check', '.']] },
  { name: 'types', run: [['tsc', '-p', 'tsconfig.json']] },
  {
    name: 'architecture',
    run: [
      ['depcruise', '--config', 'tests/architecture/dependency-rules.cjs', 'server', 'db', 'ui', 'workflows', 'tests'],
      ['knip', '--config', 'tests/architecture/knip.json'],
      vitest('architecture', 1),
    ],
  },
  { name: 'lint', run: [['tsx', 'server/main.ts', 'lint', 'workflows']] },
  { name: 'unit', run: [BUILD, vitest('unit')] },
  { name: 'engine', run: [vitest('engine')] },
  { name: 'gateway', run: [vitest('gateway')] },
  { name: 'procedures', run: [vitest('procedures')] },
  { name: 'authorisation', run: [vitest('authorisation')] },
  { name: 'simulation', run: [vitest('simulation')] },
  { name: 'durability', run: [vitest('durability', 1)] },
  { name: 'browser', run: [BUILD, vitest('browser')] },
]

/** Parts that look at the sources only. */
const STATIC = new Set(['format', 'types', 'architecture', 'lint'])

function runCommand([command, ...args]: string[], told: 'at once' | string[]): Promise<boolean> {
  return new Promise(resolve => {
    const program = command === 'node' ? process.execPath : join('node_modules', '.bin', command!)
    const env = { ...process.env, FURNISHED_FOLDERS: scratch, COMPILED_MODULES: join(scratch, 'modules') }
    const output = told === 'at once' ? 'inherit' : 'pipe'
    const child = spawn(program, args, { env, stdio: ['ignore', output, output] })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => told !== 'at once' && told.push(chunk.toString()))
    child.on('error', () => resolve(false))
    child.on('close', code => resolve(code === 0))
  })
}

/** What became of a part, as the last lines say it. */
interface Run {
  passed: boolean
  line: string
}

async function runPart({ name, run }: Part, told: 'at once' | string[]): Promise<Run> {
  const begun = performance.now()
  let passed = true
  for (const command of run) {
    if (done.has(command.join(' '))) continue
    passed &&= await runCommand(command, told)
    if (passed && command === BUILD) done.add(command.join(' '))
  }
  const minutes = ((performance.now() - begun) / 60_000).toFixed(2)
  return { passed, line: `${name.padEnd(14)} ${minutes.padStart(6)} min  ${passed ? 'ok' : 'FAILED'}` }
}

const heading = (name: string) => process.stdout.write(`\n── ${name}\n`)

/** These need one core each: types are checked on one while the others have the other. What they say is told part by part. */
async function runBeside(wanted: readonly Part[]): Promise<Run[]> {
  const runs = new Map<Part, Run>()
  const work = async (line: readonly Part[]) => {
    for (const part of line) {
      const told: string[] = []
      runs.set(part, await runPart(part, told))
      heading(part.name)
      process.stdout.write(told.join(''))
    }
  }
  await Promise.all([
    work(wanted.filter(({ name }) => name === 'types')),
    work(wanted.filter(({ name }) => name !== 'types')),
  ])
  return wanted.flatMap(part => runs.get(part) ?? [])
}

function counts(): { passed: number; failed: number; skipped: number } {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { run } of parts) {
    for (const command of run) {
      const project = command[command.indexOf('--project') + 1]
      if (command[0] !== 'vitest' || !project) continue
      try {
        const report = JSON.parse(readFileSync(reportOf(project), 'utf8')) as Record<string, number>
        total.passed += report.numPassedTests ?? 0
        total.failed += report.numFailedTests ?? 0
        total.skipped += report.numPendingTests ?? 0
      } catch {
        // The part did not come as far as its tests; its own line says that it failed.
      }
    }
  }
  return total
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const wanted = values.only?.split(',')
  const unknown = wanted?.filter(name => !parts.some(part => part.name === name)) ?? []
  if (unknown.length)
    throw new Error(`Expected --only with names of ${parts.map(p => p.name).join(', ')}, found ${unknown.join(', ')}`)

  const chosen = parts.filter(({ name }) => !wanted || wanted.includes(name))
  const runs = await runBeside(chosen.filter(({ name }) => STATIC.has(name)))
  for (const part of chosen.filter(({ name }) => !STATIC.has(name))) {
    heading(part.name)
    runs.push(await runPart(part, 'at once'))
  }
  const { passed, failed, skipped } = counts()
  rmSync(scratch, { recursive: true })
  const broken = runs.filter(run => !run.passed).length
  process.stdout.write(`\n${runs.map(({ line }) => line).join('\n')}\n\n`)
  process.stdout.write(`${passed} passed, ${Math.max(failed, broken)} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  process.exit(broken === 0 ? 0 : 1)
}

await main()
