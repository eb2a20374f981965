/** Rows that a list looks at before it says "so far"; no page costs more, however rare what is looked for. */
export const MOST_LOOKED_AT = 2000

/** One page of a list. */
export interface BoundedPage<Row> {
  items: Row[]
  /** Where to go on; a page may be short, or empty, and have one. */
  endCursor?: string
  /** How many rows were looked at. */
  lookedAt: number
}

/** Numbers of rows in descending order, below one. */
export type Stream = (below: number, limit: number) => number[]

/** The numbers of several streams in descending order; each is asked for no more than is wanted of all. */
export function merged(streams: readonly Stream[]): Stream {
  const [only] = streams
  if (only && streams.length === 1) return only
  return (below, limit) => {
    const found = new Set(streams.flatMap(stream => stream(below, limit)))
    return [...found].sort((a, b) => b - a).slice(0, limit)
  }
}

/**
 * A page of what is left of a stream after a filter. Takes rows in portions until the page is full, the stream is at its
 * end, or `MOST_LOOKED_AT` rows were looked at.
 * @param find the row of a number, or nothing when it is not wanted
 */
export function boundedPage<Row>(
  stream: Stream,
  find: (seq: number) => Row | undefined,
  { limit, after }: { limit: number; after?: string | undefined },
): BoundedPage<Row> {
  const items: Row[] = []
  let below = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) || 0
  let lookedAt = 0
  for (;;) {
    const portion = stream(below, limit + 1)
    for (const seq of portion) {
      const isEnough = items.length === limit || lookedAt === MOST_LOOKED_AT
      if (isEnough) return { items, endCursor: String(below), lookedAt }
      lookedAt += 1
      below = seq
      const row = find(seq)
      if (row) items.push(row)
    }
    if (portion.length <= limit) return { items, lookedAt }
  }
}
