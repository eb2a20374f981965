import { isByCandidates } from '../../approvals/cosigners.ts'
import type { UserTaskWords } from '../../bpmn/index.ts'
import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { neededCertificate, type Objection } from '../../policies/index.ts'
import type { Sheet, TaskNow } from '../../projections/index.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'
import { objectionToTask } from './task-guard.ts'

/** The sheet of a task while it waits for the second signature. @throws CommandRejected 409 */
export function awaitingSheet(house: House, userTaskKey: string): Sheet {
  const sheet = house.sheets.find(userTaskKey)
  if (sheet?.state === 'awaiting-cosign') return sheet
  throw new CommandRejected('INVALID_STATE', `Nothing waits for a second signature at user task ${userTaskKey}`, {
    id: 'sheet.none',
  })
}

/** Refuses what would change a task under a signature that waits: it has to be taken back before. */
export function refuseSigned(house: House, userTaskKey: string): void {
  const sheet = house.sheets.find(userTaskKey)
  if (sheet?.state !== 'awaiting-cosign') return
  throw new CommandRejected('INVALID_STATE', `User task ${userTaskKey} waits for a second signature`, {
    id: 'sheet.awaiting',
    params: { signer: house.people.nameOf(sheet.signedBy) ?? sheet.signedBy },
  })
}

/** Who would sign second, under which words of the diagram. */
export interface SecondSigning {
  person: Pick<Person, 'personId' | 'appointments'>
  task: TaskNow
  words: UserTaskWords | undefined
  sheet: Sheet
}

/**
 * What the rules object to a second signature: to the second person, to the two of them, and to the first, whose own
 * signature must have been valid when he gave it, by what is known now, and must still be one that he could give.
 */
export function objectionToCosigning(house: House, signing: SecondSigning): Objection | undefined {
  const { person, task, words, sheet } = signing
  const first = firstSigner(house, sheet)
  const isOwnGroup = words?.cosign !== undefined && !isByCandidates(words.cosign)
  const second = objectionToTask(house, {
    ...{ verb: 'cosign', person, task, words, signer: first, values: sheet.variables },
    ...(isOwnGroup && { cosignGroups: sheet.groups, cosignUsers: sheet.users }),
  })
  return second ?? objectionToFirst(house, signing, first)
}

type Signer = Pick<Person, 'personId' | 'appointments'>

function firstSigner({ people, clock }: House, { signedBy }: Sheet): Signer {
  return people.findPerson(signedBy, officeDate(clock.now())) ?? { personId: signedBy, appointments: [] }
}

function objectionToFirst(house: House, { task, words, sheet }: SecondSigning, first: Signer): Objection | undefined {
  const params = { signer: house.people.nameOf(sheet.signedBy) ?? sheet.signedBy }
  const needed = neededCertificate({
    enforcementAct: words?.enforcementAct ?? false,
    ...(task.kind !== null && { kind: task.kind }),
  })
  const held = needed && house.registers.certificates.certificatesOf(sheet.signedBy, sheet.signedAt)
  if (held && !held.some(({ kind, state }) => kind === needed && state === 'valid'))
    return { id: 'sheet.signer-uncertified', params, rule: 'R-TWO', basis: ['行政处罚法 第42条', '行政处罚法 第55条'] }
  const now = objectionToTask(house, { verb: 'submit', person: first, task, words, values: sheet.variables })
  return now && { id: 'sheet.signer-barred', params, rule: now.rule, basis: now.basis }
}

/** What stands against sending back: only one of those who may sign second does, whether the first can still sign or not. */
export function objectionToSecond(
  { sheets }: House,
  person: Person,
  { userTaskKey, signedBy }: Sheet,
): Objection | undefined {
  if (signedBy === person.personId)
    return { id: 'policy.two-persons.same', rule: 'R-TWO', basis: ['行政处罚法 第42条', '行政处罚法 第55条'] }
  if (person.permissions.includes('work') && sheets.mayCosign(userTaskKey, person)) return undefined
  return { id: 'policy.no-candidate', rule: 'R-ROLE', basis: [] }
}

/** Refuses who is not one of those who may sign second. */
export function requireSecond(house: House, person: Person, sheet: Sheet): void {
  const objection = objectionToSecond(house, person, sheet)
  if (objection) throw refusalOf(objection)
}

/** Refuses a second signature that the rules object to. */
export function requireCosigning(house: House, signing: SecondSigning): void {
  const objection = objectionToCosigning(house, signing)
  if (objection) throw refusalOf(objection)
}
