import { describe, expect, test } from 'vitest'
import { parseFullText } from './parse-full-text.ts'
import { readProperty, sayProperties } from './say-property.ts'
import { sentenceForms } from './sentences.ts'

const HEAD = '程序“小程序”〔p〕。\n'

describe('a text that does not parse says where', () => {
  test.each([
    ['', '  1. 人工环节“送审”〔a〕', 2, 17, '句号 。'],
    ['', '  1. 人工环节“送审〔a〕。', 2, 10, '与之成对的 ”'],
    ['', '   1. 人工环节“送审”〔a〕。', 2, 1, '每一层缩进两个空格'],
    ['', '    1. 人工环节“送审”〔a〕。', 2, 5, '至多缩进 1 层'],
    ['', '  1. 人工环节“送审”〔a〕。办得快。', 2, 18, '语法里的一句话'],
    ['', '  1. 人工环节〔a〕“送审”。', 2, 13, '“名称”和〔标识〕'],
    [
      '',
      '  1. 打字环节“送审”〔a〕。',
      2,
      3,
      '种类：人工环节、系统环节、计算环节、查表环节、发送环节、等候环节、线下环节、空环节 等',
    ],
    ['  1. 人工环节“送审”〔a〕。\n', '    到〔b〕。', 3, 5, '图里有的标识，没有〔b〕'],
    ['  1. 人工环节“送审”〔a〕。\n', '    到“审核”。', 3, 5, '本层里的名称'],
    ['  1. 人工环节“送审”〔a〕。\n', '  2. 结束“完”〔a〕。', 3, 3, '还没有用过的标识，〔a〕已有'],
    ['  1. 人工环节“送审”〔a〕。依据“甲”。\n', '    依据“乙”。', 3, 5, '一件事只说一次'],
  ])('%j %j', (before, text, line, column, expected) => {
    const parsed = parseFullText(HEAD + before + text)
    expect(parsed).toMatchObject({ ok: false, fault: { line, column, expected: { zh: expected } } })
  })

  test('what speaks of nothing', () => {
    expect(parseFullText('依据“甲”。')).toMatchObject({
      ok: false,
      fault: { line: 1, column: 1, expected: { zh: '程序、环节等的开头' } },
    })
  })
})

test('who writes a step need not give it an id, and may name where it goes', () => {
  const parsed = parseFullText(`${HEAD}  人工环节“复核”。\n    “同意的”的，到“办结”。\n  结束“办结”。\n`)
  const parts = parsed.ok ? parsed.outline.parts : []
  expect(parts.map(({ id, properties }) => [id, properties])).toEqual([
    ['p', { name: '小程序' }],
    ['user-task-1', { name: '复核' }],
    ['end-event-1', { name: '办结' }],
    ['user-task-1--end-event-1', { name: '同意的', sourceRef: 'user-task-1', targetRef: 'end-event-1' }],
  ])
})

test.each(sentenceForms.map(form => [form.text, form] as const))('%s', (_, { key, value }) => {
  const asked = [key.replace('*', 'a“b”'), value ?? 'x。〔y〕\n'] as const
  const [sentence] = sayProperties([asked])
  expect(readProperty(sentence?.text ?? '')).toEqual({ key: asked[0], value: asked[1] })
})
