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
    [{ kind: 'set-property', elementId: 'a', key: 'header:limit', value: 'review.second' }],
  ],
  ['no limit', '期限按“review.first”。', '', [{ kind: 'set-property', elementId: 'a', key: 'header:limit' }]],
  [
    'who does it',
    'x@A',
    'y@A',
    [{ kind: 'set-property', elementId: 'a', key: 'assignment:candidateGroups', value: '=["y@A"]' }],
  ],
  ['a condition', '=ok = true', '=ok', [{ kind: 'set-property', elementId: 'x--e', key: 'condition', value: '=ok' }]],
  [
    'a step put in between',
    '    到〔x〕。\n',
    '    到〔b〕。\n  人工环节“复核”〔b〕。依据“甲法 第1条”。\n    到〔x〕。\n',
    [
      { kind: 'remove', elementId: 'a--x' },
      { kind: 'append', after: 'a', type: 'bpmn:UserTask', name: '复核', id: 'b' },
      { kind: 'set-property', elementId: 'b', key: 'header:basis', value: '甲法 第1条' },
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
    { kind: 'set-property', elementId: 'x--no', key: 'condition', value: '=no' },
    { kind: 'rename', elementId: 'x--no', name: '不同意' },
    { kind: 'order-flows', elementId: 'x', flowIds: ['x--e', 'x--no', 'x--a'] },
  ])
})

test('what goes takes its flows with it', () => {
  const text = TEXT.replace('    “同意”的，到〔e〕，条件“=ok = true”。\n', '').replace('  结束“完”〔e〕。\n', '')
  expect(editsBetween(outline(TEXT), outline(text))).toEqual({
    edits: [{ kind: 'remove', elementId: 'e' }],
    beyond: [],
  })
})

test.each<[what: string, from: string | RegExp, to: string, expected: object[]]>([
  [
    'a step becomes one of another kind, which is said anew',
    '人工环节“送审”〔a〕。由岗位“=["x@A"]”办理。期限按“review.first”。',
    '系统环节“送审”〔a〕。作业“send”。',
    [
      { kind: 'replace', elementId: 'a', type: 'bpmn:ServiceTask' },
      { kind: 'set-property', elementId: 'a', key: 'assignment:candidateGroups' },
      { kind: 'set-property', elementId: 'a', key: 'header:limit' },
      { kind: 'set-property', elementId: 'a', key: 'job:type', value: 'send' },
    ],
  ],
  [
    'a property that nobody else edits',
    '期限按',
    '优先级“1”。期限按',
    [{ kind: 'set-property', elementId: 'a', key: 'priority:priority', value: '1' }],
  ],
  [
    'what is taken in, as a whole and in its order',
    '    到〔x〕。',
    '    技术：取入“b”＝“=2”。取入“a”＝“=1”。\n    到〔x〕。',
    [
      {
        kind: 'set-list',
        elementId: 'a',
        family: 'input',
        entries: [
          ['b', '=2'],
          ['a', '=1'],
        ],
      },
    ],
  ],
  [
    'no default any more',
    '    “退回”的，缺省到',
    '    “退回”的，到',
    [{ kind: 'set-property', elementId: 'x', key: 'default' }],
  ],
  [
    'the order of branches',
    /( +“同意”.*\n)( +“退回”.*\n)/,
    '$2$1',
    [{ kind: 'order-flows', elementId: 'x', flowIds: ['x--a', 'x--e'] }],
  ],
  [
    'a step that nothing leads to',
    '  结束“完”',
    '  人工环节“孤”〔lone〕。\n  结束“完”',
    [{ kind: 'place', within: 'p', type: 'bpmn:UserTask', id: 'lone', name: '孤' }],
  ],
  [
    'an event on the border with its message, which is new too',
    /( {4}到〔x〕。\n)([\s\S]*)/,
    '$1    边界“催办”〔b〕。凭消息。所在环节照常继续。消息是〔m〕。\n$2消息“urge”〔m〕。按“=caseNo”认领。\n',
    [
      { kind: 'add-root', type: 'bpmn:Message', id: 'm', name: 'urge' },
      { kind: 'set-property', elementId: 'm', key: 'subscription:correlationKey', value: '=caseNo' },
      { kind: 'append', after: 'a', type: 'bpmn:BoundaryEvent', name: '催办', id: 'b' },
      { kind: 'set-property', elementId: 'b', key: 'event', value: 'bpmn:MessageEventDefinition' },
      { kind: 'set-property', elementId: 'b', key: 'cancelActivity', value: 'false' },
      { kind: 'set-property', elementId: 'b', key: 'event:messageRef', value: 'm' },
    ],
  ],
  [
    'a flow with a name of its own',
    '    到〔x〕。\n',
    '    到〔e〕，记为〔out〕。\n    到〔x〕。\n',
    [
      { kind: 'connect', from: 'a', to: 'e', id: 'out' },
      { kind: 'order-flows', elementId: 'a', flowIds: ['out', 'a--x'] },
    ],
  ],
])('%s', (_, from, to, expected) => {
  expect(edits(from, to)).toEqual({ edits: expected, beyond: [] })
})

const LANES = `程序“小程序”〔p〕。
  泳道组〔ls〕。
    泳道“甲”〔l1〕。
    泳道“乙”〔l2〕。
  人工环节“送审”〔a〕。在泳道〔l1〕。
    边界“到时”〔b〕。凭时间。过“P1D”为止。
    到〔c〕，记为〔f〕。
  人工环节“审核”〔c〕。在泳道〔l2〕。
  结束“完”〔d〕。
`
const inLanes = (from: string, to: string) => editsBetween(outline(LANES), outline(LANES.replace(from, to)))

test.each<[what: string, from: string, to: string, expected: object[]]>([
  [
    'another lane',
    '〔a〕。在泳道〔l1〕',
    '〔a〕。在泳道〔l2〕',
    [{ kind: 'move-to-lane', elementId: 'a', laneId: 'l2' }],
  ],
  [
    'a new lane, and a step in it',
    '    泳道“乙”〔l2〕。\n  人工环节“送审”〔a〕。在泳道〔l1〕',
    '    泳道“乙”〔l2〕。\n    泳道“丙”〔l3〕。\n  人工环节“送审”〔a〕。在泳道〔l3〕',
    [
      { kind: 'add-lane', beside: 'l2', id: 'l3', name: '丙' },
      { kind: 'move-to-lane', elementId: 'a', laneId: 'l3' },
    ],
  ],
  ['what a lane is called', '泳道“乙”', '泳道“复核”', [{ kind: 'rename', elementId: 'l2', name: '复核' }]],
  [
    'where a flow leads',
    '到〔c〕，记为〔f〕',
    '到〔d〕，记为〔f〕',
    [{ kind: 'reconnect', elementId: 'f', from: 'a', to: 'd' }],
  ],
  [
    'another kind of event',
    '凭时间。过“P1D”为止',
    '凭条件。当“=late”成立',
    [
      { kind: 'set-property', elementId: 'b', key: 'event', value: 'bpmn:ConditionalEventDefinition' },
      { kind: 'set-property', elementId: 'b', key: 'event:timeDuration' },
      { kind: 'set-property', elementId: 'b', key: 'event:condition', value: '=late' },
    ],
  ],
])('in a pool: %s', (_, from, to, expected) => {
  expect(inLanes(from, to)).toEqual({ edits: expected, beyond: [] })
})

test('what no edit can do is named', () => {
  expect(edits('人工环节“送审”〔a〕', '分支“送审”〔a〕').beyond).toEqual(['送审'])
  expect(inLanes('〔a〕。在泳道〔l1〕', '〔a〕').beyond).toEqual(['送审'])
  expect(edits(TEXT, TEXT.replace('  结束“完”〔e〕。', '  子流程“里”〔s2〕。\n    结束“完”〔e〕。')).beyond).toEqual([
    '完',
  ])
})
