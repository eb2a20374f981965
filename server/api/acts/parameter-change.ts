import { dayOf, isDay } from '../../deadlines/office-day.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { ParameterVersions } from '../../registers/parameter-register.ts'
import type { House } from '../house.ts'
import type { WrongField } from '../problem.ts'

/** A parameter is set from today on at the earliest: what was decided with another one stays decided. */
export function wrongStart({ clock }: House, effectiveFrom: string): WrongField[] {
  if (isDay(effectiveFrom) && effectiveFrom >= dayOf(clock.now())) return []
  return [{ path: '/effectiveFrom', id: 'limit.past', params: {} }]
}

/** @throws CommandRejected 409 when somebody set the parameter since it was read; without `basedOn` nobody asks. */
export function refuseNewer(versions: ParameterVersions<unknown>, key: string, basedOn: number | undefined): void {
  if (basedOn === undefined || versions.history(key)[0]?.seq === basedOn) return
  throw new CommandRejected('INVALID_STATE', `Parameter '${key}' was changed elsewhere`, { id: 'limit.newer' })
}
