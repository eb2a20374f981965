import { Parser } from 'saxen'
import { describe, expect, test } from 'vitest'
import { reviewOpinion } from '../templates/review-opinion.ts'
import { readDocx } from './read-docx.ts'
import { readZipFile } from './read-zip.ts'
import { writeDocx } from './write-docx.ts'

/** A review opinion (D19) as the worker has it written. */
const opinion = {
  person: '钱某',
  office: '中心专职法制审核员',
  qualification: '法律职业资格 A2019',
  at: '2026-11-24 10:00',
}
const blocks = reviewOpinion.write(
  { docNo: '粮道街法审〔2026〕1号', organName: '粮道街道办事处', date: '2026年11月24日' },
  {
    ...{ caseNo: 'LDJ-PT-2026-00001', title: '占道经营 <案>', party: '沿阶小馆 & 孙某', handlers: '林某、何某' },
    ...{ reviewType: '行政处罚', stage: '决定前', round: 1, article58: '第（三）项', conclusion: '同意' },
    checklist: [{ point: '主体是否合法', result: '通过', note: '第一行\n第二行' }],
    opinions: [
      { ...opinion, step: '一级审核', opinion: '同意', reason: '事实清楚' },
      { ...opinion, step: '二级审核', opinion: '同意', reason: '' },
    ],
  },
)
const file = writeDocx('法制审核意见书', blocks)

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
}

/** A part as a tree; throws where it is not well-formed. */
function treeOf(part: string): Element {
  const content = readZipFile(file, part, 1_000_000)
  if (!content) throw new Error(`Expected a part ${part}`)
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  new Parser()
    .on('openTag', (name, attributes) => {
      const element = { name, attributes: { ...attributes() }, children: [] }
      open.at(-1)!.children.push(element)
      open.push(element)
    })
    .on('closeTag', () => void open.pop())
    .on('error', error => {
      throw error
    })
    .parse(content.toString())
  return root.children[0]!
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]
const named = (element: Element, name: string) => all(element).filter(each => each.name === name)

/** The order of what may stand in an element, as far as it is written here (ISO/IEC 29500-1, CT_PPr, CT_RPr …). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:spacing', 'w:jc', 'w:outlineLvl'],
  'w:rPr': ['w:rFonts', 'w:b', 'w:sz', 'w:lang'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tblPr': ['w:tblW', 'w:tblBorders', 'w:tblLayout'],
  'w:tblBorders': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'],
  'w:trPr': ['w:cantSplit', 'w:tblHeader'],
  'w:tr': ['w:trPr', 'w:tc'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:tcPr': ['w:tcW', 'w:vAlign'],
  'w:p': ['w:pPr', 'w:r'],
  'w:r': ['w:rPr', 'w:t'],
  'w:sectPr': ['w:pgSz', 'w:pgMar'],
  'w:style': ['w:name', 'w:pPr', 'w:rPr'],
  'w:styles': ['w:docDefaults', 'w:style'],
}

describe('a document opens in a word processor', () => {
  test('every part has its type, and every relation leads to a part', () => {
    const types = treeOf('[Content_Types].xml').children
    const parts = ['docProps/core.xml', 'word/document.xml', 'word/styles.xml']
    expect(
      types
        .filter(({ name }) => name === 'Override')
        .map(({ attributes }) => attributes.PartName?.slice(1))
        .sort(),
    ).toEqual(parts)
    expect(types.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes.Extension)).toEqual([
      'rels',
      'xml',
    ])
    for (const [rels, folder] of [
      ['_rels/.rels', ''],
      ['word/_rels/document.xml.rels', 'word/'],
    ] as const)
      for (const { attributes } of treeOf(rels).children)
        expect(readZipFile(file, `${folder}${attributes.Target}`, 1_000_000), attributes.Target).toBeDefined()
    expect(treeOf('_rels/.rels').children.map(({ attributes }) => attributes.Type)).toContain(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',
    )
  })

  test.each(['word/document.xml', 'word/styles.xml'])('%s has its elements in the order of the standard', part => {
    for (const { name, children } of all(treeOf(part))) {
      const order = ORDER[name]
      const places = children.map(child => order?.indexOf(child.name) ?? 0)
      expect(places, `${name}: ${children.map(child => child.name)}`).toEqual([...places].sort((a, b) => a - b))
      expect(places, `${name}: ${children.map(child => child.name)}`).not.toContain(-1)
    }
  })

  test('the body ends with its page, each cell with a paragraph, and each row has as many cells as the table columns', () => {
    const body = treeOf('word/document.xml').children[0]!
    expect(body.name).toBe('w:body')
    expect(body.children.at(-1)?.name).toBe('w:sectPr')
    const tables = named(body, 'w:tbl')
    expect(tables).toHaveLength(4)
    for (const table of tables) {
      const columns = named(table, 'w:gridCol').map(({ attributes }) => attributes['w:w'])
      const rows = named(table, 'w:tr')
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect(named(row, 'w:tcW').map(({ attributes }) => attributes['w:w'])).toEqual(columns)
        for (const cell of named(row, 'w:tc')) expect(cell.children.at(-1)?.name).toBe('w:p')
      }
    }
  })

  test('each style that is used is there, and the text is all there', () => {
    const styles = named(treeOf('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId'])
    const used = named(treeOf('word/document.xml'), 'w:pStyle').map(({ attributes }) => attributes['w:val'])
    expect(used.filter(style => !styles.includes(style))).toEqual([])
    const text = readDocx(file)
    for (const told of ['法制审核意见书', '占道经营 <案>', '沿阶小馆 & 孙某', '第二行', '四、签名', '（印章）'])
      expect(text).toContain(told)
  })
})
