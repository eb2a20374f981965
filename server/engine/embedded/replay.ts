import type { Segment } from '../protocol/records.ts'
import { applyShared } from './shared-appliers.ts'
import { applyRecord } from './state/appliers.ts'
import type { EngineStore } from './store.ts'
import { Workspace } from './workspace.ts'

/** What of a journal entry the engine's tables follow from. */
export interface EntrySegments {
  seq: number
  segments: Segment[]
}

/**
 * Rebuilds every derived table of the engine in an empty store: the same appliers as in operation, and nothing else.
 * Resources and the key bound are not derived. The caller opens the transaction.
 */
export function replay(store: EngineStore, entries: Iterable<EntrySegments>): void {
  const workspace = new Workspace(store)
  for (const { seq, segments } of entries) {
    for (const segment of segments) replaySegment({ store, workspace, seq }, segment)
    workspace.flush()
    workspace.settle()
  }
}

function replaySegment(shared: { store: EngineStore; workspace: Workspace; seq: number }, segment: Segment): void {
  const { workspace, seq } = shared
  const { processInstanceKey, processDefinitionKey = '', bpmnProcessId = '', version = 0, records } = segment
  const draft =
    processInstanceKey === undefined
      ? undefined
      : (workspace.find(processInstanceKey) ??
        workspace.create({ processInstanceKey, processDefinitionKey, bpmnProcessId, version }))
  for (const record of records) {
    if (draft) applyRecord(draft, record, seq)
    applyShared(shared, record, segment)
  }
  if (processInstanceKey !== undefined) workspace.markChanged(processInstanceKey)
  workspace.save()
}
