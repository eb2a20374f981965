import type { Block } from './blocks.ts'
import { writeZip } from './write-zip.ts'

/** Twentieths of a point across an A4 page between margins of 28 and 26 mm (GB/T 9704). */
const TEXT_WIDTH = 8845

/** A document in Office Open XML (ISO/IEC 29500) with the few parts a text with tables needs. */
export function writeDocx(title: string, blocks: readonly Block[]): Buffer {
  return writeZip([
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: PACKAGE_RELATIONS },
    { name: 'docProps/core.xml', content: coreOf(title) },
    { name: 'word/document.xml', content: documentOf(blocks) },
    { name: 'word/styles.xml', content: STYLES },
    { name: 'word/_rels/document.xml.rels', content: DOCUMENT_RELATIONS },
  ])
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
const DOCUMENT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

/** Typefaces of official documents; where they are missing a reader takes its own song and black typefaces. */
const STYLES = `${HEAD}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/><w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>${style('Title', '标题', '<w:pPr><w:spacing w:before="120" w:after="240" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>', '<w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/>')}${style('Heading1', '一级标题', '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr>', '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="28"/>')}</w:styles>`

function style(id: string, name: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${paragraph}<w:rPr>${run}</w:rPr></w:style>`
}

function coreOf(title: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`
}

function documentOf(blocks: readonly Block[]): string {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="850" w:footer="992" w:gutter="0"/></w:sectPr>'
  return `${HEAD}<w:document ${WORD}><w:body>${blocks.map(blockOf).join('')}${page}</w:body></w:document>`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return paragraph(block.text, '<w:pStyle w:val="Title"/>')
    case 'heading':
      return paragraph(block.text, '<w:pStyle w:val="Heading1"/>')
    case 'text':
      return block.text
        .split('\n')
        .map(line => paragraph(line, alignment(block.align)))
        .join('')
    case 'space':
      return paragraph('')
    case 'table':
      return table(block)
  }
}

const alignment = (align: 'left' | 'center' | 'right' = 'left') => (align === 'left' ? '' : `<w:jc w:val="${align}"/>`)

function paragraph(text: string, properties = '', run = ''): string {
  const about = properties && `<w:pPr>${properties}</w:pPr>`
  const look = run && `<w:rPr>${run}</w:rPr>`
  return `<w:p>${about}<w:r>${look}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`
}

function table({ widths, header, rows }: Extract<Block, { kind: 'table' }>): string {
  const sum = widths.reduce((total, width) => total + width, 0)
  const columns = widths.map(width => Math.round((width / sum) * TEXT_WIDTH))
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = edges.map(edge => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')
  const look = `<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`
  const grid = `<w:tblGrid>${columns.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const head = header ? row(header, columns, '<w:tblHeader/>', '<w:b/>') : ''
  // A table must be followed by a paragraph, or readers mend the file.
  return `<w:tbl>${look}${grid}${head}${rows.map(cells => row(cells, columns)).join('')}</w:tbl>${paragraph('')}`
}

function row(cells: readonly string[], columns: readonly number[], properties = '', run = ''): string {
  const kept = `<w:trPr><w:cantSplit/>${properties}</w:trPr>`
  const body = cells.map((cell, index) => {
    const text = cell
      .split('\n')
      .map(line => paragraph(line, '<w:spacing w:line="320" w:lineRule="exact"/>', `${run}<w:sz w:val="21"/>`))
    return `<w:tc><w:tcPr><w:tcW w:w="${columns[index]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${text.join('')}</w:tc>`
  })
  return `<w:tr>${kept}${body.join('')}</w:tr>`
}

/** XML 1.0 has no place for other control characters, so they are left out. */
function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML must not hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}
