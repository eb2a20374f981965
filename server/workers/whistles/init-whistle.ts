import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { officesOf } from './whistle-bodies.ts'

/**
 * Says in which direction a whistle goes and whose desk and head it is, by what sort of body sends it (variable
 * `orgCode`): a street calls departments, a department calls streets.
 */
export const initWhistle: Worker = {
  type: 'init-whistle',
  timeout: 30_000,
  handle(job, { people }) {
    const orgCode = textInput(job, 'orgCode')
    const isStreet = people.findOrganisation(orgCode)?.kind === 'subdistrict'
    const { desk, head } = officesOf({ people }, orgCode)
    return Promise.resolve({ direction: isStreet ? 'street2dept' : 'dept2street', sendDesk: desk, sendHead: head })
  },
}
