import type { Clock, Instant } from '../../../server/engine/index.ts'

/** A clock that stands still. What is due is looked at only when it is moved, and once per move. */
export class ManualClock implements Clock {
  private readonly wakes = new Set<{ at: Instant; wake: () => void }>()

  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant
  }

  wakeAt(at: Instant, wake: () => void): () => void {
    const entry = { at, wake }
    this.wakes.add(entry)
    return () => this.wakes.delete(entry)
  }

  /** Moves to an instant and calls whoever wanted to be called by then; a clock never goes back. */
  moveTo(instant: Instant): void {
    this.instant = Math.max(this.instant, instant)
    for (const entry of [...this.wakes]) {
      if (entry.at > this.instant) continue
      this.wakes.delete(entry)
      entry.wake()
    }
  }
}
