import type { Database } from 'better-sqlite3'
import type { Projection } from '../../../db/projection.ts'
import type { Json } from '../../engine/protocol/records.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { registerWords } from '../cases/register-words.ts'
import { openPatching } from './patched-rows.ts'
import { type WhistleRegister, whistleTables } from './whistle-tables.ts'

const REGISTERS = Object.keys(whistleTables) as WhistleRegister[]

/** Whistles with their branches and evaluations: written by the jobs of the procedure, each record a part of a row. */
export const whistles: Projection = {
  name: 'register whistles',
  tables: ['whistle_word', 'whistle_evaluation', 'whistle_branch', 'whistle'],
  open(db) {
    const patch = new Map(REGISTERS.map(name => [name as string, openPatching(db, whistleTables[name])]))
    const words = openWords(db)
    return ({ register = [], seq }) => {
      for (const { register: name, id, value = {} } of register) {
        const put = patch.get(name)
        if (!put) continue
        words.leave(name, id)
        put(id, seq, value)
        words.enter(name, id)
      }
    }
  },
}

/** What is searched of a row, with the names of the bodies it is about, which stand in its titles. */
const SEARCHED: Readonly<Record<string, string>> = {
  whistles: `SELECT whistle_seq AS seq, concat_ws(' ', whistle_id, title, place, problem, doc_no, linked_case) AS texts
    FROM whistle WHERE whistle_id = ?`,
  'whistle-evaluations': `SELECT evaluation_seq AS seq, concat_ws(' ', whistle_id, title) AS texts
    FROM whistle_evaluation WHERE evaluation_id = ?`,
}

function openWords(db: Database) {
  const texts = new Map(
    Object.entries(SEARCHED).map(([name, sql]) => [name, db.prepare<[string], { seq: number; texts: string }>(sql)]),
  )
  const enter = db.prepare('INSERT OR IGNORE INTO whistle_word (register, word, seq) VALUES (?, ?, ?)')
  const leave = db.prepare('DELETE FROM whistle_word WHERE register = ? AND word = ? AND seq = ?')
  const each = (statement: typeof enter, name: string, id: string) => {
    const found = texts.get(name)?.get(id)
    if (!found) return
    for (const word of registerWords(found.texts)) statement.run(name, word, found.seq)
  }
  return {
    leave: (name: string, id: string) => each(leave, name, id),
    enter: (name: string, id: string) => each(enter, name, id),
  }
}

/** A record of an act that sets a part of a row. */
export function whistleRecord(register: WhistleRegister, id: string, value: Record<string, Json>): RegisterRecord {
  return { register, op: 'put', id, value }
}
