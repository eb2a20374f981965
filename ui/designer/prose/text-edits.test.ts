import { expect, test } from 'vitest'
import { type Outline, parseFullText } from '../../../server/prose/index.ts'
import { editsBetween } from './text-edits.ts'

const TEXT = `程序“小程序”〔p〕。
  开始“开始”〔s〕。
    到〔a〕。
  人工环节“送审”〔a〕。由岗位“=["x@A"]”办理。期限按“review.first”。
    到〔x〕。
  分支“意见”〔x〕。
    “同意”的，到〔e〕，条件“=ok = true”。
    “退回”的，缺省到〔a〕。
  结束“完”〔e〕。
`

function outline(text: string): Outline {
  const parsed = parseFullText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
  return parsed.outline
}

const edits = (from: string | RegExp, to: string) => editsBetween(outline(TEXT), outline(TEXT.replace(from, to)))

test.each<[what: string, from: string | RegExp, to: string, expected: object[]]>([
  ['nothing', 'x', 'x', []],
  ['a name', '“送审”〔a〕', '“提交”〔a〕', [{ kind: 'rename', elementId: 'a', name: '提交' }]],
  [
    'a limit',
    'review.first',
    'review.second',
    [{ kind: 'set-header', elementId: 'a', key: 'limit', value: 'review.second' }],
  ],
  ['no limit', '期限按“review.first”。', '', [{ kind: 'remove-header', elementId: 'a', key: 'limit' }]],
  ['who does it', 'x@A', 'y@A', [{ kind: 'set-assignment', elementId: 'a', candidateGroups: '=["y@A"]' }]],
  ['a condition', '=ok = true', '=ok', [{ kind: 'set-condition', elementId: 'x--e', expression: '=ok' }]],
  [
    'a step put in between',
    '    到〔x〕。\n',
    '    到〔b〕。\n  人工环节“复核”〔b〕。依据“甲法 第1条”。\n    到〔x〕。\n',
    [
      { kind: 'remove', elementId: 'a--x' },
      { kind: 'append', after: 'a', type: 'bpmn:UserTask', name: '复核', id: 'b' },
      { kind: 'set-header', elementId: 'b', key: 'basis', value: '甲法 第1条' },
      { kind: 'connect', from: 'b', to: 'x' },
    ],
  ],
])('%s', (_, from, to, expected) => {
  expect(edits(from, to)).toEqual({ edits: expected, beyond: [] })
})

test('another branch to a new end', () => {
  const text = TEXT.replace('    “退回”', '    “不同意”的，到〔no〕，条件“=no”。\n    “退回”').replace(
    '  结束“完”',
    '  结束“不予”〔no〕。\n  结束“完”',
  )
  expect(editsBetween(outline(TEXT), outline(text)).edits).toEqual([
    { kind: 'append', after: 'x', type: 'bpmn:EndEvent', name: '不予', id: 'no' },
    { kind: 'set-condition', elementId: 'x--no', expression: '=no' },
    { kind: 'rename', elementId: 'x--no', name: '不同意' },
  ])
})

test('what goes takes its flows with it', () => {
  const text = TEXT.replace('    “同意”的，到〔e〕，条件“=ok = true”。\n', '').replace('  结束“完”〔e〕。\n', '')
  expect(editsBetween(outline(TEXT), outline(text))).toEqual({
    edits: [{ kind: 'remove', elementId: 'e' }],
    beyond: [],
  })
})

test('what no edit can do is named', () => {
  expect(edits('人工环节“送审”〔a〕', '系统环节“送审”〔a〕').beyond).toEqual(['送审'])
  expect(edits('期限按', '优先级“1”。期限按').beyond).toEqual(['送审 priority:priority'])
  expect(edits('    “退回”的，缺省到', '    “退回”的，到').beyond).toEqual(['意见 default'])
  expect(edits(/( +“同意”.*\n)( +“退回”.*\n)/, '$2$1').beyond).toEqual(['意见'])
  expect(edits('  结束“完”', '  人工环节“孤”〔lone〕。\n  结束“完”').beyond).toEqual(['孤'])
})
