import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import type { Subject } from './blocks.ts'

/** What SQLite can do at best under the same settings, in a file of its own: the yardstick of the same run. */
export function openFloors(folder: string): { subjects: Subject[]; close(): void } {
  const db = openDatabase(join(folder, 'floors.db'))
  db.writer.exec(`
    create table floor_row (id integer primary key, text text);
    create table floor_document (id integer primary key, text text);
    create table floor_event (id integer primary key, document integer, text text)`)
  const document = JSON.stringify({ variables: 'x'.repeat(560), tokens: [1, 2, 3] })
  const fill = db.writer.prepare('insert into floor_document (text) values (?)')
  db.writer.transaction(() => {
    for (let i = 0; i < 20_000; i++) fill.run(document)
  })()
  const row = db.writer.prepare("insert into floor_row (text) values ('a small row')")
  const update = db.writer.prepare('update floor_document set text = ? where id = ?')
  const event = db.writer.prepare('insert into floor_event (document, text) values (?, ?)')
  const both = db.writer.transaction((id: number) => {
    update.run(document, id)
    event.run(id, document.slice(0, 300))
  })
  let last = 0
  const nextDocument = () => {
    last = (last + 7919) % 20_000
    return last + 1
  }
  return {
    subjects: [
      { name: 'row1', run: async () => void row.run(), operations: 1 },
      { name: 'floor', run: async () => both.immediate(nextDocument()), operations: 1 },
    ],
    close: () => db.close(),
  }
}
