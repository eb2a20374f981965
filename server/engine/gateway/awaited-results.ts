import type { Outcome } from '../process-engine.ts'
import type { Key, Variables } from '../protocol/records.ts'
import { CallRefused } from './call-refused.ts'
import type { Gate } from './gate.ts'
import { type Patience, waitOf } from './waiting-room.ts'

/** When nothing else is asked for; a Zeebe gateway's own. */
const DEFAULT_TIMEOUT_MS = 15_000

/** Those who started an instance and wait for what it comes to. One that is ended otherwise answers nobody. */
export class AwaitedResults {
  private readonly waiting = new Map<Key, (isCompleted: boolean) => void>()
  private readonly stopListening: () => void

  constructor(private readonly gate: Pick<Gate, 'onCommit' | 'variablesOf'>) {
    this.stopListening = gate.onCommit(outcomes => {
      if (this.waiting.size === 0) return
      for (const key of outcomes.flatMap(completed)) this.waiting.get(key)?.(true)
    })
  }

  /**
   * The variables with which the instance completed.
   * @param created what its start came to: a straight run is over already
   * @param timeout milliseconds; 0 or less: the gateway's own
   * @throws CallRefused DEADLINE_EXCEEDED; the instance goes on
   */
  async wait(key: Key, created: Outcome, timeout: number, patience: Patience): Promise<Variables> {
    const longest = waitOf(Math.max(timeout, 0), DEFAULT_TIMEOUT_MS)
    const isCompleted = completed(created).includes(key) || (await this.done(key, longest, patience))
    if (isCompleted) return this.gate.variablesOf(key)
    throw new CallRefused(
      'DEADLINE_EXCEEDED',
      `Time out between gateway and broker: process instance ${key} did not complete within ${longest} ms`,
    )
  }

  close(): void {
    this.stopListening()
    for (const settle of this.waiting.values()) settle(false)
  }

  private done(key: Key, longest: number, patience: Patience): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => settle(false), longest)
      patience.onGone(() => settle(false))
      const settle = (isCompleted: boolean) => {
        clearTimeout(timer)
        this.waiting.delete(key)
        resolve(isCompleted)
      }
      this.waiting.set(key, settle)
    })
  }
}

/** Instances that completed in an act. */
function completed({ segments }: Outcome): Key[] {
  return segments.flatMap(({ processInstanceKey, records }) => {
    const isDone = records.some(
      ({ valueType, intent, key }) =>
        valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_COMPLETED' && key === processInstanceKey,
    )
    return isDone && processInstanceKey !== undefined ? [processInstanceKey] : []
  })
}
