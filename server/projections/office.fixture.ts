import { createJournal, type Journal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { type OfficeDatabase, openDatabase } from '../../db/open.ts'
import type { Projection } from '../../db/projection.ts'
import type { EngineRecord, Json, Segment } from '../engine/protocol/records.ts'
import type { Actor } from '../journal/act.ts'
import { type InboxOwner, projections } from './index.ts'
import { deployed, segment, started, userTask } from './records.fixture.ts'

const MINUTE = 60_000

/** An office in memory whose procedure was deployed; acts are a minute apart. Instances have keys 100, 200 …, their tasks 101, 201 … */
export interface HandMadeOffice {
  db: OfficeDatabase
  journal: Journal
  /** The time of the last act, UTC ms. */
  now(): number
  write(segments: Segment[], actor?: Actor): number
  start(id: number, value: Partial<EngineRecord<'USER_TASK'>['value']>, context?: Record<string, Json>): number
  complete(id: number, actor: Actor): number
}

export const person = (id: string, more: Partial<Actor> = {}): Actor => ({ kind: 'person', id, ...more })
export const owner = (personId: string, ...groups: string[]): InboxOwner => ({ personId, groups })

/** Opens one; hand-made records take the engine's place. @param registers kept besides the projections */
export function openHandMadeOffice(registers: readonly Projection[] = []): HandMadeOffice {
  const db = openDatabase(':memory:')
  let time = Date.UTC(2026, 10, 24, 2)
  const readings = [journalIndex, ...projections, ...registers]
  const journal = createJournal(db.writer, { clock: { now: () => time }, projections: readings })
  const write: HandMadeOffice['write'] = (segments, actor = person('lin-shen')) => {
    time += MINUTE
    return journal.append({ kind: 'engine', verb: 'test', actor, at: time }, segments, [])
  }
  write([deployed()])
  return {
    db,
    journal,
    now: () => time,
    write,
    start: (id, value, context = {}) => write([started(`${id}00`, `${id}01`, context, value)]),
    complete: (id, actor) =>
      write([segment(`${id}00`, [userTask('COMPLETED', `${id}01`, { action: 'agree' })])], actor),
  }
}
