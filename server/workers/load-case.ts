import { textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/**
 * Reads from the register what a review must know of its case (input `caseNo`): `caseHearingHeld`, and `caseChangedAt`,
 * when facts, evidence, grounds or the proposed penalty last changed (ISO 8601, null of a case nobody registered).
 */
export const loadCase: Worker = {
  type: 'load-case',
  timeout: 30_000,
  async handle(job, { cases }) {
    const found = cases.find(textInput(job, 'caseNo'))
    return {
      caseHearingHeld: found !== undefined && found.hearingEndedOn !== null,
      caseChangedAt: found ? new Date(found.lastMaterialChangeAt).toISOString() : null,
    }
  },
}
