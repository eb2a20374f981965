import { expect, test } from 'vitest'
import type { ModdleElement } from '../../../server/bpmn/moddle.ts'
import { numberedKey, readBizKey, readStartRoles, startFields, writeStartRoles } from './start-words.ts'

test.each([
  ['', []],
  ['street-officer', ['street-officer']],
  ['street-officer,dept-officer', ['street-officer', 'dept-officer']],
])('who may start, %j, is read and written as it was', (text, roles) => {
  expect(readStartRoles(text)).toEqual(roles)
  expect(writeStartRoles(roles)).toBe(text)
})

test('whatever divides roles, they are written with commas, each once', () => {
  expect(writeStartRoles(readStartRoles('a；b, a|c'))).toBe('a,b,c')
  expect(writeStartRoles(['a', '', 'a'])).toBe('a')
})

test('the key of the business is a variable, and one that is numbered has the name of the procedure', () => {
  expect([' =caseNo', 'caseNo', ''].map(readBizKey)).toEqual(['caseNo', 'caseNo', ''])
  expect(numberedKey('evidence-preservation')).toBe('evidencePreservationId')
  expect(numberedKey('Permit')).toBe('permitId')
})

const filledIn = (formId: string) => ({
  extensionElements: { $type: 'bpmn:ExtensionElements', values: [{ $type: 'zeebe:FormDefinition', formId }] },
})
const process = {
  $type: 'bpmn:Process',
  flowElements: [
    { $type: 'bpmn:StartEvent', ...filledIn('permit.start') },
    { $type: 'bpmn:UserTask', ...filledIn('permit.do') },
  ],
} as unknown as ModdleElement

const form = (id: string, components: object[]) => ({
  name: `${id}.form`,
  content: JSON.stringify({ type: 'default', id, components }),
})

test('what a procedure is started with is offered as its key: the fields of its start form, in groups too', () => {
  const files = [
    form('permit.do', [{ type: 'textfield', key: 'opinion', label: '意见' }]),
    form('permit.start', [
      { type: 'text', text: '说明' },
      { type: 'textfield', key: 'caseNo', label: '案号' },
      { type: 'group', components: [{ type: 'datetime', key: 'day' }] },
      { type: 'group', path: 'party', components: [{ type: 'textfield', key: 'name', label: '姓名' }] },
    ]),
  ]
  expect(startFields(process, files)).toEqual([
    { key: 'caseNo', label: '案号', type: 'textfield' },
    { key: 'day', label: 'day', type: 'datetime' },
  ])
  expect(startFields(process, [{ name: 'permit.start.form', content: '{ "id": "permit.start", ' }])).toEqual([])
  expect(startFields(process, [])).toEqual([])
})
