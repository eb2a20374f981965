import type { ProcessEngine, Submission } from './process-engine.ts'
import { CommandRejected } from './protocol/errors.ts'
import type { Key } from './protocol/records.ts'

/** What became of one instance of a batch. */
export interface BatchItem {
  processInstanceKey: Key
  verdict: 'ok' | 'failed' | 'skipped'
  /** Why not, in English, for operators. */
  reason?: string
}

/** What became of a batch: `total` is always the sum of the other three. */
export interface BatchReport {
  total: number
  ok: number
  failed: number
  skipped: number
  items: BatchItem[]
}

export interface BatchOperation<Act> {
  processInstanceKeys: Key[]
  /** The act for one instance. With an idempotency key made of batch and instance, a batch that was broken off is begun again and does nothing twice. */
  submission(processInstanceKey: Key): Submission<Act>
  /** How many acts may wait at once; default 64. Acts that wait together share a transaction. */
  atOnce?: number
}

/**
 * Does the same to many instances, each in an act of its own: one that refuses does not keep the others from it.
 * An instance that has ended meanwhile is skipped; a key given twice is done once.
 */
export async function runBatchOperation<Act>(
  engine: Pick<ProcessEngine<Act>, 'submit'>,
  { processInstanceKeys, submission, atOnce = 64 }: BatchOperation<Act>,
): Promise<BatchReport> {
  const keys = [...new Set(processInstanceKeys)]
  const items: BatchItem[] = []
  for (let at = 0; at < keys.length; at += atOnce)
    items.push(...(await Promise.all(keys.slice(at, at + atOnce).map(key => doOne(engine, key, submission(key))))))
  const count = (verdict: BatchItem['verdict']) => items.filter(item => item.verdict === verdict).length
  return { total: items.length, ok: count('ok'), failed: count('failed'), skipped: count('skipped'), items }
}

async function doOne<Act>(
  engine: Pick<ProcessEngine<Act>, 'submit'>,
  processInstanceKey: Key,
  submission: Submission<Act>,
): Promise<BatchItem> {
  try {
    await engine.submit(submission)
    return { processInstanceKey, verdict: 'ok' }
  } catch (error) {
    const isGone = error instanceof CommandRejected && error.type === 'NOT_FOUND'
    const reason = error instanceof Error ? error.message : String(error)
    return { processInstanceKey, verdict: isGone ? 'skipped' : 'failed', reason }
  }
}
