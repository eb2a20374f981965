import { OFFICE_ZONE } from '../../clock/office-clock.ts'
import type { Variables } from '../../engine/index.ts'
import { type Form, validateForm } from '../../forms/index.ts'
import type { House } from '../house.ts'
import { wrongFields } from '../problem.ts'

/** The values to store. @throws Problem 422 with every wrong field; without a form there is nothing to fill in. */
export function checkedValues(house: House, form: Form | undefined, values: Variables, known: Variables): Variables {
  if (!form) {
    const unknown = Object.keys(values).map(name => ({ path: `/${name}`, id: 'unknown', params: { name } }))
    if (unknown.length > 0) throw wrongFields(unknown)
    return {}
  }
  const result = validateForm(form, values, { variables: known, now: house.clock.now(), zone: OFFICE_ZONE })
  if (!result.ok) throw wrongFields(result.errors)
  return result.data
}
