import { needsTwo } from '../approvals/cosigners.ts'
import { officeOf } from '../approvals/superiors.ts'
import { roleName } from '../identity/roles.ts'
import type { Sheet, UserTask } from '../projections/index.ts'
import { objectionToCosigning, objectionToSecond } from './acts/sheet-guard.ts'
import { superiorOffice } from './acts/superior-guard.ts'
import { withCitations } from './citations.ts'
import type { Diagram } from './diagrams.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { describeObjection } from './problem.ts'
import type { SheetJson } from './schemas/sheet.ts'
import type { UserTaskDetailJson, UserTaskJson } from './schemas/user-task.ts'
import type { Reader } from './user-task-json.ts'

/** How the signatures of a task stand, for lists: what waits or came back, and who signed second. */
export function signatureJson(house: House, { userTaskKey, processInstanceKey, state }: UserTask): Signatures {
  if (state !== 'COMPLETED') {
    const sheet = house.sheets.find(userTaskKey)
    return { signature: sheet ? { state: sheet.state, by: named(house, sheet.signedBy) } : null }
  }
  const second = house.taskParts.ofTask(processInstanceKey, userTaskKey).find(({ part }) => part === 'cosigned')
  return { signature: null, ...(second && { cosignedBy: named(house, second.personId) }) }
}

type Signatures = Pick<UserTaskJson, 'signature' | 'cosignedBy'>

/** What the page of a task says of signatures and of superiors; of the content, what the reader may see. */
export function sheetPart(
  house: House,
  reader: Reader,
  { task, diagram, isOpenToReader }: { task: UserTask; diagram: Diagram; isOpenToReader: boolean },
): Pick<UserTaskDetailJson, 'sheet' | 'needsTwo' | 'canReassign'> {
  const sheet = isOpenToReader ? house.sheets.find(task.userTaskKey) : undefined
  const isSuperior = task.state === 'CREATED' && superiorOffice(house, reader.person, task) !== undefined
  return {
    sheet: sheet ? sheetJson(house, reader, { task, diagram, sheet }) : null,
    needsTwo: needsTwo(diagram.taskWords(task.elementId)?.cosign),
    canReassign: { permitted: isSuperior },
  }
}

const isoDate = (instant: number): string => new Date(instant).toISOString()

function named({ people }: House, id: string): { id: string; name: string } {
  return { id, name: people.nameOf(id) ?? id }
}

/** The sheet of a task for whoever may see its case: what was signed first, and what the reader may do about it. */
function sheetJson(
  house: House,
  reader: Reader,
  { task, diagram, sheet }: { task: UserTask; diagram: Diagram; sheet: Sheet },
): SheetJson {
  const { language, person, requestId } = reader
  const words = diagram.taskWords(task.elementId)
  const isAwaiting = sheet.state === 'awaiting-cosign' && task.state === 'CREATED'
  const permission = (objection: Parameters<typeof describeObjection>[0] | undefined) =>
    objection
      ? { permitted: false, refusal: withCitations(house, describeObjection(objection, language, requestId), language) }
      : { permitted: isAwaiting }
  return {
    state: sheet.state,
    signedBy: named(house, sheet.signedBy),
    signedAt: isoDate(sheet.signedAt),
    certificate: sheet.signer.certNo ?? null,
    action: words?.actions.find(({ action }) => action === sheet.action)?.label ?? null,
    variables: sheet.variables,
    content: house.journal.findEntry(sheet.signedSeq)?.hash ?? '',
    cosigners: cosignersIn(house, sheet, language),
    returned: returnOf(house, sheet),
    canCosign: permission(isAwaiting ? objectionToCosigning(house, { person, task, words, sheet }) : undefined),
    canSendBack: permission(isAwaiting ? objectionToSecond(house, person, sheet) : undefined),
    canWithdraw: { permitted: isAwaiting && sheet.signedBy === person.personId },
  }
}

function cosignersIn({ people }: House, { groups, users }: Sheet, language: Language): string[] {
  const offices = groups.map(group => {
    const { role, org } = officeOf(group)
    return `${people.findOrganisation(org)?.name ?? org} ${roleName(role, language)}`
  })
  return [...offices, ...users.map(id => people.nameOf(id) ?? id)]
}

function returnOf(house: House, { returnedBy, returnedAt, reason }: Sheet): SheetJson['returned'] {
  if (returnedBy === null || returnedAt === null) return null
  return { by: named(house, returnedBy), at: isoDate(returnedAt), reason: reason ?? '' }
}
