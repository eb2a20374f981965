import type { Article } from './statute.ts'

/** One article with what it says, in our own words. */
export function article(number: number, zh: string, en: string): Article {
  return { number, summary: { zh, en } }
}
