import { readChineseNumber, writeChineseNumber } from './chinese-number.ts'
import { readDates } from './statute-dates.ts'
import {
  articleLabel,
  type StatuteFault,
  type StatuteParagraph,
  type StatuteText,
  type TextArticle,
} from './statute-text.ts'

/** A text with everything that is wrong with it; only one without faults may be brought in. */
export interface StatuteReading {
  text: StatuteText
  faults: StatuteFault[]
}

export interface ReadingOptions {
  /** Only some articles, as an amendment lists them: they need not follow each other. */
  isPartial?: boolean
}

/**
 * Reads the official text of a law from Markdown or plain text, a paragraph on each line: title, who passed it and when,
 * parts and chapters, articles (第N条), paragraphs, items (（一）) and what is listed below them (1.). A text without articles
 * is read by its own numbers (一、).
 */
export function readStatute(source: string, { isPartial = false }: ReadingOptions = {}): StatuteReading {
  const reader = new StatuteReader(linesOf(source), isPartial)
  return reader.read()
}

interface Line {
  number: number
  text: string
  /** Markdown said so. */
  isHeading: boolean
}

const NUMBER = '[零〇一二两三四五六七八九十百千\\d]+'
const ARTICLE = new RegExp(`^第(${NUMBER})条(?:之(${NUMBER}))?(?:[ \\t]+(.*))?$`)
const POINT = new RegExp(`^(${NUMBER})、\\s*(.*)$`)
const HEADING = new RegExp(`^第${NUMBER}(分编|编|章|节)(?:[ \\t]+.*)?$`)
const ITEM = /^[（(][一二三四五六七八九十百]+[)）]/
const SUB_ITEM = /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])/
const CONTENTS = /^目 *录$/
const LEVELS = ['编', '分编', '章', '节']

/** Every line that says something; blanks, marks of zero width and comments of the file are none. */
function linesOf(source: string): Line[] {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((raw, index) => {
      const text = raw
        .replace(/[\u3000\u00A0]/g, ' ')
        .replace(/[\u200B-\u200D\uFEFF]/g, '')
        .trim()
      const isHeading = /^#+ /.test(text)
      return { number: index + 1, text: text.replace(/^#+ +/, '').replace(/ {2,}/g, ' '), isHeading }
    })
    .filter(({ text }) => text !== '' && !/^<!--(?! INFO END)/.test(text))
}

class StatuteReader {
  private readonly faults: StatuteFault[] = []
  private readonly articles: TextArticle[] = []
  private readonly preamble: string[] = []
  private readonly headings = new Map<string, string>()
  private last = { number: 0, inserted: 0 }

  constructor(
    private readonly lines: readonly Line[],
    private readonly isPartial: boolean,
  ) {}

  read(): StatuteReading {
    const [title, ...rest] = this.lines
    const head = headOf(rest)
    const numbering = rest.some(({ text }) => ARTICLE.test(text)) ? ARTICLE : POINT
    for (const line of rest.slice(head.length)) this.take(line, numbering)
    if (!title) this.fault(1, 'statute.no-title')
    else if (this.articles.length === 0) this.fault(this.lines.at(-1)?.number ?? 1, 'statute.no-article')
    const notes = head.map(({ text }) => text).filter(text => !text.startsWith('<!--'))
    const { preamble, articles } = this
    const dates = readDates(notes, articles)
    return { text: { title: title?.text ?? '', notes, preamble, articles, ...dates }, faults: this.faults }
  }

  private take(line: Line, numbering: RegExp): void {
    const { text } = line
    if (CONTENTS.test(text) || text.startsWith('<!--')) return
    const found = line.isHeading ? null : numbering.exec(text)
    if (line.isHeading || HEADING.test(text)) this.enter(text)
    else if (found && numbering === ARTICLE) this.begin(line, found[1]!, found[2], found[3] ?? '')
    else if (found) this.begin(line, found[1]!, undefined, found[2] ?? '')
    else this.goOn(line)
  }

  /** A heading ends what stood on its level and below. */
  private enter(text: string): void {
    const level = HEADING.exec(text)?.[1] ?? '章'
    for (const below of LEVELS.slice(LEVELS.indexOf(level))) this.headings.delete(below)
    this.headings.set(
      level,
      text.replace(/(?<=[章编节] )(.*)$/, words => words.replaceAll(' ', '')),
    )
  }

  private begin(line: Line, numberText: string, insertedText: string | undefined, text: string): void {
    const number = readChineseNumber(numberText) ?? 0
    const inserted = insertedText === undefined ? 0 : (readChineseNumber(insertedText) ?? 0)
    if (!this.isNext(number, inserted)) {
      const found = articleLabel(inserted ? `${number}-${inserted}` : String(number), writeChineseNumber)
      this.fault(line.number, 'statute.order', { expected: this.expected(), found })
    }
    this.last = { number, inserted }
    this.articles.push({
      article: inserted === 0 ? String(number) : `${number}-${inserted}`,
      headings: LEVELS.flatMap(level => this.headings.get(level) ?? []),
      paragraphs: text === '' ? [] : [{ text, items: [] }],
    })
    if (text === '') this.fault(line.number, 'statute.empty-article', { found: line.text })
  }

  private isNext(number: number, inserted: number): boolean {
    const { last } = this
    if (this.isPartial) return number > last.number || (number === last.number && inserted > last.inserted)
    if (inserted > 0) return number === last.number && inserted === last.inserted + 1
    return number === last.number + 1
  }

  private expected(): string {
    return articleLabel(String(this.last.number + 1), writeChineseNumber)
  }

  private goOn({ number, text }: Line): void {
    const article = this.articles.at(-1)
    if (!article) {
      if (ITEM.test(text)) this.fault(number, 'statute.stray-item', { found: text.slice(0, 20) })
      else this.preamble.push(text)
      return
    }
    addLine(article.paragraphs, text)
  }

  private fault(line: number, id: StatuteFault['id'], params: StatuteFault['params'] = {}): void {
    this.faults.push({ line, id, params })
  }
}

/** What follows the title until the text begins: all up to the file's own mark, else notes of passing and amendment. */
function headOf(lines: readonly Line[]): Line[] {
  const mark = lines.findIndex(({ text }) => text.startsWith('<!-- INFO END'))
  if (mark >= 0) return lines.slice(0, mark + 1)
  const begin = lines.findIndex(
    ({ text }) =>
      !/^[（(]?\d{4}年\d{1,2}月\d{1,2}日/.test(text) && !/(通过|公布|发布|施行|修正|修订)[)）]?$/.test(text),
  )
  return lines.slice(0, Math.max(begin, 0))
}

function addLine(paragraphs: StatuteParagraph[], text: string): void {
  const items = paragraphs.at(-1)?.items
  if (items && ITEM.test(text)) items.push({ text, items: [] })
  else if (items?.length && SUB_ITEM.test(text)) items.at(-1)!.items.push(text)
  else paragraphs.push({ text, items: [] })
}
