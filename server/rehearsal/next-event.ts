import type { House } from '../api/house.ts'
import type { Instant, Key } from '../engine/index.ts'

/** What time will bring next: a stage of a limit, or a timer of an instance. */
export interface NextEvent {
  at: Instant
  kind: 'limit' | 'timer'
  elementId: string | undefined
}

/** The earliest thing that falls due in a rehearsal office; start events of other procedures are not waited for. */
export function nextEvent({ db, limits }: House, after: Instant): NextEvent | undefined {
  const limitAt = limits.nextAt()
  const timer = db.writer
    .prepare<[Instant], { due: Instant; owner: Key }>(
      'SELECT due, process_instance_key AS owner FROM engine_timer WHERE due > ? ORDER BY due LIMIT 1',
    )
    .get(after)
  if (limitAt !== undefined && limitAt > after && (timer === undefined || limitAt <= timer.due)) {
    const [entry] = limits.dueUntil(limitAt, 1)
    return { at: limitAt, kind: 'limit', elementId: entry?.elementId }
  }
  return timer && { at: timer.due, kind: 'timer', elementId: undefined }
}
