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

const parts: Part[] = [
  { name: 'format', run: [['biome', 'check', '.']] },
  { name: 'types', run: [['tsc', '-p', 'tsconfig.json']] },
  {
    name: 'architecture',
    run: [
      ['depcruise', '--config', 'tests/architecture/dependency-rules.cjs', 'server', 'db', 'ui', 'workflows', 'tests'],
      ['knip', '--config', 'tests/architecture/knip.json'],
      vitest('architecture'),
    ],
  },
  { name: 'lint', run: [['tsx', 'server/main.ts', 'lint', 'workflows']] },
  { name: 'unit', run: [['node', 'server/cli/build.mjs'], vitest('unit')] },
  { name: 'engine', run: [vitest('engine')] },
  { name: 'gateway', run: [vitest('gateway')] },
  { name: 'procedures', run: [vitest('procedures')] },
  { name: 'authorisation', run: [vitest('authorisation')] },
  { name: 'simulation', run: [vitest('simulation')] },
  { name: 'durability', run: [vitest('durability', 1)] },
  { name: 'browser', run: [['node', 'server/cli/build.mjs'], vitest('browser')] },
]

function runCommand([command, ...args]: string[]): Promise<boolean> {
  return new Promise(resolve => {
    const program = command === 'node' ? process.execPath : join('node_modules', '.bin', command!)
    const env = { ...process.env, FURNISHED_FOLDERS: scratch }
    const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(false))
    child.on('exit', code => resolve(code === 0))
  })
}

async function runPart(part: Part): Promise<boolean> {
  for (const command of part.run) if (!(await runCommand(command))) return false
  return true
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

  const lines: string[] = []
  let ok = true
  for (const part of parts.filter(({ name }) => !wanted || wanted.includes(name))) {
    process.stdout.write(`\n── ${part.name}\n`)
    const begun = performance.now()
    const passed = await runPart(part)
    ok &&= passed
    const minutes = ((performance.now() - begun) / 60_000).toFixed(2)
    lines.push(`${part.name.padEnd(14)} ${minutes.padStart(6)} min  ${passed ? 'ok' : 'FAILED'}`)
  }
  const { passed, failed, skipped } = counts()
  rmSync(scratch, { recursive: true })
  const broken = lines.filter(line => line.endsWith('FAILED')).length
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
  process.stdout.write(`${passed} passed, ${Math.max(failed, broken)} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  process.exit(ok ? 0 : 1)
}

await main()
