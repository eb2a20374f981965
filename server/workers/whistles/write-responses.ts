import type { Json } from '../../engine/index.ts'
import { whistleRecord } from '../../registers/whistles/whistles.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/** Enters what bodies say to a low score (inputs `whistleId`, `responses`, `at`). Done again it says the same. */
export const writeResponses: Worker = {
  type: 'write-responses',
  timeout: 30_000,
  async handle(job, { act }) {
    const whistleId = textInput(job, 'whistleId')
    const { responses = [], at = null } = job.variables
    const rows = Array.isArray(responses) ? (responses as Record<string, Json>[]) : []
    if (rows.length === 0) return undefined
    await act(job, {
      verb: 'register.write',
      payload: { register: 'whistle-evaluations' },
      subject: { bizKey: whistleId },
      register: rows.map(({ org, explanation = null, improvement = null, respondedBy = null }) =>
        whistleRecord('whistle-evaluations', `${whistleId}/${String(org)}`, {
          ...{ explanation, improvement, respondedBy, respondedAt: at },
        }),
      ),
    })
    return undefined
  },
}
