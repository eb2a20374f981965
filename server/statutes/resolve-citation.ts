import type { OfficeDay } from '../deadlines/office-day.ts'
import { laws } from './laws.ts'
import type { Article, Law, Verification } from './statute.ts'

/** What a citation points at. */
export interface Citation {
  law: Law
  /** Absent when a document is cited whole. */
  article?: Article
  /** Of the law, or `to-verify` when the citation itself says so. */
  verification: Verification
}

const REFERENCE = /^(.+?)(?:\s+第(\d+)条(?:第\d+款)?(?:第\d+项)?)?(【待核】)?$/

/**
 * Finds what `行政处罚法 第58条` or `国办发〔2018〕118号【待核】` cites, in the version in force on a day.
 * Undefined if the law, that version of it or the article is not in the table.
 */
export function resolveCitation(reference: string, day: OfficeDay, table: readonly Law[] = laws): Citation | undefined {
  const [, name, number, mark] = REFERENCE.exec(reference.trim()) ?? []
  const law = table.find(law => law.name === name && law.from <= day && (law.to === undefined || day <= law.to))
  const article = law?.articles.find(article => article.number === Number(number))
  if (!law || (number !== undefined && !article) || (number === undefined && law.articles.length > 0)) return undefined
  return { law, ...(article && { article }), verification: mark ? 'to-verify' : law.verification }
}
