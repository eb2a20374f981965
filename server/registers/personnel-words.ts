import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { registerWords, searchedWords } from './cases/register-words.ts'
import type { Place, PlaceStream } from './ordered-list.ts'

/**
 * The words by which people and certificates are found, each in the order of its list. A name somebody bore before still
 * finds him. Applied before the registers themselves: it takes away what stands at the place a row leaves.
 */
export const personnelWords: Projection = {
  name: 'words of people and certificates',
  tables: ['personnel_word'],
  open(db) {
    const words = openWords(db)
    return ({ register = [] }) => {
      words.begin()
      for (const record of register) {
        if (record.register === 'persons') words.person(record)
        else if (record.register === 'certificates') words.certificate(record)
      }
    }
  },
}

interface Words {
  /** A new entry begins. */
  begin(): void
  person(record: RegisterRecord): void
  certificate(record: RegisterRecord): void
}

interface Numbered {
  personId: string
  number: string
  validTo: string
}

function openWords(db: Database): Words {
  const leave = db.prepare('DELETE FROM personnel_word WHERE register = ? AND word = ? AND place = ? AND id = ?')
  const enter = db.prepare('INSERT OR IGNORE INTO personnel_word (register, word, place, id) VALUES (?, ?, ?, ?)')
  const nameOf = db.prepare<[string], string>('SELECT name FROM person WHERE person_id = ?').pluck()
  const formerNames = db
    .prepare<[string], string>(
      `SELECT json_extract(value, '$.name') FROM register_version WHERE register = 'persons' AND id = ?`,
    )
    .pluck()
  const certificate = db.prepare<[string], Numbered>(
    'SELECT person_id AS personId, number, valid_to AS validTo FROM certificate WHERE certificate_id = ?',
  )
  const ofPerson = db.prepare<[string], { id: string; place: string }>(
    'SELECT certificate_id AS id, valid_to AS place FROM certificate WHERE person_id = ?',
  )
  /** What this entry itself has said of people and certificates already. */
  let names = new Map<string, string>()
  let numbers = new Map<string, Numbered>()
  const known = (personId: string) => names.get(personId) ?? nameOf.get(personId) ?? null
  const namesOf = (personId: string) => [...formerNames.all(personId), known(personId)]
  const each = (statement: typeof enter, register: string, words: Iterable<string>, { place, id }: Place) => {
    for (const word of words) statement.run(register, word, place, id)
  }
  return {
    begin() {
      ;[names, numbers] = [new Map(), new Map()]
    },
    person({ id, value }) {
      const before = known(id)
      const name = String(value?.name ?? '')
      if (before !== null) each(leave, 'people', registerWords(id, ...namesOf(id)), { place: before, id })
      const certificates = [
        ...ofPerson.all(id),
        ...[...numbers].flatMap(([key, of]) => (of.personId === id ? [{ id: key, place: of.validTo }] : [])),
      ]
      for (const held of certificates) each(enter, 'certificates', registerWords(name), held)
      each(enter, 'people', registerWords(id, ...namesOf(id), name), { place: name, id })
      names.set(id, name)
    },
    certificate({ id, value }) {
      const before = numbers.get(id) ?? certificate.get(id)
      const now = value as unknown as Numbered
      const wordsOf = ({ number, personId }: Numbered) => registerWords(number, personId, ...namesOf(personId))
      if (before) each(leave, 'certificates', wordsOf(before), { place: before.validTo, id })
      each(enter, 'certificates', wordsOf(now), { place: now.validTo, id })
      numbers.set(id, now)
    },
  }
}

/** A word that more rows than this have is common. */
const COMMON = 100

/**
 * Rows by the rarest word of a search; what else was searched for is left to the filter. Nothing when the search has no
 * word to go by: then rows are looked at one by one.
 */
export function openPersonnelStreams(
  db: Database,
  register: 'people' | 'certificates',
): (q: string) => PlaceStream | undefined {
  const rows = db.prepare<object, Place>(
    `SELECT place, id FROM personnel_word WHERE register = '${register}' AND word = @word AND (place, id) > (@place, @id)
     ORDER BY place, id LIMIT @limit`,
  )
  const count = db
    .prepare<[string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM personnel_word WHERE register = '${register}' AND word = ? LIMIT ${COMMON})`,
    )
    .pluck()
  return q => {
    const counted = searchedWords(q).map(word => ({ word, rows: count.get(word) ?? 0 }))
    // A part of an id or a number is no word: it is looked for row by row.
    const [rarest] = counted
      .filter(({ word, rows }) => rows > 0 || /\p{Script=Han}/u.test(word))
      .sort((a, b) => a.rows - b.rows)
    if (!rarest) return undefined
    return ({ place, id }, limit) => rows.all({ word: rarest.word, place, id, limit })
  }
}
