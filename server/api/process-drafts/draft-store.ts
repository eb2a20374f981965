import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../../db/key.ts'
import type { Instant, Key } from '../../engine/index.ts'
import { type BundleFile, diagramOf, procedureIn } from './bundle-files.ts'
import { type FileMark, openDraftContents } from './draft-contents.ts'
import { prunedSaves } from './pruned-saves.ts'

/** A draft as it is kept: what it is called, where it came from, who holds the pen. */
export interface StoredDraft {
  draftId: string
  processId: string
  name: string
  origin: 'office' | 'import' | 'release'
  basedOnKey: Key | null
  basedOnVersion: number | null
  revision: number
  editorId: string | null
  editorSince: Instant | null
  /** Of the newest save. */
  savedAt: Instant
  savedBy: string
}

/** One save. */
export interface StoredSave {
  revision: number
  savedAt: Instant
  savedBy: string
  files: FileMark[]
  changed: string[]
  restoredFrom: number | null
}

/** What a new draft begins with. */
export interface NewDraft extends Pick<StoredDraft, 'draftId' | 'origin' | 'basedOnKey' | 'basedOnVersion'> {
  by: string
  /** Whether who begins it holds the pen. */
  isEdited: boolean
  files: readonly BundleFile[]
}

/** Names with what they hold now; null takes a file away. */
export type Changes = Readonly<Record<string, string | null>>

/** The memory of drafts: what is written here is no act, so it is not in the journal. */
export interface DraftStore {
  find(draftId: string): StoredDraft | undefined
  /** Newest save first. */
  list(): StoredDraft[]
  create(draft: NewDraft): void
  /** Saves these changes as the next revision; the same ones over the same save are one. */
  save(draftId: string, by: string, changes: Changes, restoredFrom?: number): StoredSave
  saveOf(draftId: string, revision: number): StoredSave | undefined
  /** Newest first. */
  saves(draftId: string): StoredSave[]
  files(save: StoredSave): BundleFile[]
  givePen(draftId: string, personId: string | null): void
  remove(draftId: string): void
}

type DraftRow = Omit<StoredDraft, 'basedOnKey'> & { basedOnKey: number | null }
type SaveRow = Omit<StoredSave, 'files' | 'changed'> & { files: string; changed: string }

const DRAFT = `SELECT draft.draft_id AS draftId, process_id AS processId, name, origin, based_on_key AS basedOnKey,
  based_on_version AS basedOnVersion, draft.revision AS revision, editor_id AS editorId,
  editor_since AS editorSince, saved_at AS savedAt, saved_by AS savedBy
  FROM process_draft AS draft JOIN process_draft_save AS save ON save.draft_id = draft.draft_id AND save.revision = draft.revision`
const SAVE = `SELECT revision, saved_at AS savedAt, saved_by AS savedBy, files, changed, restored_from AS restoredFrom
  FROM process_draft_save WHERE draft_id = ?`

/** Prepares the statements once; on the writer, so that a guard sees what its batch wrote. */
export function openDraftStore(db: Database, now: () => Instant): DraftStore {
  const contents = openDraftContents(db)
  const rows = openRows(db)
  const saveOf = (draftId: string, revision: number) => saveFrom(rows.saveOf.get(draftId, revision))

  function write(draftId: string, save: Omit<StoredSave, 'savedAt'>): StoredSave {
    const { revision, savedBy, files, changed, restoredFrom } = save
    const savedAt = now()
    rows.putSave.run(draftId, revision, savedAt, savedBy, JSON.stringify(files), JSON.stringify(changed), restoredFrom)
    return { ...save, savedAt }
  }

  function prune(draftId: string): void {
    const all = rows.saves.all(draftId).map(row => saveFrom(row)!)
    const dropped = prunedSaves(all)
    for (const { revision } of dropped) rows.dropSave.run(draftId, revision)
    contents.forget(dropped.flatMap(({ files }) => files.map(({ checksum }) => checksum)))
  }

  function rename(draftId: string, files: readonly BundleFile[]): void {
    const procedure = procedureIn(diagramOf(files)?.content ?? '')
    if (procedure) rows.rename.run(procedure.id, procedure.name ?? procedure.id, draftId)
  }

  const store: DraftStore = {
    find: draftId => draftFrom(rows.draft.get(draftId)),
    list: () => rows.drafts.all().map(row => draftFrom(row)!),
    create: db.transaction((draft: NewDraft) => {
      const { draftId, origin, basedOnKey, basedOnVersion, by, isEdited, files } = draft
      const key = basedOnKey === null ? null : toColumn(basedOnKey)
      rows.create.run(draftId, origin, key, basedOnVersion, now(), by)
      const marks = files.map(({ name, content }) => ({ name, checksum: contents.keep(content) }))
      write(draftId, { revision: 1, savedBy: by, files: sorted(marks), changed: names(marks), restoredFrom: null })
      rename(draftId, files)
      if (isEdited) rows.pen.run(by, now(), draftId)
    }),
    save: db.transaction((draftId: string, by: string, changes: Changes, restoredFrom?: number) => {
      const { revision } = rows.draft.get(draftId)!
      const before = saveOf(draftId, revision)!
      const marks = Object.entries(changes).flatMap(([name, content]) =>
        content === null ? [] : [{ name, checksum: contents.keep(content) }],
      )
      const files = sorted([...before.files.filter(({ name }) => !(name in changes)), ...marks])
      const changed = Object.keys(changes).sort()
      const save = { revision: revision + 1, savedBy: by, files, changed, restoredFrom: restoredFrom ?? null }
      const saved = write(draftId, save)
      rows.revise.run(saved.revision, draftId)
      if (changed.some(name => name.endsWith('.bpmn'))) rename(draftId, store.files(saved))
      prune(draftId)
      return saved
    }),
    saveOf,
    saves: draftId => rows.saves.all(draftId).map(row => saveFrom(row)!),
    files: ({ files }) => files.map(({ name, checksum }) => ({ name, content: contents.get(checksum) })),
    givePen: (draftId, personId) => void rows.pen.run(personId, personId === null ? null : now(), draftId),
    remove: db.transaction((draftId: string) => {
      const held = store.saves(draftId).flatMap(({ files }) => files.map(({ checksum }) => checksum))
      rows.dropSaves.run(draftId)
      rows.dropDraft.run(draftId)
      contents.forget(held)
    }),
  }
  return store
}

function openRows(db: Database) {
  return {
    draft: db.prepare<[string], DraftRow>(`${DRAFT} WHERE draft.draft_id = ?`),
    drafts: db.prepare<[], DraftRow>(`${DRAFT} ORDER BY saved_at DESC, draft.draft_id`),
    create: db.prepare(
      `INSERT INTO process_draft (draft_id, process_id, name, origin, based_on_key, based_on_version, revision, created_at, created_by)
       VALUES (?, '', '', ?, ?, ?, 1, ?, ?)`,
    ),
    rename: db.prepare('UPDATE process_draft SET process_id = ?, name = ? WHERE draft_id = ?'),
    revise: db.prepare('UPDATE process_draft SET revision = ? WHERE draft_id = ?'),
    pen: db.prepare('UPDATE process_draft SET editor_id = ?, editor_since = ? WHERE draft_id = ?'),
    putSave: db.prepare(
      `INSERT INTO process_draft_save (draft_id, revision, saved_at, saved_by, files, changed, restored_from)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    saveOf: db.prepare<[string, number], SaveRow>(`${SAVE} AND revision = ?`),
    saves: db.prepare<[string], SaveRow>(`${SAVE} ORDER BY revision DESC`),
    dropSave: db.prepare('DELETE FROM process_draft_save WHERE draft_id = ? AND revision = ?'),
    dropSaves: db.prepare('DELETE FROM process_draft_save WHERE draft_id = ?'),
    dropDraft: db.prepare('DELETE FROM process_draft WHERE draft_id = ?'),
  }
}

const draftFrom = (row: DraftRow | undefined): StoredDraft | undefined =>
  row && { ...row, basedOnKey: row.basedOnKey === null ? null : toKey(row.basedOnKey) }

const saveFrom = (row: SaveRow | undefined): StoredSave | undefined =>
  row && { ...row, files: JSON.parse(row.files) as FileMark[], changed: JSON.parse(row.changed) as string[] }

const names = (marks: readonly FileMark[]): string[] => marks.map(({ name }) => name).sort()

const sorted = (marks: FileMark[]): FileMark[] => marks.sort((a, b) => (a.name < b.name ? -1 : 1))
