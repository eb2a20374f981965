import type { Json, Variables } from '../engine/index.ts'

type Row = Record<string, Json>

/** Among the values of a step: the rows a task knows under a name, with what is filled in there. */
export interface KnownRows {
  /** Variable that holds the list. */
  $rows: string
  /** Filled in in every row. */
  set: Row
  /** Filled in otherwise in rows that have these values. */
  but?: { of: Row; set: Row }[]
}

/** Tells it from other values. */
export function isRows(value: Json): value is Json & KnownRows {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.$rows === 'string'
}

/** The rows as somebody fills them in; a list that the task does not know is empty. */
export function rowsFilled({ $rows, set, but = [] }: KnownRows, known: Variables): Json {
  const rows = known[$rows]
  if (!Array.isArray(rows)) return []
  return (rows as Row[]).map(row => {
    const other = but.find(({ of }) => Object.entries(of).every(([name, value]) => row[name] === value))
    return { ...row, ...set, ...other?.set }
  })
}
