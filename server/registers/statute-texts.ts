import type { Projection } from '../../db/projection.ts'
import type { Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import type { StatuteParagraph, TextArticle } from '../statutes/text/statute-text.ts'

const REGISTER = 'statute-texts'

/** An official text as it is brought in; days are office days, both included. */
export interface ImportedStatute {
  /** As citations name the law. */
  name: string
  title: string
  promulgatedOn: string
  inForceFrom: string
  inForceTo: string | null
  fileName: string
  preamble: string[]
  /** Articles that an amendment replaced or put in; empty for a whole text. */
  replaced: string[]
  articles: TextArticle[]
}

/** The days of a text, as they may be corrected. */
export type StatuteDays = Pick<ImportedStatute, 'promulgatedOn' | 'inForceFrom' | 'inForceTo'>

/** Official texts of laws, version by version, and the entries that changed them. */
export const statuteTexts: Projection = {
  name: `register ${REGISTER}`,
  tables: ['statute_text', 'statute_article', 'statute_entry'],
  open(db) {
    const put = db.prepare(
      `INSERT OR REPLACE INTO statute_text (text_id, name, title, promulgated_on, in_force_from, in_force_to, file_name,
        preamble, replaced, imported_by, imported_at, imported_seq)
       VALUES (@id, @name, @title, @promulgatedOn, @inForceFrom, @inForceTo, @fileName, @preamble, @replaced, @by, @at, @seq)`,
    )
    const putArticle = db.prepare(
      'INSERT INTO statute_article (text_id, place, article, headings, paragraphs, body) VALUES (?, ?, ?, ?, ?, ?)',
    )
    const setDays = db.prepare(
      `UPDATE statute_text SET promulgated_on = @promulgatedOn, in_force_from = @inForceFrom, in_force_to = @inForceTo
       WHERE text_id = @id`,
    )
    const drop = ['statute_article', 'statute_text'].map(table => db.prepare(`DELETE FROM ${table} WHERE text_id = ?`))
    const note = db.prepare('INSERT OR IGNORE INTO statute_entry (name, seq) VALUES (?, ?)')

    function bring(id: string, value: Record<string, Json>, entered: { by: string; at: number; seq: number }): void {
      const { articles, preamble, replaced, ...row } = value as unknown as ImportedStatute
      for (const statement of drop) statement.run(id)
      put.run({ id, ...row, preamble: JSON.stringify(preamble), replaced: JSON.stringify(replaced), ...entered })
      articles.forEach(({ article, headings, paragraphs }, index) => {
        const lists = [JSON.stringify(headings), JSON.stringify(paragraphs)]
        putArticle.run(id, index + 1, article, ...lists, textOf(paragraphs))
      })
    }

    return ({ register = [], subject, seq, at, actor }) => {
      for (const { register: name, op, id, value } of register) {
        if (name !== REGISTER) continue
        if (op === 'delete') for (const statement of drop) statement.run(id)
        else if (value?.articles) bring(id, value, { by: actor.id, at, seq })
        else setDays.run({ id, ...value })
        if (subject?.statute !== undefined) note.run(subject.statute, seq)
      }
    }
  },
}

/** All of an article, as it is searched. */
function textOf(paragraphs: readonly StatuteParagraph[]): string {
  return paragraphs
    .flatMap(({ text, items }) => [text, ...items.flatMap(item => [item.text, ...item.items])])
    .join('\n')
}

/** The record of an act that brings a text in. */
export function statuteRecord(textId: string, statute: ImportedStatute): RegisterRecord {
  return { register: REGISTER, op: 'put', id: textId, value: { ...statute } as unknown as Record<string, Json> }
}

/** The record of an act that corrects the days of a text. */
export function statuteDaysRecord(textId: string, days: StatuteDays): RegisterRecord {
  return { register: REGISTER, op: 'put', id: textId, value: { ...days } }
}

/** The record of an act that takes a text away that was brought in by mistake. */
export function statuteRemoval(textId: string): RegisterRecord {
  return { register: REGISTER, op: 'delete', id: textId }
}
