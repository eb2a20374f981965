import type { UserTaskWords } from '../../bpmn/index.ts'
import { officeDate } from '../../clock/office-date.ts'
import { roles } from '../../identity/roles.ts'
import type { UserTask } from '../../projections/index.ts'
import type { RegisteredPerson } from '../../registers/people.ts'
import type { UnmannedReason } from '../../registers/unmanned-tasks.ts'
import { objectionToTask } from '../acts/task-guard.ts'
import type { House } from '../house.ts'

/** Rules that bar a person; the others bar the case, whoever comes. */
const OF_PERSONS: ReadonlySet<string> = new Set([
  ...['R-ROLE', 'R-SOD', 'R-CERT', 'R-QUAL58', 'R-AUX', 'R-RECUSAL', 'R-SUPERVISION', 'R-POOL'],
])

/** Those a task is for, under the name the diagram gives them. */
interface Pool {
  candidate: string
  people: readonly RegisteredPerson[]
  /** When there are none: why. */
  why: string
}

/**
 * Why nobody can do an open task: for each of those it is for, what bars him; nothing when somebody can. The rules are
 * those of the gate, asked as if each of them claimed it now.
 */
export function whyNobody(
  house: House,
  task: UserTask,
  words: UserTaskWords | undefined,
): UnmannedReason[] | undefined {
  const needed = words?.cosign === 'true' ? 2 : 1
  const able = new Set<string>()
  const reasons: UnmannedReason[] = []
  for (const { candidate, people, why } of poolsOf(house, task)) {
    const barred = new Map<string, string[]>()
    for (const person of people) {
      const reason = whatBars(house, task, { person, words })
      if (reason === undefined) able.add(person.personId)
      else barred.set(reason, [...(barred.get(reason) ?? []), person.personId])
      if (able.size >= needed) return undefined
    }
    if (people.length === 0) reasons.push({ candidate, reason: why })
    for (const [reason, ids] of barred) reasons.push({ candidate, reason, people: ids })
  }
  if (able.size > 0) reasons.push({ candidate: '', reason: 'one-of-two', people: [...able] })
  return reasons.length > 0 ? reasons : [{ candidate: '', reason: 'no-candidates' }]
}

/** Those who can do an open task as its diagram gives it to groups; the others' reasons are left aside. */
export function whoCan(house: House, task: UserTask, words: UserTaskWords | undefined): RegisteredPerson[] {
  const open = { ...task, assignee: null, candidateUsers: [] }
  const people = poolsOf(house, open).flatMap(pool => pool.people)
  const able = people.filter(person => whatBars(house, open, { person, words }) === undefined)
  return [...new Map(able.map(person => [person.personId, person])).values()]
}

function poolsOf(house: House, { assignee, candidateGroups, candidateUsers }: UserTask): Pool[] {
  const { people, clock } = house
  const today = officeDate(clock.now())
  const named = [...new Set([...(assignee === null ? [] : [assignee]), ...candidateUsers])]
  return [
    ...candidateGroups.map(candidate => {
      const [role = '', org = ''] = candidate.split('@')
      const holders = people.listPeople(today, { role, org })
      return { candidate, people: holders, why: whyEmpty(house, role, org) }
    }),
    ...named.map(candidate => {
      const person = people.findPerson(candidate, today)
      return { candidate, people: person ? [person] : [], why: 'unknown-person' }
    }),
  ]
}

function whyEmpty({ people }: House, role: string, org: string): string {
  if (!Object.hasOwn(roles, role)) return 'no-such-role'
  const found = people.findOrganisation(org)
  return found && found.state !== 'dissolved' ? 'no-holder' : 'no-organisation'
}

/** Only what concerns the person: a case that stands still for everybody has somebody who could do the task. */
function whatBars(
  house: House,
  task: UserTask,
  { person, words }: { person: RegisteredPerson; words: UserTaskWords | undefined },
): string | undefined {
  const accountId = house.people.findAccountOfPerson(person.personId)
  const account = accountId === undefined ? undefined : house.people.findAccount(accountId)
  if (!account || account.isLocked) return 'no-account'
  // Whom a diagram assigns a task to that has no candidates, claims nothing: it is his.
  const isHis = task.assignee === person.personId && task.candidateGroups.length + task.candidateUsers.length === 0
  const asked = { ...task, assignee: null, ...(isHis && { candidateUsers: [person.personId] }) }
  const objection = objectionToTask(house, { verb: 'claim', person, task: asked, words })
  return objection && OF_PERSONS.has(objection.rule) ? objection.rule : undefined
}
