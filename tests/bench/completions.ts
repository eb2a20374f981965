import { approval5, openBenchOffice } from './bench-office.ts'
import { type Block, measureInterleaved, median, type Subject, spread } from './blocks.ts'
import type { Figure } from './figures.ts'
import { openFloors } from './floors.ts'
import { longProcedure } from './long-procedure.ts'
import { openPeers } from './peers.ts'

export interface Size {
  instances: number
  cycles: number
}

/** What the blocks showed, by subject. */
type Seen = Map<string, Block[]>

/** Completions alone and in groups, against what SQLite can do at best in the same run. */
export async function measureCompletions(folder: string, size: Size, print: (line: string) => void) {
  const office = await openBenchOffice(folder, approval5)
  const floors = openFloors(folder)
  try {
    await office.fill(size.instances)
    const frames: number[] = []
    for (const operations of [1, 10, 64]) frames.push(await framesOf(office, operations))
    const subjects = [['one', 1] as const, ['ten', 10] as const, ['fifty', 50] as const].map(([name, operations]) =>
      completions(office, name, operations, size.instances),
    )
    const seen = await measureInterleaved([...floors.subjects, ...subjects], size.cycles)
    for (const name of seen.keys()) print(lineOf(seen, name))
    return { figures: figuresOf(seen, frames), summary: summaryOf(seen) }
  } finally {
    floors.close()
    await office.close()
  }
}

/** The same procedure on other engines for Node, persisted at every wait state. */
export async function measurePeers(folder: string, cycles: number): Promise<Figure[]> {
  const office = await openBenchOffice(folder, { ...approval5, id: 'approval5' })
  const peers = await openPeers(folder)
  try {
    await office.fill(500)
    const seen = await measureInterleaved([completions(office, 'one', 1, 500), ...peers.subjects], cycles)
    return peers.subjects.flatMap(({ name }) => [
      { metric: `completions ÷ ${name}, each durable`, value: ratio(seen, 'one', name), unit: '', atLeast: 25 },
      {
        metric: `CPU per completion ÷ ${name}`,
        value: median(cpu(seen, 'one')) / median(cpu(seen, name)),
        unit: '',
        atMost: 0.05,
      },
    ])
  } finally {
    peers.close()
    await office.close()
  }
}

/** Whether a completion costs more because the diagram is larger. */
export async function measureLongProcedure(folder: string, cycles: number): Promise<Figure[]> {
  const [short, long] = [
    await openBenchOffice(folder, longProcedure(20)),
    await openBenchOffice(folder, longProcedure(200)),
  ]
  try {
    for (const office of [short, long]) await office.fill(500)
    const subjects = [completions(short, 'short', 10, 500), completions(long, 'long', 10, 500)]
    const seen = await measureInterleaved(subjects, cycles)
    const value = median(cpu(seen, 'long')) / median(cpu(seen, 'short'))
    return [{ metric: 'CPU per completion, 200 elements ÷ 20', value, unit: '', atMost: 1.5 }]
  } finally {
    await short.close()
    await long.close()
  }
}

interface Worked {
  fill(instances: number): Promise<void>
  complete(tasks: number): Promise<void>
}

function completions(office: Worked, name: string, operations: number, instances: number): Subject {
  return { name, operations, run: () => office.complete(operations), prepare: () => office.fill(instances) }
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

function figuresOf(seen: Seen, [alone = 0, inTens = 0, in64 = 0]: number[]): Figure[] {
  const least = commitMs(seen) < 0.15 ? 0.3 : 0.4
  return [
    { metric: 'completions ÷ row commit, one by one', value: ratio(seen, 'one', 'row1'), unit: '', atLeast: least },
    { metric: 'completions ÷ row commit, groups of 10', value: ratio(seen, 'ten', 'row1'), unit: '', atLeast: 1 },
    { metric: 'completions ÷ row commit, groups of 50', value: ratio(seen, 'fifty', 'row1'), unit: '', atLeast: 1.4 },
    { metric: 'completions ÷ floor, one by one', value: ratio(seen, 'one', 'floor'), unit: '', atLeast: 0.35 },
    { metric: 'CPU per completion, alone', value: median(cpu(seen, 'one')), unit: 'ms', atMost: 0.4 },
    { metric: 'CPU per completion, in tens', value: median(cpu(seen, 'ten')), unit: 'ms', atMost: 0.2 },
    { metric: 'WAL frames per completion, alone', value: alone, unit: '', atMost: 12 },
    { metric: 'WAL frames per completion, in tens', value: inTens, unit: '' },
    { metric: 'WAL frames per completion, groups of 64', value: in64, unit: '', atMost: 4 },
    { metric: 'commit of one row', value: commitMs(seen), unit: 'ms' },
  ]
}

/** The beginning of the last line of a run. */
function summaryOf(seen: Seen): string {
  return (
    `one=${ratio(seen, 'one', 'row1').toFixed(2)} ten=${ratio(seen, 'ten', 'row1').toFixed(2)} ` +
    `cpu_ms=${median(cpu(seen, 'one')).toFixed(3)} cpu_ms_ten=${median(cpu(seen, 'ten')).toFixed(3)} commit_ms=${commitMs(seen).toFixed(3)}`
  )
}

function lineOf(seen: Seen, name: string): string {
  return (
    `${name.padEnd(6)} ${spread(rates(seen, name), 0).padEnd(26)}/s   ÷ row1 ${spread(ratios(seen, name, 'row1'), 2)}   ` +
    `÷ floor ${spread(ratios(seen, name, 'floor'), 2)}   cpu ${spread(cpu(seen, name), 3)} ms`
  )
}

const rates = (seen: Seen, name: string) => seen.get(name)!.map(({ rate }) => rate)
const cpu = (seen: Seen, name: string) => seen.get(name)!.map(({ cpuMs }) => cpuMs)
const ratios = (seen: Seen, name: string, floor: string) =>
  rates(seen, name).map((rate, cycle) => rate / rates(seen, floor)[cycle]!)
const ratio = (seen: Seen, name: string, floor: string) => median(ratios(seen, name, floor))
const commitMs = (seen: Seen) => 1000 / median(rates(seen, 'row1'))
