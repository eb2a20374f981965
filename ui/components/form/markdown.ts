/** A run of text: plain, strong, or a link. */
export interface Span {
  readonly text: string
  readonly isStrong?: boolean
  readonly href?: string
}

/** A block of text of one kind, line by line. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'quote'
  readonly lines: readonly (readonly Span[])[]
}

const marks = { heading: /^#{1,6}\s+/, list: /^[-*]\s+/, quote: /^>\s?/ } as const

/** Reads the part of Markdown that a form's text may use; everything else is shown as it is written. */
export function readBlocks(text: string): Block[] {
  const blocks: { kind: Block['kind']; lines: (readonly Span[])[] }[] = []
  let isOpen = false
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isOpen = false
      continue
    }
    const kind = kindOf(line)
    const spans = readSpans(kind === 'paragraph' ? line.trim() : line.replace(marks[kind], ''))
    const last = blocks.at(-1)
    if (isOpen && last?.kind === kind && kind !== 'heading') last.lines.push(spans)
    else blocks.push({ kind, lines: [spans] })
    isOpen = true
  }
  return blocks
}

function kindOf(line: string): Block['kind'] {
  if (marks.heading.test(line)) return 'heading'
  if (marks.list.test(line)) return 'list'
  return marks.quote.test(line) ? 'quote' : 'paragraph'
}

/** Reads strong words `**…**` and links `[words](address)`; an address leads to this server or over https, nowhere else. */
export function readSpans(line: string): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const found of line.matchAll(/\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g)) {
    const [whole, strong, words = '', href = ''] = found
    if (strong === undefined && !/^(?:https?:\/\/|\/(?!\/)|#)/.test(href)) continue
    if (found.index > end) spans.push({ text: line.slice(end, found.index) })
    spans.push(strong === undefined ? { text: words, href } : { text: strong, isStrong: true })
    end = found.index + whole.length
  }
  if (end < line.length) spans.push({ text: line.slice(end) })
  return spans
}
