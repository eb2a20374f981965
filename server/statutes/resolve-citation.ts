import type { OfficeDay } from '../deadlines/office-day.ts'
import { laws } from './laws.ts'
import { parseReference } from './parse-reference.ts'
import type { Article, Law, Verification } from './statute.ts'

/** What a citation points at. */
export interface Citation {
  law: Law
  /** Absent when a document is cited whole. */
  article?: Article
  /** Of the law, or `to-verify` when the citation itself says so. */
  verification: Verification
}

/**
 * Finds what `行政处罚法 第58条` or `国办发〔2018〕118号【待核】` cites, in the version in force on a day.
 * Undefined if the law, that version of it or the article is not in the table.
 */
export function resolveCitation(reference: string, day: OfficeDay, table: readonly Law[] = laws): Citation | undefined {
  return citationIn(
    reference,
    table.filter(law => holds(law, day)),
  )
}

/** Why a citation does not resolve on a day: nobody knows it, or its law is not in force then. */
export function citationFault(
  reference: string,
  day: OfficeDay,
  table: readonly Law[] = laws,
): 'unknown' | 'not-in-force' | undefined {
  if (resolveCitation(reference, day, table)) return undefined
  return citationIn(reference, table) ? 'not-in-force' : 'unknown'
}

function holds({ from, to }: Law, day: OfficeDay): boolean {
  return from <= day && (to === undefined || day <= to)
}

function citationIn(reference: string, table: readonly Law[]): Citation | undefined {
  const cited = parseReference(reference)
  if (!cited) return undefined
  for (const law of table) {
    if (law.name !== cited.name) continue
    const article = law.articles.find(({ number }) => String(number) === cited.article)
    const isFound = cited.article === undefined ? law.articles.length === 0 : article !== undefined
    if (isFound)
      return { law, ...(article && { article }), verification: cited.isToVerify ? 'to-verify' : law.verification }
  }
  return undefined
}
