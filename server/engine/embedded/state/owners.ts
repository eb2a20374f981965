import type { Key } from '../../protocol/records.ts'
import type { InstanceState } from './instance-state.ts'

/** The tables of a state whose entries belong to element instances. */
export const OWNED_TABLES = [
  'elements',
  'variables',
  'joins',
  'collections',
  'userTasks',
  'jobs',
  'timers',
  'subscriptions',
  'signalSubscriptions',
  'compensations',
  'conditions',
  'incidents',
] as const

export type OwnedTable = (typeof OWNED_TABLES)[number]

/** How each table says whose an entry is. */
const OWNERS: { [T in OwnedTable]: (key: string, value: InstanceState[T][string]) => Key | undefined } = {
  elements: key => key,
  variables: key => key,
  joins: key => key.slice(0, key.indexOf('/')),
  collections: key => key,
  userTasks: (_, { elementInstanceKey }) => elementInstanceKey,
  jobs: (_, { elementInstanceKey }) => elementInstanceKey,
  timers: (_, { elementInstanceKey }) => elementInstanceKey,
  subscriptions: (_, { elementInstanceKey }) => elementInstanceKey,
  signalSubscriptions: (_, { catchEventInstanceKey }) => catchEventInstanceKey,
  compensations: (_, { compensableActivityScopeKey }) => compensableActivityScopeKey,
  conditions: (_, { elementInstanceKey }) => elementInstanceKey,
  incidents: (_, { elementInstanceKey }) => elementInstanceKey,
}

/** The element instance an entry belongs to. */
export function ownerOf(table: OwnedTable, key: string, value: unknown): Key | undefined {
  return (OWNERS[table] as (key: string, value: unknown) => Key | undefined)(key, value)
}
