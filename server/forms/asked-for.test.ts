import { expect, test } from 'vitest'
import { askedFor } from './asked-for.ts'
import type { Component } from './schema.ts'

const must = { required: true }
const caseNo: Component = { type: 'textfield', id: 'c', key: 'caseNo', label: '案号', validate: must }

test.each<[what: string, component: Component, asked: string[]]>([
  ['a required field', caseNo, ['案号']],
  ['a field that may stay empty', { ...caseNo, validate: {} }, []],
  ['a field only some answers ask for', { ...caseNo, conditional: { hide: '=urgent' } }, []],
  ['a field that is filled in already', { ...caseNo, readonly: true }, []],
  ['a field nobody can fill in', { ...caseNo, disabled: true }, []],
  [
    'a required document',
    { type: 'filepicker', id: 'f', key: 'photo', label: '照片', validate: must },
    ['照片（材料）'],
  ],
  ['words', { type: 'text', id: 't', text: '说明' }, []],
  ['what stands in a group', { type: 'group', id: 'g', components: [caseNo] }, ['案号']],
  [
    'a list that needs a row, by its own name',
    { type: 'dynamiclist', id: 'l', path: 'items', label: '事项', properties: { minRows: '1' }, components: [caseNo] },
    ['事项'],
  ],
  [
    'a list that may stay empty',
    { type: 'dynamiclist', id: 'l', path: 'items', label: '事项', components: [caseNo] },
    [],
  ],
])('%s', (_, component, asked) => {
  const found = askedFor({ type: 'default', id: 'start', components: [component] })
  expect(found.map(({ label, isFile }) => (isFile ? `${label}（材料）` : label))).toEqual(asked)
})

test('in the language of the person', () => {
  const english = { ...caseNo, properties: { 'en.label': 'Case number' } }
  expect(askedFor({ type: 'default', id: 'start', components: [english] }, 'en')).toEqual([
    { label: 'Case number', isFile: false },
  ])
})
