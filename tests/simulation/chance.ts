import { createRandom } from '../bench/random.ts'

/** Chance that is the same for the same seed. */
export interface Chance {
  /** True so many times out of one. */
  is(probability: number): boolean
  pick<T>(from: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** Opens the chance of a seed. */
export function createChance(seed: number): Chance {
  const random = createRandom(seed)
  return {
    is: probability => random() < probability,
    pick: from => from[Math.floor(random() * from.length)]!,
    shuffled: list =>
      list
        .map(each => ({ each, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each),
  }
}
