/** An item of a paragraph (项), with what is listed below it (目). */
export interface StatuteItem {
  text: string
  items: string[]
}

/** A paragraph of an article (款) with its items. */
export interface StatuteParagraph {
  text: string
  items: StatuteItem[]
}

/** An article of an official text. */
export interface TextArticle {
  /** `58`, or `58-1` for 第五十八条之一. */
  article: string
  /** What it stands under, outermost first: `第一编 总则`, `第二章 管辖`, `第一节 级别管辖`. */
  headings: string[]
  paragraphs: StatuteParagraph[]
}

/** An official text as its file says it. */
export interface StatuteText {
  title: string
  /** What stands between the title and the text: who passed and amended it, and when. */
  notes: string[]
  /** What stands before the first article. */
  preamble: string[]
  articles: TextArticle[]
  /** Office days, where the text says them: of its last passing or amendment, and from when it holds. */
  promulgatedOn?: string
  inForceFrom?: string
}

/** What is wrong with a file, at which line (from 1). */
export interface StatuteFault {
  line: number
  id: 'statute.no-title' | 'statute.no-article' | 'statute.order' | 'statute.empty-article' | 'statute.stray-item'
  params: Readonly<Record<string, string>>
}

/** `第五十八条之一` of `58-1`. */
export function articleLabel(article: string, write: (number: number) => string): string {
  const [number, inserted] = article.split('-').map(Number)
  return `第${write(number ?? 0)}条${inserted === undefined ? '' : `之${write(inserted)}`}`
}
