import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { Known, Resource } from './model.ts'

/** The file of a draft in which it proposes other amounts for limits of the office. */
export const PARAMETERS_FILE = 'parameters.json'

/** What a draft proposes for a limit: the body of a change of it, as far as it was written. */
export interface ProposedLimit extends Partial<Pick<LimitParameter, 'amount' | 'mode' | 'consequence'>> {
  key: string
  effectiveFrom?: string
  reason?: string
}

/** The proposals of a draft; undefined when the file is no list of them. */
export function proposedLimits(resources: readonly Resource[]): readonly ProposedLimit[] | undefined {
  const file = resources.find(({ name }) => name === PARAMETERS_FILE)
  if (!file) return []
  try {
    const { limits = [] } = JSON.parse(file.content) as { limits?: unknown }
    return isListOfProposals(limits) ? limits : undefined
  } catch {
    return undefined
  }
}

const isListOfProposals = (value: unknown): value is ProposedLimit[] =>
  Array.isArray(value) &&
  value.every(each => typeof each === 'object' && each !== null && typeof (each as ProposedLimit).key === 'string')

/** What the house will know once the proposals hold: the rules judge the draft as it would be. */
export function withProposals(known: Known, proposals: readonly ProposedLimit[]): Known {
  if (proposals.length === 0) return known
  const byKey = new Map(proposals.map(proposal => [proposal.key, proposal]))
  return {
    ...known,
    limits: known.limits.map(limit => {
      const { amount = limit.amount, mode = limit.mode, consequence = limit.consequence } = byKey.get(limit.key) ?? {}
      return isLength(amount) ? { ...limit, amount, mode, consequence } : limit
    }),
  }
}

/** `5WD`, `30D` …, or one of the words that are no length. */
export const isLength = (amount: unknown): amount is string =>
  typeof amount === 'string' &&
  /^(?:\d{1,4}(?:WD|D|H|MIN|M|Y)|document|same-day|yearly (?:0[1-9]|1[0-2])-\d{2}|rate \d{1,2}%)$/.test(amount)
