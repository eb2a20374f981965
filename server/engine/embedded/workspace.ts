import type { Key } from '../protocol/records.ts'
import { besideOf, LARGE_VALUE, readDocument, writeBranch, writeDocument } from './document.ts'
import { type Branches, TRUNK } from './state/branches.ts'
import { Draft } from './state/draft.ts'
import { emptyInstance, hasEnded, type InstanceState } from './state/instance-state.ts'
import type { EngineStore } from './store.ts'
import { putWaitRow, removeWaitRow } from './wait-rows.ts'

interface OpenInstance {
  draft: Draft
  /** `<scope key>/<name>` of the variables with rows of their own. */
  large: Set<string>
}

/** How many parsed documents are kept; beyond it the longest unused is read again when needed. */
const KEPT = 5_000

/**
 * The instances an act works on: read once, changed in memory, saved when the act's command is done.
 * What was kept from a transaction that did not happen must be forgotten: see `forget`.
 */
export class Workspace {
  private readonly open = new Map<Key, OpenInstance>()
  private readonly changed = new Set<Key>()
  /** Changed since the batch began, saved or not: to be forgotten if it fails. */
  private readonly inBatch = new Set<Key>()

  constructor(private readonly store: EngineStore) {}

  /** The instance of this key, if it is running. */
  find(key: Key): Draft | undefined {
    const known = this.open.get(key)
    if (known) {
      this.open.delete(key)
      this.open.set(key, known)
      return known.draft
    }
    const row = this.store.find('instance', { processInstanceKey: key })
    if (!row) return undefined
    const { state, large, branches } = readDocument(row.document, besideOf(this.store, key))
    return this.keep(new Draft(state, branches), large)
  }

  /** A new instance. */
  create(
    about: Pick<InstanceState, 'processInstanceKey' | 'processDefinitionKey' | 'bpmnProcessId' | 'version'>,
  ): Draft {
    return this.keep(new Draft(emptyInstance(about)), new Set())
  }

  markChanged(key: Key): void {
    this.changed.add(key)
    this.inBatch.add(key)
  }

  /** Writes every changed instance: its document once, and the rows of the wait states that changed. */
  save(): void {
    for (const key of this.changed) this.saveInstance(this.open.get(key)!)
    this.changed.clear()
  }

  /** The act was taken back: what it changed is read again when next needed. */
  forget(): void {
    for (const key of this.inBatch) this.open.delete(key)
    this.changed.clear()
    this.inBatch.clear()
  }

  /** The batch is durable: what it changed may be kept. */
  settle(): void {
    this.inBatch.clear()
    for (const key of this.open.keys()) {
      if (this.open.size <= KEPT) return
      this.open.delete(key)
    }
  }

  private keep(draft: Draft, large: Set<string>): Draft {
    this.open.set(draft.state.processInstanceKey, { draft, large })
    return draft
  }

  private saveInstance({ draft, large }: OpenInstance): void {
    const { state } = draft
    const { processInstanceKey, bpmnProcessId } = state
    for (const [key, { kind, isNew }] of draft.touched)
      if (!putWaitRow(this.store, state, kind, key) && !isNew) removeWaitRow(this.store, kind, key)
    for (const id of draft.branches ? draft.writtenVariables : []) draft.branches!.noteScope(split(id)[0])
    this.saveLargeValues(draft, large)
    if (draft.branches) this.saveBranches(processInstanceKey, draft.branches, large, hasEnded(state))
    if (hasEnded(state)) {
      this.store.remove('instance', { processInstanceKey })
      this.open.delete(processInstanceKey)
    } else {
      const isPaused = state.steps.length > 0 && state.hold === undefined ? 1 : 0
      this.store.put('instance', {
        processInstanceKey,
        bpmnProcessId,
        isPaused,
        document: writeDocument(state, large, draft.branches),
      })
    }
    draft.settle()
  }

  /** Of a wide scope's many children only those that changed are written. */
  private saveBranches(processInstanceKey: Key, branches: Branches, large: ReadonlySet<string>, isOver: boolean): void {
    for (const branch of isOver ? [...branches.changed, ...branches.all()] : branches.changed) {
      if (branch === TRUNK) continue
      const document = isOver ? undefined : writeBranch(branches, branch, large)
      if (document === undefined) this.store.remove('branch', { processInstanceKey, branch })
      else this.store.put('branch', { processInstanceKey, branch, document })
    }
  }

  private saveLargeValues({ state, writtenVariables }: Draft, large: Set<string>): void {
    const { processInstanceKey } = state
    for (const id of writtenVariables) {
      const [scopeKey, name] = split(id)
      const variable = state.variables[scopeKey]?.[name]
      const text = variable && sizeable(variable.value) ? JSON.stringify(variable.value) : ''
      if (text.length <= LARGE_VALUE) continue
      this.store.put('value', { processInstanceKey, scopeKey, name, value: text })
      large.add(id)
      writtenVariables.delete(id)
    }
    for (const id of large) {
      const [scopeKey, name] = split(id)
      if (state.variables[scopeKey]?.[name] && !writtenVariables.has(id)) continue
      this.store.remove('value', { processInstanceKey, scopeKey, name })
      large.delete(id)
    }
  }
}

/** Whether the value may be large: most are short texts and numbers, and need no measuring. */
function sizeable(value: unknown): boolean {
  return typeof value === 'string' ? value.length > LARGE_VALUE / 6 : typeof value === 'object' && value !== null
}

function split(id: string): [string, string] {
  const at = id.indexOf('/')
  return [id.slice(0, at), id.slice(at + 1)]
}
