import type { JournaledEntry } from '../../db/journal-reader.ts'
import type { Json } from '../engine/index.ts'
import { actorWords } from './history-words.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { say } from './problem.ts'
import { twoTimesOf } from './two-times.ts'

/** What was brought in and corrected of a law, newest first. @param before number of the last entry of the page before */
export function statuteHistory(
  house: House,
  name: string,
  { limit, before }: { limit: number; before: number },
  language: Language,
) {
  const seqs = house.statutes.entriesAbout(name, before, limit + 1)
  const items = seqs.slice(0, limit).flatMap(seq => {
    const entry = house.journal.findEntry(seq)
    return entry ? [described(house, entry, language)] : []
  })
  const end = seqs.length > limit ? seqs[limit - 1] : undefined
  return { items, page: end === undefined ? {} : { endCursor: String(end) } }
}

function described(house: House, entry: JournaledEntry, language: Language) {
  const { seq, at, actor, verb, payload } = entry
  const fallback = actorWords[actor.kind]?.[language] ?? actor.kind
  return {
    seq,
    at: new Date(at).toISOString(),
    actor: { id: actor.id, name: house.people.nameOf(actor.id) ?? fallback },
    sentence: say(verb, {}, language),
    reason: typeof payload?.reason === 'string' ? payload.reason : null,
    ...twoTimesOf(entry),
    fields: fieldsOf(entry, language),
  }
}

const FIELDS = ['title', 'fileName', 'articles', 'promulgatedOn', 'inForceFrom', 'inForceTo']

/** Of a correction both values of what differs; of an import and a removal what was brought in or taken away. */
function fieldsOf({ payload = {}, register = [] }: JournaledEntry, language: Language) {
  const before = objectOf(payload.before)
  const brought = { ...objectOf(register[0]?.value), ...payload }
  const after = before ? objectOf(payload.after) : brought
  return FIELDS.flatMap(name => {
    const [was, is] = [textOf(before?.[name]), textOf(after?.[name])]
    return was === is ? [] : [{ label: say(`statute.${name}`, {}, language), before: was, after: is }]
  })
}

function objectOf(value: Json | undefined): { [name: string]: Json } | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}

const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null
