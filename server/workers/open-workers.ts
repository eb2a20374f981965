import { type ActivatedJob, CommandRejected, type ProcessEngine } from '../engine/index.ts'
import type { Act } from '../journal/act.ts'
import type { PersonalNames } from '../registers/personal-names.ts'
import { workers } from './index.ts'
import type { WorkerDeed, WorkerTools } from './worker.ts'

/** How many jobs of one type are worked at a time. */
const MAX_JOBS_ACTIVE = 16

/** What workers work with. */
export interface Workplace extends Omit<WorkerTools, 'act' | 'publish'> {
  engine: ProcessEngine<Act>
  personalNames: PersonalNames
}

/** What the house hands its workers. */
export function openTools(workplace: Workplace): WorkerTools {
  const { engine, instances, clock, personalNames } = workplace
  const caseOf = (job: ActivatedJob) => instances.caseOf(job.processInstanceKey)
  return {
    ...workplace,
    async act(job, { commands = [], inside, ...deed }) {
      const act: Act = {
        ...actOf(job, deed, caseOf(job), clock.now()),
        // What a command carries to another procedure is as personal there.
        personal: [...(deed.personal ?? []), ...(commands.length > 0 ? personalNames.of(job.bpmnProcessId) : [])],
      }
      const guard = () => void Object.assign(act, { register: [...(deed.register ?? []), ...(inside?.() ?? [])] })
      await engine.submit({ act, commands, ...(inside && { guard }) })
    },
    async publish(job, message) {
      const act: Act = {
        ...actOf(job, { verb: 'message.publish', payload: { name: message.name } }, caseOf(job), clock.now()),
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
}

/** Opens every worker of the list on the engine. */
export function openWorkers(workplace: Workplace): { close(): Promise<void> } {
  const { engine } = workplace
  const tools = openTools(workplace)
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

function actOf(
  job: ActivatedJob,
  deed: Omit<WorkerDeed, 'commands' | 'inside'>,
  caseNo: string | undefined,
  at: number,
): Act {
  return {
    kind: 'engine',
    ...deed,
    actor: { kind: 'worker', id: job.type, via: 'engine' },
    at,
    ...(caseNo !== undefined && { caseNo }),
    subject: { ...deed.subject, jobKey: job.jobKey, processInstanceKey: job.processInstanceKey },
    cause: job.cause,
  }
}
