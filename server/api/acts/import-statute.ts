import { createHash } from 'node:crypto'
import { isDay } from '../../deadlines/office-day.ts'
import { CommandRejected, type Json } from '../../engine/index.ts'
import type { StatuteVersion } from '../../registers/statute-queries.ts'
import {
  type ImportedStatute,
  statuteDaysRecord,
  statuteRecord,
  statuteRemoval,
} from '../../registers/statute-texts.ts'
import { readStatute } from '../../statutes/text/read-statute.ts'
import type { StatuteFault, TextArticle } from '../../statutes/text/statute-text.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, type WrongField, wrongFields } from '../problem.ts'
import { requirePermission, submit } from '../submit.ts'
import { Complaints } from './register-checks.ts'

/** A file with the official text of a law, and what the administrator says of it. */
export interface WantedStatute {
  fileName: string
  text: string
  name: string
  title: string
  promulgatedOn: string
  inForceFrom: string
  inForceTo: string | null
  /** Only the articles an amendment replaces or puts in; the others are taken from the version before. */
  isPartial: boolean
}

/** What became of an import: a text that is there already stays as it is. */
export interface ImportedText {
  textId: string
  isNew: boolean
  articles: number
}

/** The id of a text: what its file holds, whatever line ends and marks it was saved with. */
export function textIdOf(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return createHash('sha256').update(plain.trim()).digest('hex')
}

/**
 * Brings the official text of a law in, as its version from a day on: all of it, or nothing with every fault by line.
 * @throws Problem 422; CommandRejected 403, 409
 */
export async function importStatute(house: House, caller: Caller, wanted: WantedStatute): Promise<ImportedText> {
  const textId = textIdOf(wanted.text)
  const reading = readStatute(wanted.text, { isPartial: wanted.isPartial })
  const wrong = [...objections(wanted), ...reading.faults.map(wrongLine)]
  if (wrong.length > 0) throw wrongFields(wrong)
  const { name, title, promulgatedOn, inForceFrom, inForceTo, fileName, isPartial } = wanted
  const known = house.statutes.find(textId)
  if (known && isSame(known, wanted)) return { textId, isNew: false, articles: known.articleCount }
  const { articles, preamble } = reading.text
  const statute: ImportedStatute = {
    ...{ name, title, promulgatedOn, inForceFrom, inForceTo, fileName, preamble },
    replaced: isPartial ? articles.map(({ article }) => article) : [],
    articles: isPartial ? amended(house, wanted, articles) : articles,
  }
  await submit(house, caller, {
    kind: 'register',
    verb: 'statute.import',
    subject: { statute: name, textId },
    payload: { fileName, articles: statute.articles.length, replaced: statute.replaced },
    register: [statuteRecord(textId, statute)],
    permit: person => {
      requirePermission(person, 'administrate')
      refuseTaken(house, textId, wanted)
    },
  })
  return { textId, isNew: true, articles: statute.articles.length }
}

/** Corrects the days of a text. */
export async function correctStatute(
  house: House,
  caller: Caller,
  textId: string,
  { reason, ...days }: Pick<WantedStatute, 'promulgatedOn' | 'inForceFrom' | 'inForceTo'> & { reason: string },
): Promise<void> {
  const before = requireText(house, textId)
  const wrong = wrongDays(days)
  if (wrong.length > 0) throw wrongFields(wrong)
  const { name, promulgatedOn, inForceFrom, inForceTo } = before
  await submit(house, caller, {
    kind: 'register',
    verb: 'statute.correct',
    subject: { statute: name, textId },
    payload: { reason, before: { promulgatedOn, inForceFrom, inForceTo }, after: { ...days } },
    register: [statuteDaysRecord(textId, days)],
    permit: person => {
      requirePermission(person, 'administrate')
      refuseTaken(house, textId, { ...days, name }, true)
    },
  })
}

/** Takes a text away that was brought in by mistake; the journal keeps what it said. */
export async function removeStatute(house: House, caller: Caller, textId: string, reason: string): Promise<void> {
  const { name, title, inForceFrom } = requireText(house, textId)
  await submit(house, caller, {
    kind: 'register',
    verb: 'statute.remove',
    subject: { statute: name, textId },
    payload: { reason, title, inForceFrom },
    register: [statuteRemoval(textId)],
    permit: person => requirePermission(person, 'administrate'),
  })
}

function requireText({ statutes }: House, textId: string): StatuteVersion {
  const found = statutes.find(textId)
  if (!found) throw new Problem('resource.not-found')
  return found
}

/** Two versions of a law cannot begin on one day, and a text is one version only. */
function refuseTaken(
  { statutes }: House,
  textId: string,
  { name, inForceFrom }: Pick<WantedStatute, 'name' | 'inForceFrom'>,
  isKnown = false,
): void {
  const other = statutes.versionsOf(name).find(each => each.inForceFrom === inForceFrom && each.textId !== textId)
  const detail = other
    ? { id: 'statute.same-day', params: { name, day: inForceFrom, file: other.fileName } }
    : { id: 'statute.known', params: { file: statutes.find(textId)?.fileName ?? '' } }
  if (other || (!isKnown && statutes.find(textId)))
    throw new CommandRejected('ALREADY_EXISTS', `Expected a version of '${name}' that is not there yet`, detail)
}

function isSame(known: StatuteVersion, { name, inForceFrom, inForceTo, promulgatedOn }: WantedStatute): boolean {
  return (
    known.name === name &&
    known.inForceFrom === inForceFrom &&
    known.inForceTo === inForceTo &&
    known.promulgatedOn === promulgatedOn
  )
}

/** The version before, with the articles an amendment replaced or put in at their places. */
function amended({ statutes }: House, { name, inForceFrom }: WantedStatute, changed: TextArticle[]): TextArticle[] {
  const before = statutes.versionsOf(name).find(version => version.inForceFrom < inForceFrom)
  if (!before) throw wrongFields([{ path: '/isPartial', id: 'statute.nothing-before', params: { name } }])
  const byNumber = new Map(statutes.articles(before.textId).map(article => [article.article, article]))
  for (const article of changed) {
    const headings = byNumber.get(article.article)?.headings ?? article.headings
    byNumber.set(article.article, { ...article, headings })
  }
  return [...byNumber.values()].sort((a, b) => order(a.article) - order(b.article))
}

/** `58-1` comes behind 58 and before 59. */
function order(article: string): number {
  const [number = 0, inserted = 0] = article.split('-').map(Number)
  return number * 1000 + inserted
}

function objections(wanted: WantedStatute): WrongField[] {
  const complaints = new Complaints()
  if (wanted.name.trim() === '') complaints.add('name', 'register.empty')
  if (wanted.title.trim() === '') complaints.add('title', 'register.empty')
  return [...complaints.found, ...wrongDays(wanted)]
}

function wrongDays(days: Pick<WantedStatute, 'promulgatedOn' | 'inForceFrom' | 'inForceTo'>): WrongField[] {
  const complaints = new Complaints()
  complaints.day('promulgatedOn', days.promulgatedOn)
  complaints.period(['inForceFrom', days.inForceFrom], ['inForceTo', days.inForceTo])
  if (isDay(days.promulgatedOn) && isDay(days.inForceFrom) && days.inForceFrom < days.promulgatedOn)
    complaints.add('inForceFrom', 'statute.before-promulgation')
  return complaints.found
}

/** A fault of the file as an error of its line. */
export function wrongLine({ line, id, params }: StatuteFault): WrongField {
  return { path: `/text/${line}`, id, params: { ...params, line: String(line) } satisfies Record<string, Json> }
}
