import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { CATALOGUE, type CatalogueRegister } from './catalogue-list.ts'

/** Whom or what a history is of. */
export type HistorySubject =
  | `person/${string}`
  | `organisation/${string}`
  | `${CatalogueRegister}/${string}`
  | `webhook/${string}`

const OF_A_PERSON: ReadonlySet<string> = new Set([
  ...['persons', 'appointments', 'accounts'],
  ...['certificates', 'certificate-states', 'qualifications'],
])

/** Acts on somebody that leave nothing in the registers of people. */
const OF_HIS_ACCOUNT = /^(?:account\.|notification\.address$)/

/** Which entries changed a person or an organisation: the way to their history. */
export const registerEntries: Projection = {
  name: 'register entries',
  tables: ['register_entry'],
  open(db) {
    const note = db.prepare('INSERT OR IGNORE INTO register_entry (subject, seq) VALUES (?, ?)')
    return ({ kind, verb, subject: named, register = [], seq }) => {
      if (kind === 'refused') return
      const subjects = register.map(subjectOf)
      // A password, a session or a secret is in no register, but who changed it is part of the history.
      if (OF_HIS_ACCOUNT.test(verb) && named?.personId !== undefined) subjects.push(`person/${named.personId}`)
      if (verb.startsWith('webhook.') && named?.webhookId !== undefined) subjects.push(`webhook/${named.webhookId}`)
      for (const subject of subjects) if (subject) note.run(subject, seq)
    }
  },
}

/** Whom a record is about; records of other registers are about nobody. */
export function subjectOf({ register, id, value }: RegisterRecord): HistorySubject | undefined {
  if (register === 'organisations') return `organisation/${id}`
  if (register === 'webhooks') return `webhook/${id}`
  if (register === 'organisation-changes') return `organisation/${String(value?.orgId)}`
  const ofCatalogue = CATALOGUE.find(each => each === register)
  if (ofCatalogue) return `${ofCatalogue}/${id}`
  if (!OF_A_PERSON.has(register)) return undefined
  return `person/${typeof value?.personId === 'string' ? value.personId : id}`
}

/** The numbers of the entries that changed a subject, newest first; at most `limit`, before `before`. */
export function openRegisterEntries(
  db: Database,
): (subject: HistorySubject, before: number, limit: number) => number[] {
  const seqs = db
    .prepare<[string, number, number], number>(
      'SELECT seq FROM register_entry WHERE subject = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    )
    .pluck()
  return (subject, before, limit) => seqs.all(subject, before, limit)
}
