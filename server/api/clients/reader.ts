import {
  CallRefused,
  type Reader,
  type SearchKind,
  type SearchPage,
  type SearchQuery,
} from '../../engine/gateway/index.ts'
import type { House } from '../house.ts'
import { maySeeInstance, maySeeTask, readsEverything } from '../visibility.ts'
import type { AdmittedClient } from './admit-client.ts'
import { elementInstances, jobs, variables } from './instance-items.ts'
import {
  allIncidents,
  allInstances,
  allTasks,
  definitionItem,
  incidentItem,
  instanceItem,
  taskItem,
} from './search-items.ts'

type Item = Record<string, unknown>

/** More are not counted. */
const MOST_COUNTED = 10_000

/**
 * Searches of REST v2 on our projections, which are never behind. In an office a client reads what the person it acts
 * for may see; one of its own everything if its roles may, else only which procedures there are.
 */
export function createReader(house: House, client: AdmittedClient): Reader {
  return {
    search(kind, query) {
      const items = itemsOf(house, client, kind, query)
      return page(items, kind, query)
    },
  }
}

function itemsOf(house: House, client: AdmittedClient, kind: SearchKind, { filter }: SearchQuery): Iterable<Item> {
  const { person } = client.onBehalf ?? client.itself
  const isFree = client.profile === 'demo' || readsEverything(person)
  const instance = typeof filter.processInstanceKey === 'string' ? filter.processInstanceKey : undefined
  if (kind === 'process-definitions') return definitions(house)
  if (!isFree && !client.onBehalf) throw new CallRefused('FORBIDDEN', 'Expected a client that may read everything')
  const sees = (key: string) => isFree || maySeeInstance(house, person, key)
  switch (kind) {
    case 'process-instances':
      return mapped(allInstances(house, instance), one =>
        sees(one.processInstanceKey) ? instanceItem(one) : undefined,
      )
    case 'user-tasks':
      return mapped(allTasks(house, instance), task =>
        isFree || maySeeTask(house, person, task) ? taskItem(task) : undefined,
      )
    case 'incidents':
      return mapped(allIncidents(house, instance), one =>
        sees(one.processInstanceKey) ? incidentItem(one) : undefined,
      )
    default: {
      const key = named(house, kind, instance)
      if (key === undefined || !sees(key)) return []
      return { 'element-instances': elementInstances, variables, jobs }[kind](house, key)
    }
  }
}

/** Elements, variables and jobs are read out of one instance's entries; there is no table of all of them. */
function named(house: House, kind: SearchKind, processInstanceKey: string | undefined): string | undefined {
  if (processInstanceKey === undefined)
    throw new CallRefused('INVALID_ARGUMENT', `Expected a filter by 'processInstanceKey' in a search of ${kind}`)
  return house.instances.find(processInstanceKey)?.processInstanceKey
}

function* definitions(house: House): Iterable<Item> {
  for (const { bpmnProcessId } of house.definitions.latest())
    yield* house.definitions.versionsOf(bpmnProcessId).map(definitionItem)
}

function* mapped<T>(all: Iterable<T>, item: (one: T) => Item | undefined): Iterable<Item> {
  for (const one of all) {
    const shown = item(one)
    if (shown) yield shown
  }
}

function page(items: Iterable<Item>, kind: SearchKind, { filter, sort, from, limit }: SearchQuery): SearchPage {
  const found: Item[] = []
  for (const item of items) {
    checkMembers(kind, [...Object.keys(filter), ...sort.map(({ field }) => field)], item)
    if (matches(item, filter)) found.push(item)
    if (found.length >= MOST_COUNTED) break
  }
  for (const { field, order } of sort.toReversed())
    found.sort((a, b) => compare(a[field], b[field]) * (order === 'ASC' ? 1 : -1))
  return { items: found.slice(from, from + limit), totalItems: found.length }
}

/** A member we do not know would answer too much, or in another order: it is refused, not ignored. */
function checkMembers(kind: SearchKind, members: readonly string[], item: Item): void {
  const unknown = members.find(name => !(name in item))
  if (unknown !== undefined)
    throw new CallRefused('INVALID_ARGUMENT', `Expected a member that a search of ${kind} knows, found '${unknown}'`)
}

function matches(item: Item, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    const equal = typeof wanted === 'object' && wanted !== null && '$eq' in wanted ? wanted.$eq : wanted
    return item[name] === equal
  })
}

/** Numbers by size, anything else as text; what is missing comes last. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}
