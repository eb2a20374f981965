import type { House } from '../api/house.ts'
import { limitParameters } from '../deadlines/parameters/index.ts'
import { year2026 } from '../deadlines/year-2026.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { calendarYearRecord } from '../registers/calendars.ts'
import { limitParameterRegister } from '../registers/limit-parameters.ts'
import { unknownOf } from '../registers/parameter-register.ts'

/**
 * Brings the limits and the calendar that came with the product into the registers, so that what a limit was counted with
 * stands in the journal. A parameter the office has set itself stays as it is.
 */
export async function shipLimits(house: House): Promise<void> {
  const { limitParameters: known, calendars, clock, engine } = house
  const years = calendars.years().length === 0 ? [calendarYearRecord(1, year2026)] : []
  const register: RegisterRecord[] = [
    ...unknownOf(limitParameters, known).map(limitParameterRegister.shipped),
    ...years,
  ]
  if (register.length === 0) return
  await engine.submit({
    act: {
      kind: 'register',
      verb: 'limits.ship',
      actor: { kind: 'system', id: 'house', via: 'engine' },
      at: clock.now(),
      register,
    },
    commands: [],
  })
}
