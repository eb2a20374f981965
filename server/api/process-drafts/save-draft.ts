import type { Person } from '../../identity/person.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { requirePermission } from '../submit.ts'
import { type BundleFile, MOST_FILES } from './bundle-files.ts'
import { requireEditable, requirePen } from './draft-acts.ts'
import { checksumOf } from './draft-contents.ts'
import { foundDraft } from './draft-json.ts'
import type { Changes, StoredDraft, StoredSave } from './draft-store.ts'

/**
 * Saves one file, or takes it away: no act yet, so nothing of it stands in the journal. Sent again, it is answered as
 * the first time; what changes nothing makes no save.
 * @param revision the save that it goes on from
 * @throws Problem 404, 409; CommandRejected 403, 409
 */
export function saveFile(
  house: House,
  person: Person,
  draftId: string,
  change: { name: string; content: string | null; revision: number },
): Pick<StoredSave, 'revision' | 'savedAt'> {
  const draft = writable(house, person, draftId)
  const save = house.processDrafts.saveOf(draftId, draft.revision)!
  const { name, content, revision } = change
  const wanted = content === null ? undefined : checksumOf(content)
  const isThere = save.files.find(file => file.name === name)?.checksum === wanted
  const isAnswerLost = revision === draft.revision - 1 && save.savedBy === person.personId && isOnly(save, name)
  if (isThere && (revision === draft.revision || isAnswerLost)) return save
  if (revision !== draft.revision) throw new Problem('process-draft.newer', { revision: draft.revision })
  if (wanted !== undefined && save.files.length >= MOST_FILES)
    throw new Problem('process-draft.too-many', { limit: MOST_FILES })
  return house.processDrafts.save(draftId, person.personId, { [name]: content })
}

const isOnly = ({ changed }: StoredSave, name: string): boolean => changed.length === 1 && changed[0] === name

/** Brings the files of an earlier save back, as a save of its own: nothing that was saved is lost. */
export function restoreSave(house: House, person: Person, draftId: string, revision: number): void {
  writable(house, person, draftId)
  house.processDrafts.save(draftId, person.personId, changesBackTo(house, draftId, revision), revision)
}

function changesBackTo(house: House, draftId: string, revision: number): Changes {
  const { draft } = foundDraft(house, draftId)
  const wanted = house.processDrafts.saveOf(draftId, revision)
  if (!wanted) throw new Problem('resource.not-found')
  const present = house.processDrafts.saveOf(draftId, draft.revision)!
  const marks = new Map(present.files.map(({ name, checksum }) => [name, checksum]))
  const files = house.processDrafts.files(wanted)
  const changed = files.filter(({ name, content }: BundleFile) => marks.get(name) !== checksumOf(content))
  const gone = present.files.filter(({ name }) => !files.some(file => file.name === name))
  return Object.fromEntries([
    ...changed.map(({ name, content }) => [name, content] as const),
    ...gone.map(({ name }) => [name, null] as const),
  ])
}

/** Who saves takes the pen that lies there; whoever holds it keeps it. */
function writable(house: House, person: Person, draftId: string): StoredDraft {
  requirePermission(person, 'administrate')
  const { draft } = foundDraft(house, draftId)
  requireEditable(house, draftId)
  requirePen(house, person, draft)
  if (draft.editorId === null) house.processDrafts.givePen(draftId, person.personId)
  return draft
}
