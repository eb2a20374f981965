import { extension, policyLimit } from '../clock/extension.ts'
import { dayOf } from '../deadlines/office-day.ts'
import { BpmnError } from '../engine/index.ts'
import { objectionToExtension } from '../policies/index.ts'
import { textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/**
 * Makes the limit of a task of the same instance longer, once its diagram has had that approved: `limitTask` is the task's
 * element, `reason` why. The task and its draft stay as they are; its due date moves. Where the task is done by now there
 * is nothing to extend; what its rule does not allow, a second time above all, is the error `extension-refused`.
 */
export const extendLimit: Worker = {
  type: 'extend-limit',
  timeout: 30_000,
  async handle(job, { clock, limits, limitParameters, calendars, act }) {
    const elementId = textInput(job, 'limitTask')
    const at = clock.now()
    const by = `job/${job.jobKey}`
    const open = limits.ofElement(job.processInstanceKey, elementId)
    const limit = open.find(({ parameter }) => parameter.extension) ?? open[0]
    if (!limit) return { extended: false }
    // The job comes again after a crash.
    if (limit.extensions.some(earlier => earlier.by === by)) return { extended: true }
    const objection = objectionToExtension(policyLimit(limit), at)
    if (objection)
      throw new BpmnError('extension-refused', `${objection.rule} (${objection.basis.join(', ')}): ${objection.id}`)
    const { variables, customHeaders } = job
    const reason = String(variables.reason ?? customHeaders.reason ?? '')
    const { payload, register } = extension(
      { limits, limitParameters, calendars },
      limit,
      { by, reason, at },
      dayOf(at),
    )
    await act(job, { verb: 'limit.extend', payload, register, subject: { elementId } })
    return { extended: true }
  },
}
