import { createRandom } from './random.ts'

/** Something whose rate is measured: one `run` does this many operations. */
export interface Subject {
  name: string
  operations: number
  run(): Promise<void>
  /** Between blocks, not measured. */
  prepare?(): Promise<void>
}

/** What one block showed. */
export interface Block {
  /** Operations per second. */
  rate: number
  /** Processor time per operation, user and system, ms. */
  cpuMs: number
}

const BLOCK_MS = 80

/**
 * Measures all subjects in short blocks, in an order that changes in every cycle: a disk or a neighbour that is slow for
 * a while is slow for all of them, so their ratios within one cycle hold.
 */
export async function measureInterleaved(subjects: Subject[], cycles: number): Promise<Map<string, Block[]>> {
  const random = createRandom(7)
  const blocks = new Map<string, Block[]>(subjects.map(({ name }) => [name, []]))
  for (let cycle = -2; cycle < cycles; cycle++) {
    const order = subjects.map(subject => ({ subject, at: random() })).sort((a, b) => a.at - b.at)
    for (const { subject } of order) {
      await subject.prepare?.()
      const block = await measureBlock(subject)
      // The first cycles warm up the compiler and the page cache.
      if (cycle >= 0) blocks.get(subject.name)!.push(block)
    }
  }
  return blocks
}

async function measureBlock({ run, operations }: Subject): Promise<Block> {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  let runs = 0
  let elapsed = 0
  do {
    await run()
    runs++
    elapsed = performance.now() - begun
  } while (elapsed < BLOCK_MS)
  const { user, system } = process.cpuUsage(cpu)
  return { rate: (runs * operations * 1000) / elapsed, cpuMs: (user + system) / 1000 / (runs * operations) }
}

/** The value below which the share `part` of the values lies. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!
}

export const median = (values: number[]): number => quantile(values, 0.5)

/** `median [p10..p90]`. */
export function spread(values: number[], digits: number): string {
  const [low, middle, high] = [0.1, 0.5, 0.9].map(part => quantile(values, part).toFixed(digits))
  return `${middle} [${low}..${high}]`
}
