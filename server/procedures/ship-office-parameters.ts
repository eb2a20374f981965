import type { House } from '../api/house.ts'
import { officeParameterRegister } from '../registers/office-parameters.ts'
import { unknownOf } from '../registers/parameter-register.ts'
import { officeParameters } from './office-parameters.ts'

/** Brings the office's parameters into their register. One the office has set itself stays as it is. */
export async function shipOfficeParameters({ officeParameters: known, clock, engine }: House): Promise<void> {
  const register = unknownOf(officeParameters, known).map(officeParameterRegister.shipped)
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
