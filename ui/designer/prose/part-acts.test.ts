import { expect, test } from 'vitest'
import { type Outline, parseFullText } from '../../../server/prose/index.ts'
import type { Edit } from '../edits.ts'
import { type Given, partActs } from './part-acts.ts'

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

function outline(): Outline {
  const parsed = parseFullText(TEXT)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
  return parsed.outline
}

const option = (value: string) => ({ value, label: value })
const given: Given = {
  outline: outline(),
  steps: [option('bpmn:UserTask approve'), option('bpmn:EndEvent')],
  limits: [option(''), option('review.second')],
  roles: [option('=["y@" + orgCode]')],
}

/** What stands on the keyboard for a part. */
const keysOf = (id: string) => partActs.filter(act => act.fits(partOf(id), given.outline)).map(({ id }) => id)

function partOf(id: string) {
  const part = given.outline.parts.find(each => each.id === id)
  if (!part) throw new Error(`Expected a part ${id}`)
  return part
}

test.each<[id: string, key: string, answers: Record<string, string>, edits: Edit[]]>([
  ['a', 'Enter', { name: '提交' }, [{ kind: 'rename', elementId: 'a', name: '提交' }]],
  [
    'a',
    '+',
    { what: 'bpmn:UserTask approve', name: '复核' },
    [{ kind: 'append', after: 'a', type: 'bpmn:UserTask', name: '复核', template: 'approve' }],
  ],
  ['a', 'Insert', { what: 'bpmn:EndEvent', name: '' }, [{ kind: 'append', after: 'a', type: 'bpmn:EndEvent' }]],
  ['a', 'c', { to: 'e', name: '' }, [{ kind: 'connect', from: 'a', to: 'e' }]],
  [
    'x',
    'c',
    { to: 'e', name: '另议', condition: '=other' },
    [{ kind: 'connect', from: 'x', to: 'e', name: '另议', condition: '=other' }],
  ],
  [
    'a',
    'r',
    { groups: '=["y@" + orgCode]' },
    [{ kind: 'set-assignment', elementId: 'a', candidateGroups: '=["y@" + orgCode]' }],
  ],
  [
    'a',
    'l',
    { limit: 'review.second' },
    [{ kind: 'set-header', elementId: 'a', key: 'limit', value: 'review.second' }],
  ],
  ['a', 'l', { limit: '' }, [{ kind: 'remove-header', elementId: 'a', key: 'limit' }]],
  ['a', 'b', { basis: '甲法 第1条' }, [{ kind: 'set-header', elementId: 'a', key: 'basis', value: '甲法 第1条' }]],
  ['x--e', 'i', { condition: '=no' }, [{ kind: 'set-condition', elementId: 'x--e', expression: '=no' }]],
  ['x--e', 'i', { condition: '' }, [{ kind: 'remove-condition', elementId: 'x--e' }]],
  [
    'x--e',
    'd',
    {},
    [
      { kind: 'remove-condition', elementId: 'x--e' },
      { kind: 'set-default-flow', elementId: 'x', flowId: 'x--e' },
    ],
  ],
  ['e', 'Delete', {}, [{ kind: 'remove', elementId: 'e' }]],
])('on %s the key %s with %j does %j', (id, key, answers, edits) => {
  const act = partActs.find(each => each.keys.includes(key) && each.fits(partOf(id), given.outline))
  expect(act?.fields(partOf(id), given).map(({ name }) => name)).toEqual(Object.keys(answers))
  expect(act?.edits(partOf(id), answers)).toEqual(edits)
})

test.each([
  ['p', ['rename']],
  ['a', ['rename', 'append', 'connect', 'role', 'limit', 'basis', 'remove']],
  ['x', ['rename', 'append', 'connect', 'remove']],
  ['x--e', ['rename', 'condition', 'default', 'remove']],
  ['a--x', ['rename', 'remove']],
  ['e', ['rename', 'remove']],
])('for %s there are %j', (id, acts) => {
  expect(keysOf(id)).toEqual(acts)
})

test('one goes on to what lies beside, and chooses from the roles of the office and of other steps', () => {
  const field = (key: string, id: string) =>
    partActs.find(({ keys }) => keys.includes(key))?.fields(partOf(id), given)[0]
  expect(field('c', 'x')?.options?.map(({ value }) => value)).toEqual(['a', 'e'])
  expect(
    field('r', 'a')
      ?.proposals?.map(({ value }) => value)
      .sort(),
  ).toEqual(['=["x@A"]', '=["y@" + orgCode]'])
})
