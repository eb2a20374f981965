import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBenchOffice } from './bench-office.ts'
import { type Block, measureInterleaved, median, type Subject, spread } from './blocks.ts'
import { openFloors } from './floors.ts'
import { measureInbox } from './inbox.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, full: { type: 'boolean' }, in: { type: 'string' } },
})
const instances = values.full ? 20_000 : 2_000
const cycles = values.full ? 40 : 20
const OPEN_TASKS = 100_000

async function main(): Promise<void> {
  const folder = mkdtempSync(join(values.in ?? tmpdir(), 'xunfa-bench-'))
  try {
    print(
      `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${instances} open instances, ${cycles} cycles`,
    )
    const { blocks, frames } = await measureCompletions(folder)
    const inboxMs = measureInbox(folder, OPEN_TASKS)
    report(blocks, frames, inboxMs)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measureCompletions(folder: string): Promise<{ blocks: Map<string, Block[]>; frames: number[] }> {
  const office = await openBenchOffice(folder)
  const floors = openFloors(folder)
  const completions = (name: string, operations: number): Subject => ({
    name,
    operations,
    run: () => office.complete(operations),
    prepare: () => office.fill(instances),
  })
  try {
    await office.fill(instances)
    const frames: number[] = []
    for (const operations of [1, 10, 50]) frames.push(await framesOf(office, operations))
    const subjects = [...floors.subjects, completions('one', 1), completions('ten', 10), completions('fifty', 50)]
    return { blocks: await measureInterleaved(subjects, cycles), frames }
  } finally {
    floors.close()
    await office.close()
  }
}

/** WAL frames per completion in groups of so many; a count, the same on every machine. */
async function framesOf(office: { complete(tasks: number): Promise<void>; walFrames(): number }, tasks: number) {
  const counts: number[] = []
  for (let i = 0; i < 15; i++) {
    await office.complete(tasks)
    counts.push(office.walFrames() / tasks)
  }
  return median(counts)
}

function report(blocks: Map<string, Block[]>, frames: number[], inboxMs: number): void {
  const rates = (name: string) => blocks.get(name)!.map(({ rate }) => rate)
  const cpu = (name: string) => blocks.get(name)!.map(({ cpuMs }) => cpuMs)
  const ratios = (name: string, floor: string) => rates(name).map((rate, cycle) => rate / rates(floor)[cycle]!)
  for (const name of blocks.keys()) {
    print(
      `${name.padEnd(6)} ${spread(rates(name), 0).padEnd(26)}/s   ÷ row1 ${spread(ratios(name, 'row1'), 2)}   ` +
        `÷ floor ${spread(ratios(name, 'floor'), 2)}   cpu ${spread(cpu(name), 3)} ms`,
    )
  }
  print(`WAL frames per completion: alone ${frames[0]}, in tens ${frames[1]}, in fifties ${frames[2]}`)
  print(`inbox, first page and total of ${OPEN_TASKS} open tasks: ${inboxMs.toFixed(2)} ms`)
  print('targets: one ≥ 0.30 (≥ 0.25 where commit_ms < 0.15), ten ≥ 0.7, cpu_ms ≤ 0.4, cpu_ms_ten ≤ 0.2, inbox_ms < 3')
  const commitMs = 1000 / median(rates('row1'))
  print(
    `bench one=${median(ratios('one', 'row1')).toFixed(2)} ten=${median(ratios('ten', 'row1')).toFixed(2)} ` +
      `cpu_ms=${median(cpu('one')).toFixed(3)} cpu_ms_ten=${median(cpu('ten')).toFixed(3)} ` +
      `commit_ms=${commitMs.toFixed(3)} inbox_ms=${inboxMs.toFixed(2)}`,
  )
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
