import type { House } from '../../server/api/house.ts'
import type { Outcome } from '../../server/engine/index.ts'

/**
 * Resolves when no job waits for a worker any more: what people see then is what they will find later.
 * @throws Error when a job fails meanwhile.
 */
export function jobsDone({ db, engine }: House): Promise<void> {
  const open = db.writer.prepare<[], number>('SELECT count(*) FROM engine_job').pluck()
  return new Promise((resolve, reject) => {
    const stop = engine.onCommit(look)
    look([])
    function look(outcomes: Outcome[]): void {
      const failure = failureIn(outcomes)
      if (failure === undefined && open.get() !== 0) return
      stop()
      if (failure === undefined) resolve()
      else reject(new Error(failure))
    }
  })
}

function failureIn(outcomes: readonly Outcome[]): string | undefined {
  const records = outcomes.flatMap(({ segments }) => segments.flatMap(segment => segment.records))
  const failed = records.find(({ valueType, intent }) => valueType === 'JOB' && intent === 'FAILED')
  if (failed?.valueType !== 'JOB') return undefined
  return `The job of '${failed.value.elementId}' failed: ${failed.value.errorMessage ?? ''}`
}
