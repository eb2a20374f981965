import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected } from '../../engine/index.ts'
import { organisationRecord, personRecords } from '../../identity/register-records.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWeak } from './accounts.ts'

/** Where the first administrator is appointed: the house itself, until the office's organisations are entered. */
const HOUSE_ORG = 'OFFICE'

export interface FirstAdministrator {
  token: string
  accountId: string
  name: string
  password: string
}

/** Brings in the first administrator by the link printed at start; the link is good once. */
export async function setUp(house: House, { token, accountId, name, password }: FirstAdministrator): Promise<void> {
  if (!house.setUp.accepts(token)) throw new Problem('set-up.refused')
  refuseWeak(password, accountId)
  const passwordHash = await house.passwords.hash(password)
  const from = officeDate(house.clock.now())
  const appointments = [{ role: 'process-admin', org: HOUSE_ORG, from }]
  await house.engine.submit({
    act: {
      kind: 'security',
      verb: 'office.set-up',
      actor: { kind: 'person', id: accountId, via: 'web' },
      at: house.clock.now(),
      subject: { accountId },
      register: [
        organisationRecord(HOUSE_ORG, '本机关', HOUSE_ORG),
        ...personRecords({ personId: accountId, name, appointments, accountId }),
      ],
    },
    commands: [],
    guard: () => {
      // Whoever came first in the same batch is in the register already, and the link still open.
      if (house.people.hasHolderOf('process-admin'))
        throw new CommandRejected('FORBIDDEN', 'The set-up link was used', { id: 'set-up.refused' })
      // The secret joins the act's transaction: there is no administrator who cannot sign in.
      house.passwords.keep(accountId, passwordHash)
    },
  })
  // Only now there is an administrator; what could not be written down uses no link up.
  house.setUp.close()
}
