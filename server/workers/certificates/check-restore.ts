import { officeDate } from '../../clock/office-date.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { findByNumber } from './certificate-inputs.ts'

/**
 * Whether a certificate may be given back (inputs `certNo`, `holderId`): it is suspended, the time of that is over, and a
 * retraining it asked for was passed since. Answers `restoreOk` and `restoreWhy`.
 */
export const checkRestore: Worker = {
  type: 'check-restore',
  timeout: 30_000,
  async handle(job, tools) {
    const { registers, clock } = tools
    if (findByNumber(tools, textInput(job, 'certNo'))?.state !== 'suspended')
      return { restoreOk: false, restoreWhy: 'not-suspended' }
    const suspension = registers.matters.latestOf(textInput(job, 'certNo'), 'suspend')
    const today = officeDate(clock.now())
    if (!suspension) return { restoreOk: true, restoreWhy: 'not-suspended-here' }
    if (suspension.suspendUntil !== null && suspension.suspendUntil >= today)
      return { restoreOk: false, restoreWhy: 'not-over' }
    const since = officeDate(Date.parse(suspension.effectiveAt ?? new Date(suspension.begunAt).toISOString()))
    if (suspension.retrain && !registers.service.isRetrained(textInput(job, 'holderId'), since))
      return { restoreOk: false, restoreWhy: 'not-retrained' }
    return { restoreOk: true, restoreWhy: 'over' }
  },
}
