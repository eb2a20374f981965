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

/** More are not looked at: a search must not keep everybody else waiting. */
const MOST_SEEN = 10_000

type Equalities = ReadonlyMap<string, unknown>

/**
 * Searches of REST v2 on our projections, which are never behind. In an office a client reads what the person it acts
 * for may see; one of its own everything if its roles may, else only which procedures there are.
 */
export function createReader(house: House, client: AdmittedClient): Reader {
  return {
    async search(kind, query) {
      const wanted = equalitiesOf(query.filter)
      return page(await itemsOf(house, client, kind, wanted), kind, query, wanted)
    },
  }
}

/** A filter is the equality of members; an operator we do not know would answer something else. */
function equalitiesOf(filter: Record<string, unknown>): Equalities {
  return new Map(
    Object.entries(filter).map(([name, wanted]) => {
      if (typeof wanted !== 'object' || wanted === null) return [name, wanted]
      const [operator, ...others] = Object.keys(wanted)
      if (operator === '$eq' && others.length === 0) return [name, (wanted as { $eq: unknown }).$eq]
      throw new CallRefused('INVALID_ARGUMENT', `Expected a filter of '${name}' by '$eq', found '${operator}'`)
    }),
  )
}

async function itemsOf(
  house: House,
  client: AdmittedClient,
  kind: SearchKind,
  wanted: Equalities,
): Promise<Iterable<Item | undefined>> {
  const { person } = client.onBehalf ?? client.itself
  const isFree = client.profile === 'demo' || readsEverything(person)
  if (kind === 'process-definitions') return definitions(house)
  if (!isFree && !client.onBehalf) throw new CallRefused('FORBIDDEN', 'Expected a client that may read everything')
  const sees = (key: string) => isFree || maySeeInstance(house, person, key)
  const named = (name: string) => keyIn(wanted, name)
  const instance = named('processInstanceKey')
  switch (kind) {
    case 'process-instances':
      return mapped(allInstances(house, instance), one =>
        sees(one.processInstanceKey) ? instanceItem(one) : undefined,
      )
    case 'user-tasks':
      return mapped(allTasks(house, instance, named('userTaskKey')), task =>
        isFree || maySeeTask(house, person, task) ? taskItem(task) : undefined,
      )
    case 'incidents':
      return mapped(allIncidents(house, instance, named('incidentKey')), one =>
        sees(one.processInstanceKey) ? incidentItem(one) : undefined,
      )
    default: {
      const key = ownerOf(house, kind, instance)
      if (key === undefined || !sees(key)) return []
      return await { 'element-instances': elementInstances, variables, jobs }[kind](house, key)
    }
  }
}

function keyIn(wanted: Equalities, name: string): string | undefined {
  const value = wanted.get(name)
  return typeof value === 'string' ? value : undefined
}

/** Elements, variables and jobs are read out of one instance's entries; there is no table of all of them. */
function ownerOf(house: House, kind: SearchKind, processInstanceKey: string | undefined): string | undefined {
  if (processInstanceKey === undefined)
    throw new CallRefused('INVALID_ARGUMENT', `Expected a filter by 'processInstanceKey' in a search of ${kind}`)
  return house.instances.find(processInstanceKey)?.processInstanceKey
}

function* definitions(house: House): Iterable<Item> {
  for (const { bpmnProcessId } of house.definitions.latest())
    yield* house.definitions.versionsOf(bpmnProcessId).map(definitionItem)
}

/** What may not be seen is nothing, but it was looked at. */
function* mapped<T>(all: Iterable<T>, item: (one: T) => Item | undefined): Iterable<Item | undefined> {
  for (const one of all) yield item(one)
}

function page(
  items: Iterable<Item | undefined>,
  kind: SearchKind,
  { sort, from, limit }: SearchQuery,
  wanted: Equalities,
): SearchPage {
  const found: Item[] = []
  let seen = 0
  for (const item of items) {
    if (seen === MOST_SEEN) break
    seen += 1
    if (!item) continue
    checkMembers(kind, [...wanted.keys(), ...sort.map(({ field }) => field)], item)
    if ([...wanted].every(([name, value]) => item[name] === value)) found.push(item)
  }
  for (const { field, order } of sort.toReversed())
    found.sort((a, b) => compare(a[field], b[field]) * (order === 'ASC' ? 1 : -1))
  return { items: found.slice(from, from + limit), totalItems: found.length, isWhole: seen < MOST_SEEN }
}

/** A member we do not know would answer too much, or in another order: it is refused, not ignored. */
function checkMembers(kind: SearchKind, members: readonly string[], item: Item): void {
  const unknown = members.find(name => !Object.hasOwn(item, name))
  if (unknown !== undefined)
    throw new CallRefused('INVALID_ARGUMENT', `Expected a member that a search of ${kind} knows, found '${unknown}'`)
}

/** Numbers by size, anything else as text; what is missing comes last. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}
