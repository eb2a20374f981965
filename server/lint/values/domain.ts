import type { Json } from '../../engine/protocol/records.ts'

/** What a variable may hold: values known from buttons, options and constants, and whether it may hold others too. */
export interface Domain {
  values: readonly Json[]
  /** What people type or others send: any value of the type, when that is known. */
  open?: 'text' | 'number' | 'other'
  /** Who sets it, by element id. */
  writers: readonly string[]
}

/** Stands for a text that nobody wrote into a diagram. */
export const ANY_TEXT = '⟨其他⟩'
/** More than people can choose from, and enough for the contexts that first steps are made of. */
const MOST_VALUES = 128

export const NOBODY: Domain = { values: [], writers: [] }

/** Both together; with too many values it may as well hold any. */
export function joined(a: Domain, b: Domain): Domain {
  const values = [...new Map([...a.values, ...b.values].map(value => [JSON.stringify(value), value])).values()]
  const open = a.open === undefined || a.open === b.open ? b.open : b.open === undefined ? a.open : 'other'
  const writers = [...new Set([...a.writers, ...b.writers])]
  if (values.length > MOST_VALUES) return { values: [], open: open ?? kindOf(values), writers }
  return { values, writers, ...(open && { open }) }
}

/** The kind of open domain that would hold these values. */
export function kindOf(found: readonly Json[]): NonNullable<Domain['open']> {
  const values = found.filter(value => value !== null)
  if (values.length === 0) return 'other'
  if (values.every(value => typeof value === 'number')) return 'number'
  return values.every(value => typeof value === 'string') ? 'text' : 'other'
}
