import type { House } from '../api/house.ts'
import { type OfficeParameter, shippedOfficeParameter } from '../registers/office-parameters.ts'
import { officeParameters } from './office-parameters.ts'

/** Brings the office's parameters into their register. One the office has set itself stays as it is. */
export async function shipOfficeParameters({ officeParameters: known, clock, engine }: House): Promise<void> {
  const isNew = (parameter: OfficeParameter) => {
    const versions = known.history(parameter.key)
    if (versions.some(({ isShipped }) => !isShipped)) return false
    return JSON.stringify(versions[0]?.parameter) !== JSON.stringify(parameter)
  }
  const register = officeParameters.filter(isNew).map(shippedOfficeParameter)
  if (register.length === 0) return
  await engine.submit({
    act: {
      kind: 'register',
      verb: 'office-parameters.ship',
      actor: { kind: 'system', id: 'house', via: 'engine' },
      at: clock.now(),
      register,
    },
    commands: [],
  })
}
