import type { House } from '../../server/api/house.ts'
import type { Outcome } from '../../server/engine/index.ts'
import { workers } from '../../server/workers/index.ts'

/**
 * Resolves when no job waits for a worker any more: what people see then is what they will find later.
 * @throws Error when a job fails meanwhile, or waits for a worker that this house does not have.
 */
export function jobsDone({ db, engine }: House): Promise<void> {
  const open = db.writer.prepare<[], OpenJob>(
    'SELECT job_key AS jobKey, type, is_activatable OR due IS NOT NULL AS isWorkable FROM engine_job',
  )
  return new Promise((resolve, reject) => {
    const stop = engine.onCommit(look)
    look([])
    function look(outcomes: Outcome[]): void {
      const jobs = open.all()
      const failure = failureIn(outcomes) ?? jobs.map(whyNever).find(Boolean)
      if (failure === undefined && jobs.length > 0) return
      stop()
      if (failure === undefined) resolve()
      else reject(new Error(failure))
    }
  })
}

interface OpenJob {
  jobKey: number
  type: string
  /** Waits for a worker, is worked on, or will be tried again. */
  isWorkable: number
}

const TYPES: ReadonlySet<string> = new Set(workers.map(({ type }) => type))

/** Waiting for this job would take for ever. */
function whyNever({ jobKey, type, isWorkable }: OpenJob): string | undefined {
  if (!TYPES.has(type)) return `Job ${jobKey} waits for ever: this house has no worker for the type '${type}'`
  return isWorkable === 0 ? `Job ${jobKey} of the type '${type}' failed before, and nobody tries it again` : undefined
}

function failureIn(outcomes: readonly Outcome[]): string | undefined {
  const records = outcomes.flatMap(({ segments }) => segments.flatMap(segment => segment.records))
  const failed = records.find(({ valueType, intent }) => valueType === 'JOB' && intent === 'FAILED')
  if (failed?.valueType !== 'JOB') return undefined
  return `The job of '${failed.value.elementId}' failed: ${failed.value.errorMessage ?? ''}`
}
