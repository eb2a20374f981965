import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOfficeClock } from './office-clock.ts'

const MORNING = Date.parse('2026-11-24T02:00:00Z')

beforeEach(() => void vi.useFakeTimers({ now: MORNING }))
afterEach(() => void vi.useRealTimers())

test('runs with the machine, and stands still when the machine jumps back', () => {
  const clock = createOfficeClock()
  expect(clock.now()).toBe(MORNING)
  vi.setSystemTime(MORNING - 60_000)
  expect(clock.now()).toBe(MORNING)
  vi.setSystemTime(MORNING + 1)
  expect(clock.now()).toBe(MORNING + 1)
})

test('wakes once, in order, at or after the instant, also beyond the longest wait of a timer', () => {
  const clock = createOfficeClock()
  const woken: string[] = []
  clock.wakeAt(MORNING + 2 ** 31 + 5, () => woken.push('far'))
  clock.wakeAt(MORNING + 2000, () => woken.push('second'))
  clock.wakeAt(MORNING + 1000, () => woken.push('first'))
  const cancel = clock.wakeAt(MORNING + 1500, () => woken.push('cancelled'))
  cancel()
  vi.advanceTimersByTime(2 ** 31)
  expect(woken).toEqual(['first', 'second'])
  vi.advanceTimersByTime(10)
  expect(woken).toEqual(['first', 'second', 'far'])
})

test('a standing clock only moves when it is set, and never back', () => {
  const clock = createOfficeClock(MORNING)
  const wake = vi.fn()
  clock.wakeAt(MORNING + 1000, wake)
  vi.advanceTimersByTime(5000)
  expect(wake).not.toHaveBeenCalled()
  clock.set(MORNING + 1000)
  vi.advanceTimersByTime(0)
  expect(wake).toHaveBeenCalledOnce()
  clock.set(MORNING)
  expect(clock.now()).toBe(MORNING + 1000)
})

test('a clock that was set runs again after its release', () => {
  const clock = createOfficeClock()
  clock.set(MORNING + 60_000)
  vi.setSystemTime(MORNING + 30_000)
  clock.release()
  expect(clock.now()).toBe(MORNING + 60_000)
  vi.setSystemTime(MORNING + 90_000)
  expect(clock.now()).toBe(MORNING + 90_000)
})
