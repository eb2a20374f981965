import type { Key } from '../../protocol/records.ts'
import type { ElementInstance, InstanceState } from './instance-state.ts'
import { OWNED_TABLES, type OwnedTable, ownerOf } from './owners.ts'

/** A scope with more children, or more items to be done, is wide: each of its children is a branch. */
export const WIDE = 50

/** What is in no branch: the document of the instance itself. */
export const TRUNK = ''

type Table = Record<string, unknown>
type Owned = Map<OwnedTable, Set<string>>

/**
 * Where what lies in a state with a wide scope: the trunk, and a branch for each child of such a scope with all that is inside it (the nearest wide
 * scope counts). So a change costs what its branch holds, not what its thousand siblings hold: only branches that changed are saved, and whoever
 * asks for what belongs to an element instance does not look through all of it. It follows from the state alone, and is kept up with every change.
 */
export class Branches {
  /** Branches whose saved form is no longer true. */
  readonly changed = new Set<string>()
  private readonly names = new Map<object, OwnedTable>()
  private readonly children = new Map<Key, Set<Key>>()
  private readonly owned = new Map<Key, Owned>()
  private readonly branchOfOwner: Map<Key, string>
  private readonly ownersIn = new Map<string, Set<Key>>()

  /** `saved`: where what belongs to element instances was read from; absent when nothing was divided before. */
  constructor(
    private readonly state: InstanceState,
    saved: Iterable<readonly [Key, string]> = [],
  ) {
    this.branchOfOwner = new Map(saved)
    for (const name of OWNED_TABLES) {
      this.names.set(state[name], name)
      for (const [key, value] of Object.entries(state[name] as Table)) this.join(name, key, value)
    }
  }

  /** An entry of a table is another than before; undefined: there is none. */
  note(table: object, key: string, value: unknown, before: unknown): void {
    const name = this.names.get(table)
    if (!name) return
    if (value === undefined) this.leave(name, key, before)
    else this.join(name, key, value)
    if (name === 'elements' && value !== undefined && isWide(value) !== isWide(before)) this.settleChildren(key)
  }

  /** The variables of a scope are other ones than before. */
  noteScope(scopeKey: Key): void {
    this.changed.add(this.branchOf(scopeKey))
  }

  childrenOf(scopeKey: Key): Key[] {
    return [...(this.children.get(scopeKey) ?? [])]
  }

  /** The keys of the entries of a table that belong to an element instance. */
  ownedBy(table: OwnedTable, ownerKey: Key): string[] {
    return [...(this.owned.get(ownerKey)?.get(table) ?? [])]
  }

  /** What a branch holds, table by table; empty when nothing of it is left. */
  contentOf(branch: string): Partial<Pick<InstanceState, OwnedTable>> {
    const content: Partial<Record<OwnedTable, Table>> = {}
    for (const owner of this.ownersIn.get(branch) ?? [])
      for (const [name, keys] of this.owned.get(owner)!)
        for (const key of keys) {
          content[name] ??= {}
          content[name][key] = this.state[name][key]
        }
    return content as Partial<Pick<InstanceState, OwnedTable>>
  }

  /** Every branch that holds something. */
  all(): string[] {
    return [...this.ownersIn.keys()].filter(branch => branch !== TRUNK)
  }

  /** Whether there is anything besides the trunk. */
  hasAny(): boolean {
    return this.ownersIn.size > (this.ownersIn.has(TRUNK) ? 1 : 0)
  }

  private join(name: OwnedTable, key: string, value: unknown): void {
    const owner = this.ownerOf(name, key, value)
    if (name === 'elements') this.joinScope(key, value as ElementInstance)
    const branch = this.branchOf(owner)
    setIn(this.ownersIn, branch).add(owner)
    const owned = this.owned.get(owner) ?? new Map<OwnedTable, Set<string>>()
    this.owned.set(owner, owned)
    setIn(owned, name).add(key)
    this.changed.add(branch)
  }

  private leave(name: OwnedTable, key: string, before: unknown): void {
    const owner = this.ownerOf(name, key, before)
    const branch = this.branchOf(owner)
    this.changed.add(branch)
    const { flowScopeKey } = before as Partial<ElementInstance>
    if (name === 'elements' && flowScopeKey !== undefined) removeFrom(this.children, flowScopeKey, key)
    const owned = this.owned.get(owner)
    if (!owned) return
    removeFrom(owned, name, key)
    if (owned.size > 0) return
    this.owned.delete(owner)
    this.branchOfOwner.delete(owner)
    removeFrom(this.ownersIn, branch, owner)
  }

  private joinScope(key: Key, { flowScopeKey }: ElementInstance): void {
    if (flowScopeKey !== undefined) setIn(this.children, flowScopeKey).add(key)
  }

  /** A scope has become wide: what is inside it moves to branches of its own. */
  private settleChildren(scopeKey: Key): void {
    for (const key of this.children.get(scopeKey) ?? []) {
      this.move(key)
      if (!this.state.elements[key]?.isWide) this.settleChildren(key)
    }
  }

  private move(owner: Key): void {
    const before = this.branchOf(owner)
    this.branchOfOwner.delete(owner)
    const branch = this.branchOf(owner)
    removeFrom(this.ownersIn, before, owner)
    setIn(this.ownersIn, branch).add(owner)
    this.changed.add(before).add(branch)
  }

  /** Items are many and never change: they are kept apart from the body that goes through them. */
  private ownerOf(name: OwnedTable, key: string, value: unknown): string {
    if (name === 'collections') return `${ITEMS}${key}`
    return ownerOf(name, key, value) ?? this.state.processInstanceKey
  }

  /** Remembered as long as the element instance has anything: it may end before what belongs to it. */
  private branchOf(owner: string): string {
    const known = this.branchOfOwner.get(owner)
    if (known !== undefined) return known
    const branch = owner.startsWith(ITEMS) ? owner : this.nearestBranch(owner)
    this.branchOfOwner.set(owner, branch)
    return branch
  }

  private nearestBranch(key: Key): string {
    const scopeKey = this.state.elements[key]?.flowScopeKey
    const scope = scopeKey === undefined ? undefined : this.state.elements[scopeKey]
    if (!scope) return TRUNK
    return scope.isWide ? key : this.branchOf(scopeKey!)
  }
}

/** Before the key of a body: the branch that holds its items. */
const ITEMS = 'items/'

function isWide(element: unknown): boolean {
  return (element as ElementInstance | undefined)?.isWide === true
}

function setIn<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key)
  if (known) return known
  const created = new Set<V>()
  map.set(key, created)
  return created
}

function removeFrom<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  set?.delete(value)
  if (set?.size === 0) map.delete(key)
}
