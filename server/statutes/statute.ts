import type { OfficeDay } from '../deadlines/office-day.ts'

/**
 * How a fact of the law was checked: against the official text 〔法文〕, found in a published page 〔检索〕, said by the office's own
 * papers 〔种子〕, an example that the office sets 〔示例·可配置〕, or not confirmed yet 【待核】.
 */
export type Verification = 'law-text' | 'found' | 'office' | 'configurable' | 'to-verify'

/** An article, in our own words. */
export interface Article {
  number: number
  summary: { zh: string; en: string }
}

/** One version of a law; an amended law is a further one of the same short name. */
export interface Law {
  /** As citations name it. */
  name: string
  title: { zh: string; en: string }
  /** First and last day in force; without the last it is in force. */
  from: OfficeDay
  to?: OfficeDay
  verification: Verification
  /** Empty for a document that is cited whole. */
  articles: readonly Article[]
}
