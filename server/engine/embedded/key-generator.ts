import type { Key } from '../protocol/records.ts'
import type { EngineStore } from './store.ts'

/** Partition 1 begins at 2⁵¹ + 1, as on a Zeebe cluster; its keys stay below 2⁵³ for a thousand years of a million a second. */
const FIRST = 2 ** 51 + 1
/** How far ahead the bound is written: one write for so many keys; a restart skips at most as many. */
const AHEAD = 100_000

/** Gives keys away, each once: a bound beyond every key is written in the same transaction, so no acknowledged act's key comes again after a crash. */
export class KeyGenerator {
  private next: number
  private bound: number

  constructor(private readonly store: EngineStore) {
    this.next = Math.max(store.keyBound(), FIRST)
    this.bound = this.next
  }

  nextKey(): Key {
    return String(this.next++)
  }

  /** Before COMMIT: what was given away lies below the bound. Answers what to call when the COMMIT succeeded. */
  secure(): () => void {
    if (this.next <= this.bound) return () => {}
    const bound = this.next + AHEAD
    this.store.saveKeyBound(bound)
    return () => {
      this.bound = bound
    }
  }
}
