import type { LimitParameter, LimitRules } from '../../api-types.ts'

/** The file of a bundle that proposes other limits for the office. */
export const PARAMETERS_FILE = 'parameters.json'

/** Units in which a limit is set, in the order of the list. */
export const UNITS = ['WD', 'D', 'H', 'MIN', 'M', 'Y'] as const
export type Unit = (typeof UNITS)[number]

/** An amount that is a number of a unit. */
export interface Length {
  number: number
  unit: Unit
}

/** What a draft proposes for a limit; in force with its publication. */
export interface ProposedLimit {
  key: string
  amount: string
  mode: LimitParameter['mode']
  consequence: LimitParameter['consequence']
  /** How it may be made longer; null: not at all; left out: as it is. */
  extension?: LimitRules['extension']
  /** Why it is changed; a proposal without it is not published. */
  reason?: string
  /** `2027-01-01`; the day of publication without it. */
  effectiveFrom?: string
}

/** Reads `5WD`; nothing of amounts that are not a number of a unit (`document`, `yearly 12-15`). */
export function readAmount(amount: string): Length | undefined {
  const [, number, unit] = /^(\d+)([A-Z]+)$/.exec(amount) ?? []
  const known = UNITS.find(each => each === unit)
  return number && known ? { number: Number(number), unit: known } : undefined
}

export const writeAmount = ({ number, unit }: Length): string => `${number}${unit}`

/** The limits of a task by their keys: `a;b` are several, `+b` runs after the end of `a`. */
export const readLimitKeys = (header: string): string[] =>
  header
    .split(';')
    .map(each => each.trim().replace(/^\+/, ''))
    .filter(Boolean)

/** What the draft proposes; nothing where the file is not there or cannot be read. */
export function readProposed(content: string | undefined): ProposedLimit[] {
  try {
    const { limits = [] } = JSON.parse(content ?? '{}') as { limits?: ProposedLimit[] }
    return Array.isArray(limits) ? limits : []
  } catch {
    return []
  }
}

/** A proposal with why it is made or from when it holds; what is empty is left out. */
export function explain(
  content: string | undefined,
  key: string,
  { reason, effectiveFrom }: Pick<ProposedLimit, 'reason' | 'effectiveFrom'>,
): string {
  const limits = readProposed(content).map(each => {
    if (each.key !== key) return each
    const { reason: _reason, effectiveFrom: _from, ...rest } = each
    return { ...rest, ...(reason && { reason }), ...(effectiveFrom && { effectiveFrom }) }
  })
  return written(limits)
}

const written = (limits: readonly ProposedLimit[]): string => `${JSON.stringify({ limits }, null, 2)}\n`

/** A limit as it would be with the draft. */
export function withProposed(parameter: LimitParameter, proposed: readonly ProposedLimit[]): LimitParameter {
  const found = proposed.find(({ key }) => key === parameter.key)
  if (!found) return parameter
  const { amount, mode, consequence } = found
  return { ...parameter, amount, mode, consequence }
}

/**
 * The file with a proposal in the place of an earlier one for the same limit; null when nothing is proposed any more,
 * because everything is as the office has it.
 */
export function propose(content: string | undefined, wanted: ProposedLimit, inForce: LimitParameter): string | null {
  const { key, amount, mode, consequence, extension } = wanted
  const isAsBefore =
    extension === undefined && amount === inForce.amount && mode === inForce.mode && consequence === inForce.consequence
  const before = readProposed(content)
  const earlier = before.find(each => each.key === key)
  const others = before.filter(each => each.key !== key)
  const { extension: _extension, ...kept } = earlier ?? {}
  const next = { ...kept, key, amount, mode, consequence, ...(extension !== undefined && { extension }) }
  const limits = [...others, ...(isAsBefore ? [] : [next])]
  limits.sort((a, b) => (a.key < b.key ? -1 : 1))
  return limits.length === 0 ? null : written(limits)
}
