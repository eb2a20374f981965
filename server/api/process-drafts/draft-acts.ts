import { createHash, randomBytes } from 'node:crypto'
import { CommandRejected, type Json } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { type BundleFile, diagramOf, MOST_FILES, procedureIn } from './bundle-files.ts'
import type { FileMark } from './draft-contents.ts'
import { foundDraft } from './draft-json.ts'
import type { NewDraft, StoredDraft } from './draft-store.ts'

/** A no that a person meets inside the act, as the doors say it. */
export function draftRefusal(id: string, params: Record<string, string | number> = {}): CommandRejected {
  return new CommandRejected('INVALID_STATE', `A draft of a procedure refuses: ${id} ${JSON.stringify(params)}`, {
    id,
    params,
  })
}

/** As much as stands in an entry: names and hashes, never content. */
export const marksJson = (marks: readonly FileMark[]): Json => marks.map(({ name, checksum }) => ({ name, checksum }))

/** Begins a draft; who begins it holds the pen. @returns its id, the same for the same request sent again */
export async function beginDraft(
  house: House,
  caller: Caller,
  { files, ...wanted }: Pick<NewDraft, 'origin' | 'basedOnKey' | 'basedOnVersion' | 'files'>,
): Promise<string> {
  const deed = { kind: 'design' as const, verb: 'process-draft.create' }
  await refuseWithout('administrate', house, caller, deed)
  checkFiles(files)
  const draftId = newDraftId(caller)
  const { basedOnKey, basedOnVersion, origin } = wanted
  await submit(house, caller, {
    ...deed,
    subject: { draftId, ...(basedOnKey !== null && { processDefinitionKey: basedOnKey }) },
    payload: { origin, version: basedOnVersion, files: files.map(({ name }) => name) },
    permit(person) {
      requirePermission(person, 'administrate')
      if (house.processDrafts.find(draftId)) return
      house.processDrafts.create({ ...wanted, draftId, by: person.personId, isEdited: true, files })
    },
  })
  return draftId
}

/** What files of one's own are compared with: the version in force of the procedure they hold, if there is one. */
export function presentVersion(
  { definitions }: House,
  files: readonly BundleFile[],
): Pick<NewDraft, 'basedOnKey' | 'basedOnVersion'> {
  const procedure = procedureIn(diagramOf(files)?.content ?? '')
  const latest = procedure && definitions.findLatest(procedure.id)
  return { basedOnKey: latest?.processDefinitionKey ?? null, basedOnVersion: latest?.version ?? null }
}

/** @throws Problem 422 unless it is a bundle: each name once, one diagram */
export function checkFiles(files: readonly BundleFile[]): void {
  if (files.length > MOST_FILES) throw new Problem('process-draft.too-many', { limit: MOST_FILES })
  const names = files.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Problem('process-draft.twice', { name: twice })
  const count = names.filter(name => name.endsWith('.bpmn')).length
  if (count !== 1) throw new Problem('process-draft.one-diagram', { count })
}

function newDraftId({ idempotency }: Caller): string {
  if (!idempotency) return randomBytes(6).toString('hex')
  return createHash('sha256').update(`${idempotency.scope} ${idempotency.key}`).digest('hex').slice(0, 12)
}

/** Throws a draft away that was never handed in, or came back. */
export async function discardDraft(house: House, caller: Caller, draftId: string): Promise<void> {
  const deed = { kind: 'design' as const, verb: 'process-draft.discard', subject: { draftId } }
  await refuseWithout('administrate', house, caller, deed)
  const { draft } = foundDraft(house, draftId)
  await submit(house, caller, {
    ...deed,
    payload: { processId: draft.processId, revision: draft.revision },
    permit(person) {
      requirePermission(person, 'administrate')
      requireEditable(house, draftId)
      requirePen(house, person, house.processDrafts.find(draftId)!)
      house.processDrafts.remove(draftId)
    },
  })
}

/** Takes the pen: from nobody without a word, from somebody with a reason that stands in the journal. */
export async function takePen(house: House, caller: Caller, draftId: string, takeOver?: string): Promise<void> {
  const { personId } = caller.person
  requirePermission(caller.person, 'administrate')
  const { draft } = foundDraft(house, draftId)
  requireEditable(house, draftId)
  if (draft.editorId === null) house.processDrafts.givePen(draftId, personId)
  if (draft.editorId === null || draft.editorId === personId) return
  if (takeOver === undefined)
    throw new Problem('process-draft.edited-by-other', { editor: nameOf(house, draft.editorId) })
  await submit(house, caller, {
    kind: 'design',
    verb: 'process-draft.take-over',
    subject: { draftId },
    payload: { processId: draft.processId, from: draft.editorId, reason: takeOver },
    permit(person) {
      requirePermission(person, 'administrate')
      requireEditable(house, draftId)
      house.processDrafts.givePen(draftId, person.personId)
    },
  })
}

/** @throws CommandRejected 409 while a draft is handed in, or in force */
export function requireEditable({ processDraftReviews }: House, draftId: string): void {
  const state = processDraftReviews.find(draftId)?.state ?? 'draft'
  if (state === 'submitted') throw draftRefusal('process-draft.submitted')
  if (state === 'published') throw draftRefusal('process-draft.is-published')
}

/** @throws CommandRejected 409 while somebody else holds the pen */
export function requirePen(house: House, person: Person, { editorId }: StoredDraft): void {
  if (editorId === null || editorId === person.personId) return
  throw draftRefusal('process-draft.edited-by-other', { editor: nameOf(house, editorId) })
}

const nameOf = ({ people }: House, personId: string): string => people.nameOf(personId) ?? personId
