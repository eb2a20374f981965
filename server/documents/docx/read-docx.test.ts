import { expect, test } from 'vitest'
import { readDocx } from './read-docx.ts'
import { readZipFile } from './read-zip.ts'
import { writeDocx } from './write-docx.ts'
import { writeZip } from './write-zip.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const packed = (body: string, about = WORD) =>
  writeZip([{ name: 'word/document.xml', content: `<w:document ${about}><w:body>${body}</w:body></w:document>` }])
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

test('what was written is read, a paragraph on each line', () => {
  const file = writeDocx('条例', [
    { kind: 'title', text: '演示条例' },
    { kind: 'text', text: '第一条 <甲> & “乙”。\n第二条 丙。' },
    { kind: 'space' },
    { kind: 'table', widths: [1, 1], rows: [['左', '右']] },
  ])
  expect(readDocx(file)).toBe('演示条例\n第一条 <甲> & “乙”。\n第二条 丙。\n\n左\n右\n')
})

test.each([
  ['runs of one paragraph are one line', `<w:p><w:r><w:t>第一</w:t></w:r><w:r><w:t>条</w:t></w:r></w:p>`, '第一条'],
  ['a tab parts words', '<w:p><w:r><w:t>第一条</w:t><w:tab/><w:t>为了</w:t></w:r></w:p>', '第一条 为了'],
  [
    'a break within a paragraph is a line of its own',
    '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>',
    '甲\n乙',
  ],
  [
    'what was deleted while changes were tracked is gone',
    `<w:p><w:del><w:r><w:delText>旧</w:delText><w:br/></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>`,
    '新',
  ],
  [
    'a text box beside the text is not read',
    `<w:p><w:r><w:t>甲</w:t><w:pict><w:txbxContent>${p('盒')}</w:txbxContent></w:pict></w:r></w:p>`,
    '甲',
  ],
  [
    'properties hold no text',
    '<w:p><w:pPr><w:rPr><w:lang w:val="zh-CN"/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
    '甲',
  ],
])('%s', (_, body, text) => {
  expect(readDocx(packed(body))).toBe(text)
})

test('a file that keeps to the standard strictly is read, whatever its prefix', () => {
  const about = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"'
  const file = writeZip([
    {
      name: 'word/document.xml',
      content: `<x:document ${about}><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`,
    },
  ])
  expect(readDocx(file)).toBe('甲')
})

test.each([
  ['text', Buffer.from('第一条 为了')],
  ['nothing', Buffer.alloc(0)],
  ['an archive without a document', writeZip([{ name: 'a.txt', content: 'a' }])],
  ['a torn archive', packed(p('甲'.repeat(500))).subarray(0, 90)],
  ['XML that is broken', packed('<w:p><w:t>甲</w:p>')],
  ['an old .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
])('%s is no document', (_, file) => {
  expect(readDocx(file)).toBeUndefined()
})

test('a small file that would unpack to a very large one is not unpacked', () => {
  const bomb = writeZip([{ name: 'word/document.xml', content: '甲'.repeat(1_000_000) }])
  expect(bomb.length).toBeLessThan(20_000)
  expect(readZipFile(bomb, 'word/document.xml', 1_000_000)).toBeUndefined()
  // A size that lies does not help.
  bomb.writeUInt32LE(10, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  expect(readZipFile(bomb, 'word/document.xml', 1_000_000)).toBeUndefined()
})
