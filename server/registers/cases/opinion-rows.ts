import type { Database } from 'better-sqlite3'
import { toColumn } from '../../../db/key.ts'
import type { EngineRecord, Json } from '../../engine/protocol/records.ts'
import type { Entry } from '../../journal/act.ts'
import { opinionIn } from './review-opinions.ts'

/** Name of the records that say with which qualification an opinion was given; their id is the task's key. */
export const OPINION_REGISTER = 'review-opinions'

/** Keeps the opinions of reviews by the completions of their tasks. */
export function openOpinionRows(db: Database) {
  const open = db.prepare('INSERT INTO review_task (user_task_key, process_instance_key, kind) VALUES (?, ?, ?)')
  const kindOf = db.prepare<[number], string>('SELECT kind FROM review_task WHERE user_task_key = ?').pluck()
  const close = db.prepare('DELETE FROM review_task WHERE user_task_key = ?')
  const give = db.prepare(
    `INSERT OR REPLACE INTO review_opinion (process_instance_key, seq, round, step, element_id, person_id, role, org, opinion,
       is_concurring, reason, qualification, signers, checklist, at)
     VALUES (@instance, @seq, (SELECT round FROM review WHERE process_instance_key = @instance), @step, @elementId,
       @personId, @role, @org, @opinion, @isConcurring, @reason, @qualification, @signers, @checklist, @at)`,
  )
  const earlier = db
    .prepare<[number], string>(
      `SELECT opinion FROM review_opinion WHERE process_instance_key = ? AND step = 'first' ORDER BY seq DESC LIMIT 1`,
    )
    .pluck()
  return {
    follow({ key, intent, value }: EngineRecord<'USER_TASK'>, instance: number, entry: Entry): void {
      const column = toColumn(key)
      if (intent === 'CREATING') {
        const { kind } = value.customHeaders ?? {}
        if (kind !== undefined) open.run(column, instance, kind)
        return
      }
      if (intent !== 'COMPLETED' && intent !== 'CANCELED') return
      const kind = kindOf.get(column)
      close.run(column)
      const given = intent === 'COMPLETED' && kind !== undefined && opinionIn(kind, value.variables ?? {})
      if (!given) return
      // Who concurs says what the first said.
      const opinion = given.opinion || (given.isConcurring && earlier.get(instance)) || ''
      const isConcurring = given.isConcurring === null ? null : Number(given.isConcurring)
      give.run({
        ...{ instance, seq: entry.seq, at: entry.at, elementId: value.elementId },
        ...{ step: given.step, opinion, isConcurring, reason: given.reason },
        checklist: jsonOf(value.variables?.checklist),
        ...giverOf(entry, key),
      })
    },
  }
}

/** Who gave it, and what the act says of his qualification; the clock and the workers are nobody. */
function giverOf({ actor, register = [] }: Entry, userTaskKey: string) {
  const said = register.find(({ register: name, id }) => name === OPINION_REGISTER && id === userTaskKey)?.value
  const isPerson = actor.kind === 'person'
  return {
    personId: isPerson ? actor.id : null,
    role: (isPerson && actor.role) || null,
    org: (isPerson && actor.org) || null,
    qualification: jsonOf(said?.qualification),
    signers: jsonOf(said?.signers),
  }
}

function jsonOf(value: Json | undefined): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
