import type { Named } from './envelope.ts'
import type { LawParagraph, LimitMark } from './limits.ts'

/** A place that cites a law. */
export interface CitedBy {
  kind: 'limit' | 'rule' | 'procedure' | 'parameter' | 'item'
  id: string
  name: string
}

/** A law as the list shows it. */
export interface Law {
  name: string
  title: string
  verification: LimitMark | null
  inForceFrom: string
  inForceTo: string | null
  isInForce: boolean
  versions: number
  /** 0 when its official text was not brought in. */
  articles: number
  citedBy: number
}

/** A place in a law where words were found. */
export interface StatuteHit {
  name: string
  title: string
  article: string
  label: string
  excerpt: string
  isOfficial: boolean
}

export interface StatuteVersion {
  textId: string | null
  title: string
  promulgatedOn: string | null
  inForceFrom: string
  inForceTo: string | null
  fileName: string | null
  articles: number
  replaced: string[]
  importedBy: Named | null
  importedAt: string | null
  isShown: boolean
}

export interface StatuteArticle {
  article: string
  label: string
  headings: string[]
  paragraphs: LawParagraph[] | null
  summary: string | null
  isChanged: boolean
  citedBy: CitedBy[]
}

/** A law as of a day. */
export interface Statute {
  name: string
  title: string
  day: string
  isInForce: boolean
  verification: LimitMark | null
  inForceFrom: string | null
  inForceTo: string | null
  hasText: boolean
  preamble: string[]
  versions: StatuteVersion[]
  articles: StatuteArticle[]
  citedBy: (CitedBy & { ref: string })[]
}

/** What a file with an official text says. */
export interface StatuteReading {
  title: string
  name: string
  promulgatedOn: string | null
  inForceFrom: string | null
  inForceTo: string | null
  articles: number
  faults: { line: number; message: string }[]
  knownAs: string | null
}

/** A text as it is brought in. */
/** A file with a law: its text, or a document in Base64. */
export type StatuteFile = { text: string } | { docx: string }

export type StatuteImport = StatuteFile & {
  fileName: string
  name: string
  title: string
  promulgatedOn: string
  inForceFrom: string
  inForceTo: string | null
  isPartial: boolean
}

/** What an amendment or repeal touches. */
export interface StatuteImpact {
  isRepealed: boolean
  articles: string[]
  steps: {
    processDefinitionKey: string
    processName: string
    version: number
    isPublished: boolean
    elementId: string
    name: string
    refs: string[]
  }[]
  cases: {
    processInstanceKey: string
    processName: string
    caseNo: string | null
    title: string | null
    now: string[]
    steps: string[]
  }[]
  texts: { processDefinitionKey: string; processName: string; file: string; refs: string[] }[]
  templates: { id: string; name: string }[]
  others: (CitedBy & { ref: string })[]
}
