import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { Parser } from 'saxen'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sniffType } from '../file-types.ts'
import { namesInZip } from '../zip-names.ts'
import type { Block } from './blocks.ts'
import { writeDocx } from './write-docx.ts'

const blocks: Block[] = [
  { kind: 'title', text: '法制审核意见书' },
  { kind: 'text', text: '粮道街法审〔2026〕1号', align: 'right' },
  { kind: 'table', widths: [1, 3], header: ['项目', '结论'], rows: [['事实与证据', '<通过> & "无误"\n第二行\u0001']] },
]
let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-docx-'))
  path = join(folder, 'a.docx')
  writeFileSync(path, writeDocx('意见书', blocks))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('is an archive whose content says that it is a document', async () => {
  expect(await namesInZip(path)).toContain('word/document.xml')
  expect(await sniffType(path, 'a.docx')).toMatch(/wordprocessingml/)
})

test('holds well-formed parts with the text, and what XML cannot hold is left out', () => {
  const document = partOf(writeDocx('意见书', blocks), 'word/document.xml')
  const text: string[] = []
  const parser = new Parser()
  parser
    .on('text', given => void text.push(given))
    .on('error', error => {
      throw error
    })
  parser.parse(document)
  expect(text).toEqual(expect.arrayContaining(['法制审核意见书', '&lt;通过&gt; &amp; &quot;无误&quot;', '第二行']))
})

test('the same text gives the same bytes', () => {
  expect(writeDocx('意见书', blocks).equals(writeDocx('意见书', blocks))).toBe(true)
})

/** A file in an archive, found by its local header. */
function partOf(archive: Buffer, name: string): string {
  const at = archive.indexOf(name) - 30
  const start = at + 30 + Buffer.byteLength(name)
  return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 18))).toString()
}
