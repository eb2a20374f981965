import { describe, expect, test } from 'vitest'
import { readChineseNumber, writeChineseNumber } from './chinese-number.ts'
import { marketAmendment, marketOrder } from './market-order.fixture.ts'
import { readStatute } from './read-statute.ts'

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零六', 106],
  ['一百一十', 110],
  ['一百二十九', 129],
  ['一千二百四十二', 1242],
  ['一千零五', 1005],
])('%s is %i', (text, number) => {
  expect(readChineseNumber(text)).toBe(number)
  expect(writeChineseNumber(number)).toBe(text)
})

test.each([['一二'], ['十百'], ['甲'], ['零'], ['']])('%s is no number', text => {
  expect(readChineseNumber(text)).toBeUndefined()
})

describe('an official text', () => {
  const { text, faults } = readStatute(marketOrder)

  test('is read with title, notes and days', () => {
    expect(faults).toEqual([])
    expect(text).toMatchObject({
      title: '演示集市管理条例',
      notes: [expect.stringMatching('通过$'), expect.stringMatching('修订$')],
      promulgatedOn: '2024-05-06',
      inForceFrom: '2024-07-01',
    })
  })

  test('is read with parts, chapters and articles', () => {
    expect(text.articles.map(({ article, headings }) => [article, ...headings])).toEqual([
      ['1', '第一编 总则', '第一章 目的'],
      ['2', '第一编 总则', '第一章 目的'],
      ['3', '第一编 总则', '第二章 摊位'],
      ['3-1', '第一编 总则', '第二章 摊位'],
      ['4', '第二编 附则'],
    ])
  })

  test('is read with paragraphs, items and what is below them', () => {
    expect(text.articles[1]?.paragraphs).toEqual([
      {
        text: '本条例所称集市，是指下列场所：',
        items: [
          { text: '（一）早市；', items: [] },
          { text: '（二）夜市，包括：', items: ['1. 餐饮夜市；', '2. 百货夜市。'] },
        ],
      },
      { text: '临时摊点参照本条例管理。', items: [] },
    ])
  })

  test('is the same as plain text with a table of contents', () => {
    const contents = '目　录\n第一编 总则\n第一章 目的\n第二章 摊位\n第二编 附则\n'
    const plain = marketOrder.replaceAll(/^#+ /gm, '').replace('<!-- INFO END -->\n', contents)
    expect(readStatute(plain)).toEqual({ text, faults: [] })
    expect(readStatute(`\uFEFF${plain.replaceAll('\n', '\r\n')}`)).toEqual({ text, faults: [] })
  })

  test('without articles is read by its own numbers', () => {
    const points = readStatute(
      '演示规定\n2020年1月2日 演示院通过\n为办好案件，规定如下：\n一、先登记。\n（一）写清日期；\n二、后办理。',
    )
    expect(points.faults).toEqual([])
    expect(points.text.preamble).toEqual(['为办好案件，规定如下：'])
    expect(points.text.articles.map(({ article }) => article)).toEqual(['1', '2'])
  })

  test('that amends another lists only some articles', () => {
    expect(readStatute(marketAmendment).faults).toHaveLength(2)
    const amendment = readStatute(marketAmendment, { isPartial: true })
    expect(amendment.faults).toEqual([])
    expect(amendment.text.articles.map(({ article }) => article)).toEqual(['3', '3-2'])
    expect(amendment.text.promulgatedOn).toBe('2026-08-03')
  })
})

describe('the days', () => {
  const days = (notes: string, last: string) => {
    const { promulgatedOn, inForceFrom } = readStatute(`法\n${notes}\n第一条 甲。\n第二条 ${last}`).text
    return [promulgatedOn, inForceFrom]
  }
  test.each([
    [
      'the first day the law itself says',
      '2020年1月2日 甲通过',
      '本法自2020年3月1日起施行。',
      ['2020-01-02', '2020-03-01'],
    ],
    ['the day it was published', '2020年1月2日 甲公布', '本法自公布之日起施行。', ['2020-01-02', '2020-01-02']],
    ['a note', '2020年1月2日 甲公布\n2020年2月3日 施行', '乙。', ['2020-01-02', '2020-02-03']],
    [
      'an amendment after the first day',
      '2020年1月2日 甲通过\n2022年5月6日 乙修正',
      '本法自2020年3月1日起施行。',
      ['2022-05-06', '2022-05-06'],
    ],
  ])('%s', (_, notes, last, expected) => {
    expect(days(notes, last)).toEqual(expected)
  })
})

test.each([
  [
    'an article is missing',
    '法\n第一条 甲。\n第三条 乙。',
    3,
    'statute.order',
    { expected: '第二条', found: '第三条' },
  ],
  [
    'an article stands twice',
    '法\n第一条 甲。\n\n第一条 乙。',
    4,
    'statute.order',
    { expected: '第二条', found: '第一条' },
  ],
  ['an article says nothing', '法\n第一条\n第二条 乙。', 2, 'statute.empty-article', { found: '第一条' }],
  [
    'an item stands before the first article',
    '法\n（一）甲；\n第一条 乙。',
    2,
    'statute.stray-item',
    { found: '（一）甲；' },
  ],
  ['there is no article', '法\n甲乙丙', 2, 'statute.no-article', {}],
  ['there is nothing', '\n\n', 1, 'statute.no-title', {}],
])('%s: line and what was expected', (_, source, line, id, params) => {
  expect(readStatute(source).faults).toEqual([{ line, id, params }])
})
