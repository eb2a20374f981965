import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Environment } from '../environment.ts'
import type { Language } from '../language.ts'

/** Which part of a list is asked for. */
export interface Window {
  limit: number
  after?: string | undefined
}

/** Rows, and where to go on if there are more. */
interface Part<Row> {
  items: Row[]
  endCursor?: string | undefined
}

/** A register that people search, filter, page through and take away as a file: said once for the list and for the file. */
export interface ListedRegister<Filter extends z.ZodObject, Row, Shown> {
  filter: Filter
  /** @throws Problem 403 for whom it is not */
  part(c: Context<Environment>, filter: z.infer<Filter>, window: Window): Part<Row>
  shown(c: Context<Environment>, row: Row): Shown | Promise<Shown>
  file: {
    /** What is written down when somebody takes it out; its sentence is in history-words.ts. */
    verb: string
    heading: Readonly<Record<Language, readonly string[]>>
    /** One or more lines for a row. */
    lines(shown: Shown, c: Context<Environment>): string[][]
  }
}

/** The same, to be written as a file without knowing what its rows are. */
export interface RegisterFile {
  filter: z.ZodObject
  verb: string
  heading: Readonly<Record<Language, readonly string[]>>
  /** Lines in the order of the list. */
  lines(c: Context<Environment>, filter: unknown): AsyncGenerator<string[]>
}

/** Rows of one file; more is asked for in parts. */
const MOST_ROWS = 20_000
const PORTION = 200

/** One page of a register, as its list answers it. */
export async function listOf<Filter extends z.ZodObject, Row, Shown>(
  c: Context<Environment>,
  register: ListedRegister<Filter, Row, Shown>,
  { limit, after, ...filter }: Window & Record<string, unknown>,
): Promise<{ items: Shown[]; page: { endCursor?: string } }> {
  const { items, endCursor } = register.part(c, filter as z.infer<Filter>, { limit, after })
  const shown = await Promise.all(items.map(row => register.shown(c, row)))
  return { items: shown, page: endCursor === undefined ? {} : { endCursor } }
}

/** A register as a file. */
export function fileOf<Filter extends z.ZodObject, Row, Shown>(
  register: ListedRegister<Filter, Row, Shown>,
): RegisterFile {
  const { filter, file } = register
  return {
    ...{ filter, verb: file.verb, heading: file.heading },
    async *lines(c, asked) {
      let after: string | undefined
      let count = 0
      do {
        const { items, endCursor } = register.part(c, asked as z.infer<Filter>, { limit: PORTION, after })
        for (const row of items) yield* file.lines(await register.shown(c, row), c)
        count += items.length
        after = endCursor
      } while (after !== undefined && count < MOST_ROWS)
    },
  }
}

/** A list that was asked for one more row than it shows, so that it knows whether there are more. */
export function cut<Row>(found: readonly Row[], limit: number, cursorOf: (row: Row) => string): Part<Row> {
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, ...(last !== undefined && { endCursor: cursorOf(last) }) }
}
