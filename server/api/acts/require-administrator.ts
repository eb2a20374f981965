import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { House } from '../house.ts'
import type { Change } from './change-registers.ts'

const ADMINISTRATOR = 'process-admin'

/** Nobody may shut the office out of itself: who loses the office of administrator, or his account, leaves another one. */
export function requireOtherAdministrator(house: House, changes: readonly Change[]): void {
  const touched = new Set(changes.flatMap(personTouched))
  if (touched.size === 0) return
  const today = officeDate(house.clock.now())
  const others = house.people.listPeople(today, { role: ADMINISTRATOR }).filter(({ personId }) => {
    const accountId = touched.has(personId) ? undefined : house.people.findAccountOfPerson(personId)
    return accountId !== undefined && house.accounts.find(accountId)?.state === 'active'
  })
  if (others.length > 0) return
  throw new CommandRejected('INVALID_STATE', `Expected another '${ADMINISTRATOR}' who can sign in`, {
    id: 'register.last-administrator',
  })
}

function personTouched({ register, before, after }: Change): string[] {
  const isOffice = register === 'appointments' && before?.role === ADMINISTRATOR && after.validTo !== null
  const isAccount = register === 'accounts' && after.state === 'locked'
  return isOffice || isAccount ? [String(after.personId)] : []
}
