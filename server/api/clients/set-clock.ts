import { CallRefused } from '../../engine/gateway/index.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { House } from '../house.ts'
import { submit } from '../submit.ts'
import type { AdmittedClient } from './admit-client.ts'

/** The end of the year 2999: whatever is reckoned from it is still a date of four digits. */
const LAST_INSTANT = Date.UTC(3000, 0) - 1

/**
 * Lets a demonstration's clock stand at an instant (UTC ms), or run again. What falls due until then happens now; time
 * never goes back, so a clock that was ahead stands until the machine's has caught up.
 * @throws CallRefused FORBIDDEN in an office, INVALID_ARGUMENT for an instant that has passed
 */
export async function setClock(house: House, client: AdmittedClient, instant: number | undefined): Promise<void> {
  const isPinned = instant !== undefined
  await submit(house, client.itself, {
    kind: 'security',
    verb: isPinned ? 'clock.set' : 'clock.release',
    payload: isPinned ? { instant } : {},
    permit() {
      if (client.profile !== 'demo') throw new CommandRejected('FORBIDDEN', 'Expected a demonstration')
      const now = house.clock.now()
      if (isPinned && (instant < now || instant > LAST_INSTANT))
        throw new CommandRejected(
          'INVALID_ARGUMENT',
          `Expected an instant not before ${now} and not after ${LAST_INSTANT}, found ${instant}`,
        )
    },
  }).catch((error: unknown) => {
    if (!(error instanceof CommandRejected)) throw error
    const { type, reason } = error
    throw new CallRefused(type, `Command '${isPinned ? 'PIN' : 'RESET'}' rejected with code '${type}': ${reason}`)
  })
  if (isPinned) house.clock.set(instant)
  else house.clock.release()
}
