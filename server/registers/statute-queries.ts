import type { Database } from 'better-sqlite3'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { Instant } from '../engine/protocol/records.ts'
import type { StatuteParagraph, TextArticle } from '../statutes/text/statute-text.ts'
import type { StatuteDays } from './statute-texts.ts'

/** One version of a law whose text is there. */
export interface StatuteVersion extends StatuteDays {
  textId: string
  name: string
  title: string
  fileName: string
  preamble: string[]
  replaced: string[]
  articleCount: number
  importedBy: string
  importedAt: Instant
}

/** An article in which something was found. */
export interface StatuteHit {
  name: string
  title: string
  article: string
  body: string
}

/** What is asked of the official texts; on any connection. */
export interface Statutes {
  /** Every version of every law, by name, the latest first. */
  list(): StatuteVersion[]
  versionsOf(name: string): StatuteVersion[]
  find(textId: string): StatuteVersion | undefined
  /** The version that held on a day. */
  inForce(name: string, day: OfficeDay): StatuteVersion | undefined
  articles(textId: string): TextArticle[]
  article(textId: string, article: string): TextArticle | undefined
  /** Articles in force on a day that hold every word of the question. */
  search(words: readonly string[], day: OfficeDay, limit: number): StatuteHit[]
  /** Numbers of the entries that changed a law, newest first. */
  entriesAbout(name: string, before: number, limit: number): number[]
}

interface VersionRow extends Omit<StatuteVersion, 'preamble' | 'replaced'> {
  preamble: string
  replaced: string
}

interface ArticleRow {
  article: string
  headings: string
  paragraphs: string
}

const SELECT = `SELECT text_id AS textId, name, title, promulgated_on AS promulgatedOn, in_force_from AS inForceFrom,
  in_force_to AS inForceTo, file_name AS fileName, preamble, replaced, imported_by AS importedBy, imported_at AS importedAt,
  (SELECT count(*) FROM statute_article WHERE statute_article.text_id = statute_text.text_id) AS articleCount
  FROM statute_text`
/** A version holds until the next one does, or until it was repealed. */
const HOLDS = `in_force_from <= @day AND (in_force_to IS NULL OR in_force_to >= @day) AND NOT EXISTS (
  SELECT 1 FROM statute_text AS later WHERE later.name = statute_text.name
    AND later.in_force_from > statute_text.in_force_from AND later.in_force_from <= @day)`
const ARTICLE = 'SELECT article, headings, paragraphs FROM statute_article WHERE text_id = ?'

/** Prepares the questions once. */
export function openStatutes(db: Database): Statutes {
  const all = db.prepare<[], VersionRow>(`${SELECT} ORDER BY name, in_force_from DESC`)
  const ofName = db.prepare<[string], VersionRow>(`${SELECT} WHERE name = ? ORDER BY in_force_from DESC`)
  const one = db.prepare<[string], VersionRow>(`${SELECT} WHERE text_id = ?`)
  const holding = db.prepare<object, VersionRow>(`${SELECT} WHERE name = @name AND ${HOLDS}`)
  const articles = db.prepare<[string], ArticleRow>(`${ARTICLE} ORDER BY place`)
  const article = db.prepare<[string, string], ArticleRow>(`${ARTICLE} AND article = ?`)
  // A few thousand articles: reading them all is faster than keeping an index of them.
  const hits = db.prepare<object, StatuteHit>(
    `SELECT name, title, article, body FROM statute_text JOIN statute_article USING (text_id)
     WHERE ${HOLDS} AND NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE instr(body, value) = 0)
     ORDER BY name, place LIMIT @limit`,
  )
  const entries = db
    .prepare<[string, number, number], number>(
      'SELECT seq FROM statute_entry WHERE name = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    )
    .pluck()
  return {
    list: () => all.all().map(versionOf),
    versionsOf: name => ofName.all(name).map(versionOf),
    find: textId => one.all(textId).map(versionOf)[0],
    inForce: (name, day) => holding.all({ name, day }).map(versionOf)[0],
    articles: textId => articles.all(textId).map(articleOf),
    article: (textId, number) => article.all(textId, number).map(articleOf)[0],
    search: (words, day, limit) => hits.all({ words: JSON.stringify(words), day, limit }),
    entriesAbout: (name, before, limit) => entries.all(name, before, limit),
  }
}

function versionOf({ preamble, replaced, ...row }: VersionRow): StatuteVersion {
  return { ...row, preamble: JSON.parse(preamble) as string[], replaced: JSON.parse(replaced) as string[] }
}

function articleOf({ article, headings, paragraphs }: ArticleRow): TextArticle {
  return {
    article,
    headings: JSON.parse(headings) as string[],
    paragraphs: JSON.parse(paragraphs) as StatuteParagraph[],
  }
}
