import { type ActivatedJob, CommandRejected, type ProcessEngine } from '../engine/index.ts'
import type { Act } from '../journal/act.ts'
import type { Instances } from '../projections/index.ts'
import type { PersonalNames } from '../registers/personal-names.ts'
import { workers } from './index.ts'
import type { WorkerTools } from './worker.ts'

/** How many jobs of one type are worked at a time. */
const MAX_JOBS_ACTIVE = 16

/** What workers work with. */
export interface Workplace {
  engine: ProcessEngine<Act>
  instances: Pick<Instances, 'caseOf'>
  clock: { now(): number }
  personalNames: PersonalNames
}

/** Opens every worker of the list on the engine. */
export function openWorkers({ engine, instances, clock, personalNames }: Workplace): { close(): Promise<void> } {
  const tools: WorkerTools = {
    async publish(job, message) {
      const act: Act = {
        ...actOf(job, message.name, instances.caseOf(job.processInstanceKey), clock.now()),
        // A message belongs to no process, so what is personal in it must be said.
        personal: personalNames.of(job.bpmnProcessId),
      }
      try {
        await engine.submit({ act, commands: [{ type: 'PUBLISH_MESSAGE', ...message }] })
      } catch (error) {
        // The message of an earlier attempt at this job is there already.
        if (!(error instanceof CommandRejected && error.type === 'ALREADY_EXISTS')) throw error
      }
    },
  }
  const opened = workers.map(({ type, timeout, handle }) =>
    engine.openJobWorker({
      type,
      name: type,
      timeout,
      maxJobsActive: MAX_JOBS_ACTIVE,
      handle: job => handle(job, tools),
    }),
  )
  return { close: async () => void (await Promise.all(opened.map(worker => worker.close()))) }
}

function actOf(job: ActivatedJob, name: string, caseNo: string | undefined, at: number): Act {
  return {
    kind: 'engine',
    verb: 'message.publish',
    actor: { kind: 'worker', id: job.type, via: 'engine' },
    at,
    ...(caseNo !== undefined && { caseNo }),
    subject: { jobKey: job.jobKey, processInstanceKey: job.processInstanceKey },
    payload: { name },
    cause: job.cause,
  }
}
