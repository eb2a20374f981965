import type { Database } from 'better-sqlite3'
import { merged, type Stream } from './bounded-list.ts'
import { searchedWords } from './register-words.ts'

/** A word that stands in more rows of a street than this is common. */
const COMMON = 100

/**
 * Rows of a register that hold a searched text, by its rarest word; what else was searched for is left to the filter.
 * @returns nothing when the text has no word to go by, for example one character alone
 */
export function openWordStreams(db: Database, register: 'cases' | 'parties') {
  const rows = db
    .prepare<[string, string, number, number], number>(
      `SELECT seq FROM register_word WHERE register = '${register}' AND org_code = ? AND word = ? AND seq < ?
       ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
  const count = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM register_word WHERE register = '${register}' AND org_code = ? AND word = ? LIMIT ${COMMON})`,
    )
    .pluck()
  const rarity = (orgs: readonly string[], word: string) =>
    orgs.reduce((sum, org) => sum + (count.get(org, word) ?? 0), 0)
  return (orgs: readonly string[], q: string): Stream | undefined => {
    const words = searchedWords(q)
    if (words.length === 0) return undefined
    const [rarest = ''] = words.length === 1 ? words : words.toSorted((a, b) => rarity(orgs, a) - rarity(orgs, b))
    return merged(orgs.map(org => (below, limit) => rows.all(org, rarest, below, limit)))
  }
}

/** Whether a row's text holds every part of what was searched. */
export function holdsAll(text: string, q: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase()
  return q
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every(part => plain.includes(part))
}
