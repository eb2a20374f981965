import { isDeepStrictEqual } from 'node:util'
import type { JournaledEntry } from '../../db/journal-reader.ts'
import { officeTime } from '../clock/office-time.ts'
import type { Json } from '../engine/index.ts'
import { roleName } from '../identity/roles.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { kindIds } from '../notifications/kinds.ts'
import { notificationWords } from '../notifications/words.ts'
import { CATALOGUE } from '../registers/catalogue-list.ts'
import { type MasterRegister, masterDefinitions } from '../registers/master-registers.ts'
import { type HistorySubject, subjectOf } from '../registers/register-entries.ts'
import type { Change, Row } from './acts/change-registers.ts'
import { shownOf } from './catalogue/cells.ts'
import { fieldsOf as fieldsOfCatalogue } from './catalogue/fields.ts'
import { actorWords } from './history-words.ts'
import type { House } from './house.ts'
import type { Language, Words } from './language.ts'
import { fieldWord, registerSentences, valueWords } from './register-words.ts'
import { twoTimesOf } from './two-times.ts'

/** What was changed of a person or an organisation, newest first. @param before number of the last entry of the page before. */
export function registerHistory(
  house: House,
  subject: HistorySubject,
  { limit, before }: { limit: number; before: number },
  language: Language,
) {
  const seqs = house.registers.entriesAbout(subject, before, limit + 1)
  const items = seqs.slice(0, limit).flatMap(seq => {
    const entry = house.journal.findEntry(seq)
    return entry ? [describeChange(house, entry, subject, language)] : []
  })
  const end = seqs.length > limit ? seqs[limit - 1] : undefined
  return { items, page: end === undefined ? {} : { endCursor: String(end) } }
}

function describeChange(house: House, entry: JournaledEntry, subject: HistorySubject, language: Language) {
  const { seq, at, actor, verb, payload } = entry
  const fallback = actorWords[actor.kind]?.[language] ?? actor.kind
  return {
    seq,
    at: new Date(at).toISOString(),
    actor: { id: actor.id, name: house.people.nameOf(actor.id) ?? fallback },
    sentence: registerSentences[verb]?.[language] ?? verb,
    reason: typeof payload?.reason === 'string' ? payload.reason : null,
    ...twoTimesOf(entry),
    fields: changesIn(entry)
      .filter(change => subjectOf(asRecord(change)) === subject)
      .flatMap(change => fieldsOf(house, change, language)),
  }
}

/** Older entries say what rows became, not what they were. */
function changesIn({ payload, register = [] }: JournaledEntry): Change[] {
  const told = payload?.changes as unknown as Change[] | undefined
  return (
    told ?? register.map(({ register, id, value = {} }) => ({ register, id, before: null, after: value }) as Change)
  )
}

function asRecord({ register, id, after }: Change): RegisterRecord {
  return { register, op: 'put', id, value: after }
}

/** What became of a certificate: the entry itself says why, and when it was entered. */
const TOLD_BY_ENTRY: ReadonlySet<string> = new Set(['reason', 'recordedAt', 'lateReason'])

function fieldsOf(house: House, { register, before, after }: Change, language: Language) {
  const isSame = (name: string) => before !== null && isDeepStrictEqual(before[name] ?? null, after[name] ?? null)
  const isToldOtherwise = (name: string) =>
    name === 'personId' || (register === 'certificate-states' && TOLD_BY_ENTRY.has(name))
  return masterDefinitions[register].columns
    .filter(name => !isToldOtherwise(name) && !isSame(name) && (before !== null || after[name] != null))
    .map(name => ({
      label: fieldWord(register, name, language),
      before: before === null ? null : textOf(house, register, { row: before, name }, language),
      after: textOf(house, register, { row: after, name }, language),
    }))
}

function textOf(house: House, register: MasterRegister, { row, name }: { row: Row; name: string }, language: Language) {
  const isOfCatalogue = CATALOGUE.find(each => each === register)
  const field = isOfCatalogue && fieldsOfCatalogue(isOfCatalogue).find(each => each.name === name)
  if (!isOfCatalogue || !field) return valueText(house, row, name, language)
  return shownOf(house, isOfCatalogue, field, row[name] ?? null, language).join(language === 'zh' ? '、' : ', ') || null
}

function valueText({ people }: House, row: Row, name: string, language: Language): string | null {
  const value: Json | undefined = row[name]
  if (value === null || value === undefined) return name === 'capacity' ? (valueWords.full?.[language] ?? null) : null
  if (name === 'kinds') return kindsText(value, language)
  const text = String(value)
  if (name === 'role') return roleName(text, language)
  if (['org', 'parent', 'entity', 'successor'].includes(name)) return people.findOrganisation(text)?.name ?? text
  if (['effectiveAt', 'endedAt', 'recordedAt'].includes(name)) return officeTime(text)
  const isChosen = ['state', 'kind', 'capacity'].includes(name)
  return (isChosen ? wordOf(valueWords, text, language) : undefined) ?? text
}

/** What a system is told of; an empty list is everything. */
function kindsText(kinds: Json, language: Language): string {
  const names = Array.isArray(kinds) ? kindIds.filter(kind => kinds.includes(kind)) : []
  if (names.length === 0) return language === 'zh' ? '全部' : 'everything'
  return names.map(kind => notificationWords[kind].name[language]).join(language === 'zh' ? '、' : ', ')
}

/** `2026-11-24 10:00`, as the office's clock showed it. */
function wordOf(words: Words, id: string, language: Language): string | undefined {
  return words[id]?.[language]
}
