import { CommandRejected } from '../engine/protocol/errors.ts'

/** Where a page ended: the sort columns of its last row. Opaque to those who page. */
export type Position = readonly number[]

/** The cursor of a position, to be handed out. */
function toCursor(position: Position): string {
  return Buffer.from(position.join(',')).toString('base64url')
}

/** The position of a cursor that was handed out. @throws CommandRejected INVALID_ARGUMENT for any other text. */
export function fromCursor(cursor: string, length: number): Position {
  const position = Buffer.from(cursor, 'base64url').toString().split(',').map(Number)
  // What reads as a position but was never written as one (an empty text is 0 to Number) is no cursor either.
  const isOurs = toCursor(position) === cursor
  if (isOurs && position.length === length && position.every(Number.isSafeInteger)) return position
  throw new CommandRejected('INVALID_ARGUMENT', `Expected a cursor of an earlier page, found '${cursor}'`, {
    id: 'cursor.malformed',
  })
}

/** One page of a list, and the cursor of the next one if there is more. */
export interface Page<Item> {
  items: Item[]
  endCursor?: string
}

/** Cuts a page out of what a query found with a limit of one more. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  item: (row: Row) => Item,
  position: (row: Row) => Position,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), ...(rows.length > limit && last && { endCursor: toCursor(position(last)) }) }
}
