import { limitParameters } from '../../deadlines/parameters/index.ts'
import type { Said } from './words.ts'

/** A limit as prose speaks of it. */
export interface LimitName {
  name: Said
  amount: string
  /** What becomes of a last day off, and what happens when it is over; absent where nobody told. */
  mode?: string
  consequence?: string
}

/** What prose is told of things that lie outside the bundle. Whatever it does not know is called by its id. */
export interface Names {
  role?(id: string): Said | undefined
  limit?(key: string): LimitName | undefined
  process?(id: string): string | undefined
  /** The roles of the office, where they can be chosen from. */
  roleIds?: readonly string[]
}

const shipped = new Map(limitParameters.map(limit => [limit.key, limit]))

/**
 * Names where a bundle proposes limits of its own: those first, then the office's, then the ones the product brings.
 * @param parameters the text of the bundle's `parameters.json`
 */
export function namesWith(names: Names, parameters: string | undefined): Names {
  const proposed = proposedLimits(parameters)
  return {
    ...names,
    limit: key => {
      const known = names.limit?.(key) ?? shipped.get(key)
      const amount = proposed.get(key) ?? known?.amount
      return amount === undefined ? undefined : { ...known, name: known?.name ?? { zh: key, en: key }, amount }
    },
  }
}

/** The amounts that the `limits` of a `parameters.json` propose; none when it cannot be read. */
function proposedLimits(text: string | undefined): Map<string, string> {
  try {
    const { limits } = JSON.parse(text ?? '{}') as { limits?: { key?: unknown; amount?: unknown }[] }
    return new Map((limits ?? []).map(({ key, amount }) => [String(key), String(amount)]))
  } catch {
    return new Map()
  }
}
