import { CallRefused } from './call-refused.ts'

/** More do not wait at once; who is one too many tries again later. */
const MOST_WAITING = 1000
/** setTimeout takes 31 bits of milliseconds. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** How long somebody waits beside the time he named: until he goes away. */
export interface Patience {
  onGone(listener: () => void): void
}

/** Everybody who waits for something that happens later: jobs, a result, the listeners of a task. */
export class WaitingRoom {
  private seated = 0

  /**
   * Keeps a seat while `wait` is under way.
   * @throws CallRefused RESOURCE_EXHAUSTED when there is none; then nothing has begun
   */
  async seat<T>(wait: () => Promise<T>): Promise<T> {
    if (this.seated >= MOST_WAITING)
      throw new CallRefused('RESOURCE_EXHAUSTED', `Expected at most ${MOST_WAITING} calls that wait, found one more`)
    this.seated += 1
    try {
      return await wait()
    } finally {
      this.seated -= 1
    }
  }
}

/** How long to wait, ms: what was asked for, as far as a timer reaches; 0: the gateway's own. */
export function waitOf(asked: number, own: number): number {
  return Math.min(asked === 0 ? own : asked, LONGEST_WAIT_MS)
}
