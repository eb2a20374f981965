import { matterRecord } from '../../registers/certificate-matters.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/**
 * Puts a matter on the list of what is reported to the province's platform (input `bizKey`): the list is exported from the
 * page of matters. It is tried again until it is written, and nothing depends on it.
 */
export const syncProvince: Worker = {
  type: 'sync-province',
  timeout: 30_000,
  async handle(job, { act, clock }) {
    const matterId = textInput(job, 'bizKey')
    await act(job, {
      verb: 'certificate.report',
      payload: {},
      subject: { bizKey: matterId },
      register: [matterRecord(matterId, { reportedAt: new Date(clock.now()).toISOString() })],
    })
    return undefined
  },
}
