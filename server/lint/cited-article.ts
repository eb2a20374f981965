import { parseReference } from '../statutes/parse-reference.ts'

/** Where a citation is read: the law and the number of the article; undefined for a document that is cited whole. */
export function citedArticle(reference: string): { law: string; article: string } | undefined {
  const cited = parseReference(reference)
  return cited?.article === undefined ? undefined : { law: cited.name, article: cited.article }
}
