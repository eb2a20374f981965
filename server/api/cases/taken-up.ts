import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { maySeeInstance } from '../visibility.ts'

/**
 * 补登立案: the number under which procedures of a street run though nobody registered the case. It is registered under it
 * by an officer who has to do with one of them; what was reviewed before counts no more, nobody had registered the facts.
 * @throws Problem 404 for a number that nothing visible bears; CommandRejected 409 when it is registered
 */
export function numberTakenUp(house: House, person: Person, orgCode: string, caseNo: string): string {
  const isBorne = house.instances.keysOfCase(caseNo).some(key => maySeeInstance(house, person, key))
  if (!isBorne || !caseNo.startsWith(`${orgCode}-`)) throw new Problem('resource.not-found')
  if (house.cases.find(caseNo) === undefined) return caseNo
  throw new CommandRejected('ALREADY_EXISTS', `${caseNo} is registered`, {
    id: 'case.registered-already',
    params: { caseNo },
  })
}
