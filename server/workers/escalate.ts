import type { ActivatedJob } from '../engine/index.ts'
import { escalationRecord } from '../registers/escalations.ts'
import { kindOf, textInput } from './job-inputs.ts'
import type { Worker, WorkerTools } from './worker.ts'

/**
 * Sends something up: to whom (`toRole`, a role or `role@org`; without an organisation to whoever holds the role, unless
 * `toOrg` names one), about what (`refId`), why (`kind`, a word of `escalationKinds`), and the limit that is over if there
 * is one (`limit`, key of its parameter). Whoever is addressed finds it among the escalations. Done once for each job.
 */
export const escalate: Worker = {
  type: 'escalate',
  timeout: 30_000,
  async handle(job, tools) {
    const { act, escalations } = tools
    const [toRole = '', ofRole] = textInput(job, 'toRole').split('@')
    const escalated = {
      ...{ ownerKey: job.jobKey, userTaskKey: null, processInstanceKey: job.processInstanceKey },
      ...{ elementId: job.elementId, consequence: 'escalate' as const },
      ...{ toRole, toOrg: ofRole ?? optionalText(job, 'toOrg'), parameterKey: optionalText(job, 'limit') },
      ...{ dueAt: null, kind: textInput(job, 'kind'), refId: textInput(job, 'refId') },
    }
    await act(job, {
      verb: 'escalation.send',
      payload: { kind: escalated.kind, toRole, toOrg: escalated.toOrg },
      subject: { elementId: job.elementId, bizKey: escalated.refId },
      // Inside the savepoint: the job may come again while its first attempt is still being written.
      inside: () => (isDone(escalations, job) ? [] : [escalationRecord(escalated)]),
    })
    return undefined
  },
}

function isDone(escalations: WorkerTools['escalations'], { jobKey }: ActivatedJob): boolean {
  return escalations.madeBy(jobKey) !== undefined
}

function optionalText({ variables, customHeaders, elementId }: ActivatedJob, input: string): string | null {
  const text = variables[input] ?? customHeaders[input] ?? null
  if (text === null || text === '') return null
  if (typeof text === 'string') return text
  throw new Error(`Expected a text or nothing as '${input}' of '${elementId}', found ${kindOf(text)}`)
}
