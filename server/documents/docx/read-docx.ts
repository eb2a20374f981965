import { Parser } from 'saxen'
import { readZipFile } from './read-zip.ts'

/** A text of more than this is no law. */
const MOST_BYTES = 20 * 1024 * 1024
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** The same in files that keep to the standard strictly (ISO/IEC 29500). */
const STRICT_WORD = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
/** What stands in a paragraph and is not read with it. */
const UNREAD: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:txbxContent'])

/**
 * The text of a document in Office Open XML, a paragraph on each line; cells of a table stand one below the other.
 * Undefined when the file is none, or holds what cannot be read.
 */
export function readDocx(file: Buffer): string | undefined {
  const part = readZipFile(file, 'word/document.xml', MOST_BYTES)
  return part && textOf(part.toString('utf8'))
}

function textOf(xml: string): string | undefined {
  const lines: string[] = []
  let isBroken = false
  /** How deep the parser is in what is not read. */
  let unread = 0
  let isText = false
  let line = ''
  const parser = new Parser({ proxy: false }).ns({ [WORD]: 'w', [STRICT_WORD]: 'w' })
  parser
    .on('openTag', (name, _attributes, _decode, isSelfClosing) => {
      if (UNREAD.has(name) && !isSelfClosing) unread += 1
      if (name === 'w:t') isText = true
      if (unread === 0 && name === 'w:tab') line += ' '
      if (unread === 0 && (name === 'w:br' || name === 'w:cr')) line += '\n'
    })
    .on('text', (text, decode) => {
      if (isText && unread === 0) line += decode(text)
    })
    .on('closeTag', name => {
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1)
      if (name === 'w:t') isText = false
      if (name !== 'w:p' || unread > 0) return
      lines.push(line)
      line = ''
    })
    .on('error', () => {
      isBroken = true
    })
  parser.parse(xml)
  return isBroken || lines.length === 0 ? undefined : lines.join('\n')
}
