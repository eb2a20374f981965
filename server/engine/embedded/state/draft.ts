import type { Key } from '../../protocol/records.ts'
import { Branches } from './branches.ts'
import type { InstanceState } from './instance-state.ts'
import { type OwnedTable, ownerOf } from './owners.ts'

export interface Touched {
  kind: TouchedKind
  isNew: boolean
}

type Table = Record<string, unknown>

/** What kinds of wait states of an instance a change concerns; they have rows of their own, to be found by. */
export type TouchedKind = 'job' | 'timer' | 'subscription' | 'signal' | 'incident'

/** One change with what was there before. */
interface Change {
  table: Table
  key: string
  had: boolean
  before: unknown
}

/**
 * A state being changed by appliers. Each change is remembered with its inverse, so that a step that fails costs what it changed and no copy,
 * and each wait state concerned is remembered, so that only rows that changed are written.
 */
export class Draft {
  private readonly undo: Change[] = []
  readonly touched = new Map<Key, Touched>()
  /** Names of the variables written since the last save, by scope. */
  readonly writtenVariables = new Map<Key, Set<string>>()
  /** Scopes whose variables went with them since the last save. */
  readonly droppedScopes = new Set<Key>()

  constructor(
    readonly state: InstanceState,
    /** Absent as long as no scope is wide: most instances are small, and pay nothing. */
    private divided?: Branches,
  ) {}

  set<T>(table: Record<string, T>, key: string, value: T): void {
    const before = table[key]
    this.undo.push({ table, key, had: key in table, before })
    table[key] = value
    this.divided?.note(table, key, value, before)
  }

  remove(table: Table, key: string): void {
    if (!(key in table)) return
    const before = table[key]
    this.undo.push({ table, key, had: true, before })
    delete table[key]
    if (table === this.state.variables) this.droppedScopes.add(key)
    this.divided?.note(table, key, undefined, before)
  }

  assign(
    changes: Partial<
      Pick<
        InstanceState,
        | 'taken'
        | 'steps'
        | 'hold'
        | 'parent'
        | 'businessId'
        | 'startLock'
        | 'terminateAfter'
        | 'processDefinitionKey'
        | 'bpmnProcessId'
        | 'version'
      >
    >,
  ): void {
    const table = this.state as unknown as Table
    for (const [name, value] of Object.entries(changes)) this.set<unknown>(table, name, value)
  }

  /** `isNew`: it has no row yet; if it is gone before the next save, there is nothing to remove. */
  touch(kind: TouchedKind, key: Key, isNew = false): void {
    if (!this.touched.has(key)) this.touched.set(key, { kind, isNew })
  }

  /** A variable has another value than before. */
  noteVariable(scopeKey: Key, name: string): void {
    const known = this.writtenVariables.get(scopeKey)
    if (known) known.add(name)
    else this.writtenVariables.set(scopeKey, new Set([name]))
  }

  /** A point to come back to. */
  mark(): number {
    return this.undo.length
  }

  /** Takes back everything since the mark. Touched keys stay touched: their rows are compared with the state anyway. */
  rollback(mark: number): void {
    while (this.undo.length > mark) {
      const { table, key, had, before } = this.undo.pop()!
      const after = table[key]
      if (had) table[key] = before
      else delete table[key]
      this.divided?.note(table, key, had ? before : undefined, after)
    }
  }

  /** A scope has become wide. From now on what is inside such scopes is told apart. */
  divide(): void {
    if (this.divided) return
    this.divided = new Branches(this.state)
    // What is large is measured otherwise from now on.
    for (const [scopeKey, scope] of Object.entries(this.state.variables))
      for (const name of Object.keys(scope)) this.noteVariable(scopeKey, name)
  }

  get branches(): Branches | undefined {
    return this.divided
  }

  /** The keys of the entries of a table that belong to an element instance. */
  ownedBy(table: OwnedTable, ownerKey: Key): string[] {
    if (this.divided) return this.divided.ownedBy(table, ownerKey)
    const entries = this.state[table] as Table
    return Object.keys(entries).filter(key => ownerOf(table, key, entries[key]) === ownerKey)
  }

  /** Element instances directly inside a scope, oldest first. */
  childrenOf(scopeKey: Key): Key[] {
    const { elements } = this.state
    if (this.divided) return this.divided.childrenOf(scopeKey).sort()
    return Object.keys(elements)
      .filter(key => elements[key]!.flowScopeKey === scopeKey)
      .sort()
  }

  /** Forgets what could be taken back and what was touched: the state is saved. */
  settle(): void {
    this.undo.length = 0
    this.touched.clear()
  }

  /** Forgets what of the state differs from its documents: they are written. */
  settleDocument(): void {
    this.writtenVariables.clear()
    this.droppedScopes.clear()
    this.divided?.changed.clear()
  }
}
