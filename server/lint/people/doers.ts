import type { UserTaskWords } from '../../bpmn/index.ts'
import type { Json } from '../../engine/protocol/records.ts'
import { isCertified } from '../../policies/certificate.ts'
import { REVIEWS } from '../../policies/kinds.ts'
import { namesIn } from '../reading.ts'
import type { Roster, RosterPerson } from '../roster.ts'
import { evaluate } from '../values/possible-values.ts'

/** Who could do a task at a street today; undefined where the diagram leaves it to what happens. */
export function doersOf(task: UserTaskWords, roster: Roster, street: string): readonly RosterPerson[] | undefined {
  const groups = groupsAt(task.candidateGroups, street)
  if (!groups) return undefined
  return roster.people.filter(
    person =>
      person.awayUntil === undefined && person.groups.some(group => groups.includes(group)) && isFit(person, task),
  )
}

/** Who could do it at a street, were he not away today. */
export function absentDoersOf(task: UserTaskWords, roster: Roster, street: string): readonly RosterPerson[] {
  const away = roster.people.filter(({ awayUntil }) => awayUntil !== undefined)
  return doersOf(task, { ...roster, people: away.map(({ awayUntil, ...here }) => here) }, street) ?? []
}

/** The groups an expression names at a street; undefined when it asks for more than where it is. */
export function groupsAt(expression: string | undefined, street: string): readonly string[] | undefined {
  if (!expression?.startsWith('=') || namesIn(expression).some(name => name !== 'orgCode')) return undefined
  const result = evaluate(expression.slice(1), new Map<string, Json>([['orgCode', street]]))
  if (!result?.ok || !Array.isArray(result.value)) return undefined
  return result.value.filter(group => typeof group === 'string')
}

/** Certificates and qualification, as the gate will ask for them. */
function isFit({ certificates, isQualified }: RosterPerson, task: UserTaskWords): boolean {
  if (REVIEWS.has(task.kind ?? '') && !isQualified) return false
  const held = certificates.map(kind => ({ kind: kind as 'enforcement' | 'supervision', state: 'valid' as const }))
  return isCertified(held, task)
}
