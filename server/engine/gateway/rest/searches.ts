import type { Context } from 'hono'
import { z } from 'zod'
import { CallRefused } from '../call-refused.ts'
import type { SearchKind } from '../gate.ts'
import { pathKey, type RestEnvironment, readBody, restRoutes } from './environment.ts'

const MOST_ITEMS = 1000

/** Older clients write it small. */
const Order = z.preprocess(text => (typeof text === 'string' ? text.toUpperCase() : text), z.enum(['ASC', 'DESC']))

const Search = z.strictObject({
  filter: z.record(z.string(), z.unknown()).nullish(),
  page: z
    .strictObject({
      from: z.int().min(0).optional(),
      limit: z.int().min(1).max(MOST_ITEMS).optional(),
      after: z.string().optional(),
    })
    .nullish(),
  sort: z.array(z.strictObject({ field: z.string(), order: Order.default('ASC') })).nullish(),
})

/** Things that can be searched for, and the member by which one of them is got. */
const KINDS: Readonly<Record<SearchKind, string>> = {
  'process-definitions': 'processDefinitionKey',
  'process-instances': 'processInstanceKey',
  'element-instances': 'elementInstanceKey',
  variables: 'variableKey',
  'user-tasks': 'userTaskKey',
  incidents: 'incidentKey',
  jobs: 'jobKey',
}
/** Whose parts are found only by their instance. */
const GOT = ['process-definitions', 'process-instances', 'user-tasks', 'incidents'] as const

/** Reading: always up to date, since our projections are written with what they tell of. */
export const searchRoutes = restRoutes()
for (const kind of Object.keys(KINDS) as SearchKind[]) searchRoutes.post(`/${kind}/search`, c => search(c, kind))
for (const kind of GOT)
  searchRoutes.get(`/${kind}/:key`, async c => {
    const filter = { [KINDS[kind]]: pathKey(c) }
    const { items } = await c.var.caller.reader.search(kind, { filter, sort: [], from: 0, limit: 1 })
    const [item] = items
    if (!item) throw new CallRefused('NOT_FOUND', `Expected to find ${kind} with key '${pathKey(c)}', but none found`)
    return c.json(without(item))
  })

async function search(c: Context<RestEnvironment>, kind: SearchKind) {
  const { filter, page, sort } = await readBody(c, Search)
  const { limit = 100, after } = page ?? {}
  const from = after === undefined ? (page?.from ?? 0) : positionOf(after)
  const { items, totalItems, isWhole } = await c.var.caller.reader.search(kind, {
    filter: filter ?? {},
    sort: sort ?? [],
    from,
    limit,
  })
  const cursors = items.length > 0 && { startCursor: cursorOf(from), endCursor: cursorOf(from + items.length) }
  return c.json({ items: items.map(without), page: { totalItems, ...cursors, hasMoreTotalItems: !isWhole } })
}

/** What is not there is left out, as Camunda's descriptions of its answers demand. */
function without(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined))
}

function cursorOf(position: number): string {
  return btoa(String(position))
}

function positionOf(cursor: string): number {
  const position = /^[A-Za-z0-9+/]+=*$/.test(cursor) ? Number(decode(cursor)) : Number.NaN
  if (Number.isSafeInteger(position) && position >= 0) return position
  throw new CallRefused('INVALID_ARGUMENT', `Expected a cursor of an earlier page, found '${cursor}'`)
}

function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return 'none'
  }
}
