import { REASSIGNMENT } from '../../approvals/officers/short-cases.ts'
import type { Command, Variables } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { UserTask } from '../../projections/index.ts'
import { newHandlers } from '../cases/change-handlers.ts'
import { handlerRecords } from '../cases/handlers.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'

/** What naming other handlers does beside completing the task: in the register of the case, and in everything that runs for it. */
export interface HandlerChange {
  register: RegisterRecord[]
  commands: Command[]
  /** Asks the rules and fills `register`; inside the savepoint. @throws Problem 422; CommandRejected 403 */
  check(values: Variables): void
}

/** Kind of the task in which the director names other handlers. */
const KIND = 'handler-reassignment'

/** The change that completing this task brings; undefined for every other task. */
export function handlerChange(
  house: House,
  task: UserTask,
  sent: Variables,
  action?: string,
): HandlerChange | undefined {
  const { caseNo, kind, bpmnProcessId } = task
  if (kind !== KIND || bpmnProcessId !== REASSIGNMENT || caseNo === null) return undefined
  const named = action === 'named' && Array.isArray(sent.newHandlerIds) ? sent.newHandlerIds.map(String) : []
  const running = runningOf(house, caseNo, task.processInstanceKey)
  const before = handlersBefore(house, caseNo, running)
  const staying = before.filter(id => isCertified(house, id))
  const wanted = [...new Set([...staying, ...named])]
  const register: RegisterRecord[] = []
  return {
    register,
    commands: named.length === 0 ? [] : running.flatMap(key => commandsFor(house, key, wanted, before)),
    check({ reassignReason }) {
      refuseReviewers(house, caseNo, named)
      const orgCode = orgCodeOf(house, task)
      const isRegistered = house.cases.find(caseNo) !== undefined
      // Whether anybody is named or not, two valid officers there must be.
      const records =
        isRegistered && named.length > 0
          ? newHandlers(house, caseNo, wanted, String(reassignReason))
          : handlerRecords(house, { caseNo, orgCode, wanted, present: before })
      register.splice(0, register.length, ...(isRegistered && named.length > 0 ? records : []))
    },
  }
}

function orgCodeOf({ engine }: House, { processInstanceKey, elementInstanceKey }: UserTask): string {
  return String(engine.visibleVariables(processInstanceKey, elementInstanceKey)?.orgCode ?? '')
}

/** What runs for the case beside the reassignment itself. */
function runningOf({ instances }: House, caseNo: string, own: string): string[] {
  return instances.keysOfCase(caseNo).filter(key => key !== own && instances.find(key)?.state === 'ACTIVE')
}

function handlersBefore(house: House, caseNo: string, running: readonly string[]): string[] {
  const registered = house.cases.find(caseNo)?.handlers.map(({ personId }) => personId)
  return registered ?? [...new Set(running.flatMap(key => handlersNamedIn(house, key)))]
}

function handlersNamedIn({ engine }: House, key: string): string[] {
  const found = engine.visibleVariables(key, key)?.handlerIds
  return Array.isArray(found) ? found.map(String) : []
}

function isCertified({ registers, clock }: House, personId: string): boolean {
  const held = registers.certificates.certificatesOf(personId, clock.now())
  return held.some(({ kind, state }) => kind === 'enforcement' && state === 'valid')
}

/** The new handlers of a running instance: where it names them, and in its tasks that are theirs by name. */
function commandsFor(house: House, key: string, wanted: readonly string[], before: readonly string[]): Command[] {
  if (handlersNamedIn(house, key).length === 0) return []
  const theirs = house.tasks.openOf(key).filter(({ candidateUsers }) => candidateUsers.some(id => before.includes(id)))
  return [
    { type: 'SET_VARIABLES', elementInstanceKey: key, variables: { handlerIds: [...wanted] }, local: true },
    ...theirs.map(
      ({ userTaskKey }): Command => ({
        type: 'UPDATE_USER_TASK',
        userTaskKey,
        processInstanceKey: key,
        changes: { candidateUsersList: [...wanted] },
        action: 'reassign-handler',
      }),
    ),
  ]
}

/** R-SOD: who has reviewed the case does not handle it afterwards. */
function refuseReviewers({ participations, people }: House, caseNo: string, named: readonly string[]): void {
  const reviewers = new Set(
    participations.ofCase(caseNo).flatMap(({ personId, kind }) => (kind?.startsWith('legal-review') ? [personId] : [])),
  )
  const wrong = named.filter(id => reviewers.has(id))
  if (wrong.length === 0) return
  const names = wrong.map(id => people.nameOf(id) ?? id)
  const basis = ['行政处罚法 第58条', '国办发〔2018〕118号【待核】']
  throw refusalOf({ id: 'handlers.reviewed', params: { people: names }, rule: 'R-SOD', basis })
}
