import type { UserTaskWords } from '../../bpmn/index.ts'
import type { Variables } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { UserTask } from '../../projections/index.ts'
import type { House } from '../house.ts'

/**
 * What the gate adds to a completion because the diagram asks for it: who did it (`doneBy`), and what the register of
 * cases says of the case now (`caseFacts`), which nobody fills in.
 */
export function gateValues(
  { cases }: Pick<House, 'cases'>,
  person: Pick<Person, 'personId'>,
  { words, task, known }: { words: UserTaskWords | undefined; task: Pick<UserTask, 'caseNo'>; known: Variables },
): Variables {
  const values: Variables = {}
  if (words?.doneBy !== undefined) values[words.doneBy] = person.personId
  if (!words?.caseFacts) return values
  const found = task.caseNo === null ? undefined : cases.find(task.caseNo)
  values.lastMaterialChangeAt = found ? new Date(found.lastMaterialChangeAt).toISOString() : null
  // What the procedure was told stays true: a hearing does not end twice.
  values.hearingHeld = known.hearingHeld === true || (found !== undefined && found.hearingEndedOn !== null)
  return values
}
