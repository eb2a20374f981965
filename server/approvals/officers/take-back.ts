import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected, type Json, type Key } from '../../engine/index.ts'
import { isCertified, neededCertificate } from '../../policies/index.ts'
import { endRecord, type UserTask } from '../../projections/index.ts'
import { follow, type Occasion, type OfficerTools } from './officer-tools.ts'

/**
 * Why somebody may not keep a task he holds: his account was closed, he no longer holds an office it is for, or the
 * certificate it needs is not valid. With what the journal says of it.
 */
async function reasonAgainst(
  tools: OfficerTools,
  personId: string,
  task: UserTask,
): Promise<Record<string, Json> | undefined> {
  const { people, clock, certificates } = tools
  if (!isForOneAlone(task)) {
    const accountId = people.findAccountOfPerson(personId)
    if (accountId !== undefined && people.findAccount(accountId)?.isLocked) return { why: 'account' }
    if (!isStillMeant(tools, personId, task)) return { why: 'appointment' }
  }
  const words = await tools.wordsOf(task.processDefinitionKey, task.elementId)
  const asked = {
    enforcementAct: words?.enforcementAct ?? false,
    ...(task.kind !== null && { kind: task.kind }),
  }
  const held = certificates.certificatesOf(personId, clock.now())
  const needed = neededCertificate(asked)
  const [latest] = held.filter(({ kind }) => kind === needed)
  // Who never had a certificate lost none; the rules refuse him at the gate.
  if (!latest || isCertified(held, asked)) return undefined
  return { why: 'certificate', certificate: latest.number, state: latest.state }
}

/**
 * Whether a diagram gives a task to one person and to nobody else: somebody who is heard about his own certificate, say.
 * Taken off his desk it would be nobody's, so it stays, though he left; its limit leads on.
 */
export function isForOneAlone({ candidateGroups, candidateUsers }: UserTask): boolean {
  return candidateGroups.length + candidateUsers.length === 0
}

/** Whether he is still one of those the task is for. */
function isStillMeant({ people, clock }: OfficerTools, personId: string, task: UserTask): boolean {
  const { appointments } = people.findPerson(personId, officeDate(clock.now())) ?? { appointments: [] }
  if (appointments.length === 0) return false
  const { candidateGroups, candidateUsers } = task
  if (candidateUsers.includes(personId)) return true
  return appointments.some(({ role, org }) => candidateGroups.includes(`${role}@${org}`))
}

/** Takes off somebody's desk what he may no longer do; it goes back to its candidates, and his signature on it ends. */
export async function takeBackTasks(tools: OfficerTools, occasion: Occasion): Promise<void> {
  for (const userTaskKey of tools.desks.heldBy(occasion.personId)) await takeBack(tools, occasion, userTaskKey)
}

async function takeBack(tools: OfficerTools, occasion: Occasion, userTaskKey: Key): Promise<void> {
  const { personId } = occasion
  const task = tools.tasks.find(userTaskKey)
  const reason = task && (await reasonAgainst(tools, personId, task))
  // Meanwhile he may have completed it or given it up.
  const now = tools.tasks.find(userTaskKey)
  if (!reason || now?.state !== 'CREATED' || now.assignee !== personId) return
  const { processInstanceKey, elementId, caseNo } = now
  const sheet = tools.sheets.find(userTaskKey)
  await follow(tools, occasion, {
    kind: 'engine',
    verb: 'user-task.take-back',
    caseNo: caseNo ?? undefined,
    subject: { userTaskKey, processInstanceKey, elementId },
    payload: { from: personId, ...reason },
    ...(sheet && { register: [endRecord(userTaskKey, sheet)] }),
    commands: [{ type: 'UNASSIGN_USER_TASK', userTaskKey, processInstanceKey, action: 'take-back' }],
  }).catch((error: unknown) => {
    // Another act of the same batch was faster; then it is no longer his.
    if (!(error instanceof CommandRejected)) throw error
  })
}
