import { exclusionPolicyOf } from '../../deadlines/parameters/exclusion-policy.ts'
import type { Json } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { objectionToSuspending } from '../../policies/index.ts'
import type { LimitEntry } from '../../registers/limit-queries.ts'
import { fieldOfLaw, isInLineOfCase } from '../acts/case-office.ts'
import { policyPerson } from '../caller.ts'
import { maySeeCase } from '../cases/case-visibility.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { maySeeInstance, readsEverything } from '../visibility.ts'

/** Refuses to speak of a case that there is not, or that the person has nothing to do with. @throws Problem 404 */
export function requireVisibleCase(house: House, person: Person, caseNo: string): void {
  const keys = house.instances.keysOfCase(caseNo)
  const registered = house.cases.find(caseNo)
  const isOurs =
    readsEverything(person) ||
    (registered && maySeeCase(house, person, registered)) ||
    keys.some(key => maySeeInstance(house, person, key)) ||
    !objectionToSuspending(policyPerson(person), isInLineOfCase(house, caseNo))
  if (!isOurs || (keys.length === 0 && !registered)) throw new Problem('resource.not-found')
}

/** The limits of a case that stand still with it, as the law of its field has it. */
export function limitsThatStop(house: House, caseNo: string, fromAt: number): LimitEntry[] {
  const field = fieldOfLaw(house, caseNo)
  return (
    house.limits
      .ofCase(caseNo)
      .filter(({ parameter }) => exclusionPolicyOf(parameter, field).suspension)
      // What was over before the case stood still is over.
      .filter(({ stage, dueAt }) => stage !== 'overdue' || dueAt > fromAt)
  )
}

/** Which limit it is, for the journal. */
export function limitNamed({ parameter, ownerKey, elementId }: LimitEntry): Record<string, Json> {
  return { limit: parameter.key, ownerKey, elementId }
}
