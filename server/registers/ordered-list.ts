import { type BoundedPage, MOST_LOOKED_AT } from './cases/bounded-list.ts'

/** Where a row stands in a list: what the list is ordered by, then its id. */
export interface Place {
  place: string
  id: string
}

/** Rows in ascending order behind a place. */
export type PlaceStream = (after: Place, limit: number) => Place[]

/** Before every row. */
const FIRST: Place = { place: '', id: '' }

/** So many rows are read at a time where all are wanted. */
const PORTION = 500

/** Every row of a stream, read in portions, so that whoever takes them one by one holds nobody up. */
export function* allOf<Row>(stream: PlaceStream, find: (id: string) => Row | undefined): Generator<Row> {
  let portion = stream(FIRST, PORTION)
  while (portion.length > 0) {
    for (const { id } of portion) {
      const row = find(id)
      if (row) yield row
    }
    portion = portion.length < PORTION ? [] : stream(portion.at(-1)!, PORTION)
  }
}

/**
 * A page of what is left of a stream after a filter: takes rows in portions until the page is full, the stream is at its
 * end, or `MOST_LOOKED_AT` rows were looked at; then the page is short and says where to go on.
 * @param find the row of an id, or nothing when it is not wanted
 * @param from the place of the last row that was looked at before
 */
export function orderedPage<Row>(
  stream: PlaceStream,
  find: (id: string) => Row | undefined,
  { limit, from = FIRST }: { limit: number; from?: Place | undefined },
): BoundedPage<Row> {
  const items: Row[] = []
  let after = from
  let lookedAt = 0
  for (;;) {
    const portion = stream(after, limit + 1)
    for (const at of portion) {
      if (items.length === limit || lookedAt === MOST_LOOKED_AT) return { items, endCursor: after.id, lookedAt }
      lookedAt += 1
      after = at
      const row = find(at.id)
      if (row) items.push(row)
    }
    if (portion.length <= limit) return { items, lookedAt }
  }
}
