import type { Key } from '../protocol/records.ts'
import { besideOf, readDocument, writeBranch, writeDocument } from './document.ts'
import { LargeValues, saveLargeValues } from './large-values.ts'
import { type Branches, TRUNK } from './state/branches.ts'
import { Draft } from './state/draft.ts'
import { emptyInstance, hasEnded, type InstanceState } from './state/instance-state.ts'
import type { EngineStore } from './store.ts'
import { putWaitRow, removeWaitRow } from './wait-rows.ts'

interface OpenInstance {
  draft: Draft
  large: LargeValues
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
  /** Saved but for their documents. */
  private readonly unwritten = new Map<Key, OpenInstance>()
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
    return this.keep(new Draft(emptyInstance(about)), new LargeValues())
  }

  markChanged(key: Key): void {
    this.changed.add(key)
    this.inBatch.add(key)
  }

  /** Writes the rows by which others find what changed. Documents are left to `flush`: several acts may change the same. */
  save(): void {
    for (const key of this.changed) this.saveInstance(key, this.open.get(key)!)
    this.changed.clear()
  }

  /** Writes the documents of what was saved; before COMMIT, and before anybody looks for something in them. */
  flush(): void {
    for (const open of this.unwritten.values()) this.writeInstance(open)
    this.unwritten.clear()
  }

  /** The act was taken back: what it changed is read again when next needed. */
  forget(): void {
    for (const key of this.inBatch) this.open.delete(key)
    this.changed.clear()
    this.unwritten.clear()
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

  private keep(draft: Draft, large: LargeValues): Draft {
    this.open.set(draft.state.processInstanceKey, { draft, large })
    return draft
  }

  private saveInstance(key: Key, open: OpenInstance): void {
    const { state, touched } = open.draft
    for (const [key, { kind, isNew }] of touched)
      if (!putWaitRow(this.store, state, kind, key) && !isNew) removeWaitRow(this.store, kind, key)
    open.draft.settle()
    if (!hasEnded(state)) {
      this.unwritten.set(key, open)
      return
    }
    this.unwritten.delete(key)
    this.writeInstance(open)
  }

  private writeInstance({ draft, large }: OpenInstance): void {
    const { state } = draft
    const { processInstanceKey, bpmnProcessId } = state
    for (const scopeKey of draft.branches ? draft.writtenVariables.keys() : []) draft.branches!.noteScope(scopeKey)
    saveLargeValues(this.store, draft, large)
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
    draft.settleDocument()
  }

  /** Of a wide scope's many children only those that changed are written. */
  private saveBranches(processInstanceKey: Key, branches: Branches, large: LargeValues, isOver: boolean): void {
    for (const branch of isOver ? [...branches.changed, ...branches.all()] : branches.changed) {
      if (branch === TRUNK) continue
      const document = isOver ? undefined : writeBranch(branches, branch, large)
      if (document === undefined) this.store.remove('branch', { processInstanceKey, branch })
      else this.store.put('branch', { processInstanceKey, branch, document })
    }
  }
}
