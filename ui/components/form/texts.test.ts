import { describe, expect, test } from 'vitest'
import type { DateTimeField, Form } from '../../../server/forms/index.ts'
import { localText, storedText } from './datetime-text.ts'
import { labelAt } from './label-at.ts'
import { readBlocks, readSpans } from './markdown.ts'
import { plainCode, plainLine, plainText } from './plain-text.ts'
import { fileSize, kindNames, ordinal } from './words.ts'

describe('dates and times are those of the office, whatever zone the browser is in', () => {
  const zone = (
    subtype: DateTimeField['subtype'],
    timeSerializingFormat?: DateTimeField['timeSerializingFormat'],
  ): DateTimeField => ({
    type: 'datetime',
    id: 'd',
    key: 'd',
    subtype,
    timeSerializingFormat,
  })
  test.each<[DateTimeField, string, string]>([
    [zone('date'), '2026-11-24', '2026-11-24'],
    [zone('time'), '09:30', '09:30'],
    [zone('time', 'utc_offset'), '09:30+08:00', '09:30'],
    [zone('time', 'utc_normalized'), '23:30Z', '07:30'],
    [zone('datetime'), '2026-11-24T09:30', '2026-11-24T09:30'],
    [zone('datetime', 'utc_offset'), '2026-11-24T09:30+08:00', '2026-11-24T09:30'],
    [zone('datetime', 'utc_normalized'), '2026-11-23T23:30Z', '2026-11-24T07:30'],
  ])('%o: %s is shown as %s and back', (field, stored, shown) => {
    expect(localText(field, stored)).toBe(shown)
    expect(storedText(field, shown)).toBe(stored)
  })

  test('nothing is nothing, and what cannot be read is not shown', () => {
    expect(storedText(zone('date'), '')).toBeNull()
    expect(localText(zone('datetime', 'utc_offset'), 'yesterdayZ')).toBe('')
  })
})

describe('the Markdown of static texts', () => {
  test('headings, paragraphs, lists and quoted law', () => {
    const kinds = readBlocks('# 标题\n一行\n二行\n\n三行\n- 甲\n- 乙\n> 法条\n> 续')
    expect(kinds.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ['heading', 1],
      ['paragraph', 2],
      ['paragraph', 1],
      ['list', 2],
      ['quote', 2],
    ])
  })

  test.each([
    ['见 [文件](/files/1)。', [{ text: '见 ' }, { text: '文件', href: '/files/1' }, { text: '。' }]],
    ['**重要**', [{ text: '重要', isStrong: true }]],
    ['[点](javascript:alert(1))', [{ text: '[点](javascript:alert(1))' }]],
    ['[点](//example.cn)', [{ text: '[点](//example.cn)' }]],
    ['<b>x</b>', [{ text: '<b>x</b>' }]],
    ['', []],
  ])('%s', (written, spans) => {
    expect(readSpans(written)).toEqual(spans)
  })
})

describe('what is pasted', () => {
  test.each([
    [plainText, '一\r\n二\u2028三\ufeff', '一\n二\n三'],
    [plainLine, ' 一 \n 二\t', '一 二'],
    [plainCode, ' ９１ 42\u00a001 ', '914201'],
  ])('%o', (clean, pasted, kept) => {
    expect(clean(pasted)).toBe(kept)
  })
})

test('a place of the data has a name for people', () => {
  const form = {
    type: 'default',
    id: 'f',
    components: [
      {
        type: 'group',
        id: 'g',
        label: '当事人',
        path: 'party',
        components: [{ type: 'textfield', id: 'n', key: 'name', label: '姓名' }],
      },
      { type: 'group', id: 'h', components: [{ type: 'textfield', id: 'm', key: 'm', label: '备注' }] },
      {
        type: 'dynamiclist',
        id: 'l',
        path: 'rows',
        label: '材料',
        components: [{ type: 'textfield', id: 't', key: 't', label: '题名' }],
      },
    ],
  } satisfies Form as Form
  expect(['/party/name', '/m', '/rows/1/t', '/rows', '/gone'].map(path => labelAt(form, path, 'zh'))).toEqual([
    '当事人 姓名',
    '备注',
    '材料 第 2 行 题名',
    '材料',
    'gone',
  ])
})

test('numbers, sizes and kinds of files', () => {
  expect(kindNames('zh', '.pdf, image/*,application/zip')).toBe('PDF、图片、ZIP')
  expect([1, 10, 11, 20, 25, 100].map(value => ordinal('zh', value))).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十五',
    '100',
  ])
  expect(ordinal('en', 8)).toBe('8')
  expect([12, 34_567, 3_456_789].map(fileSize)).toEqual(['12 B', '34 KB', '3.3 MB'])
})
