import { describe, expect, test } from 'vitest'
import { fileReferences } from './file-references.ts'
import { initialData, newRow, resumedData } from './initial-data.ts'
import type { JsonObject } from './json.ts'
import { optionsOf } from './options.ts'
import { parseForm } from './parse-form.ts'
import { personalFields } from './personal-fields.ts'
import { valueAt, withValueAt } from './pointers.ts'
import type { DynamicList, Form, RadioField, StaticText } from './schema.ts'
import { rootScope } from './scope.ts'
import { textOf } from './static-text.ts'
import { validateForm } from './validate.ts'

const formOf = (...components: object[]): Form => {
  const parsed = parseForm({ type: 'default', id: 'f', components })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.form
}
const contextOf = (variables: JsonObject = {}) => ({ variables, now: Date.parse('2026-11-24T02:00:00Z') })

const personal = { personal: 'true' }
const form = formOf(
  { type: 'textfield', id: 'name', key: 'name', properties: personal },
  { type: 'number', id: 'fine', key: 'fine', defaultValue: 100, properties: { unit: 'fen' } },
  { type: 'checklist', id: 'clauses', key: 'clauses', values: [{ label: '一', value: 1 }] },
  { type: 'filepicker', id: 'draft', key: 'draft' },
  {
    type: 'group',
    id: 'party',
    path: 'party',
    components: [
      { type: 'checkbox', id: 'firm', key: 'firm' },
      { type: 'textfield', id: 'id-no', key: 'idNo', properties: personal },
    ],
  },
  {
    type: 'dynamiclist',
    id: 'papers',
    path: 'papers',
    components: [{ type: 'filepicker', id: 'scans', key: 'scans', multiple: true }],
  },
  {
    type: 'dynamiclist',
    id: 'points',
    path: 'points',
    properties: { rows: 'law:法律|facts:事实', rowKey: 'point' },
    components: [{ type: 'textarea', id: 'note', key: 'note' }],
  },
)
const untouched = {
  name: '',
  fine: 100,
  clauses: [],
  draft: null,
  party: { firm: false, idNo: '' },
  papers: [{ scans: [] }],
  points: [
    { point: 'law', note: '' },
    { point: 'facts', note: '' },
  ],
}

describe('what a form opens with', () => {
  test('nothing entered, defaults and known rows', () => {
    expect(initialData(form, contextOf())).toEqual(untouched)
  })

  test('variables of the process where they fit; known rows are found by their key', () => {
    const variables = {
      name: '甲',
      fine: 'x',
      clauses: [1],
      party: { firm: true, other: 1 },
      papers: [],
      points: [{ point: 'facts', note: '有' }],
      extra: 1,
    }
    expect(initialData(form, contextOf(variables))).toEqual({
      ...untouched,
      name: '甲',
      clauses: [1],
      party: { firm: true, idNo: '' },
      papers: [],
      points: [
        { point: 'law', note: '' },
        { point: 'facts', note: '有' },
      ],
    })
  })

  test('a draft goes before variables, and what the form no longer has is left behind', () => {
    expect(resumedData(form, { name: '乙', gone: 1 }, contextOf({ name: '甲', clauses: [1] }))).toEqual({
      ...untouched,
      name: '乙',
      clauses: [1],
    })
  })

  test('a form that has just been opened has no wrong types in it', () => {
    expect(validateForm(form, initialData(form, contextOf()), contextOf())).toMatchObject({ ok: true })
  })

  test('a new row', () => {
    const list = form.components.find((component): component is DynamicList => component.id === 'papers')
    expect(list && newRow(list, rootScope(form, {}, contextOf()))).toEqual({ scans: [] })
  })
})

test('variables with personal data: of marked fields, and of groups and lists that hold one', () => {
  expect(personalFields(form)).toEqual(['name', 'party'])
  const marked = formOf({
    type: 'group',
    id: 'g',
    properties: personal,
    components: [{ type: 'textfield', id: 'a', key: 'a' }],
  })
  expect(personalFields(marked)).toEqual(['a'])
})

test('files and where they are named', () => {
  const file = (fileId: string) => ({ fileId, name: 'x.pdf', size: 1, type: 'application/pdf' })
  const data = { draft: file('a'), papers: [{ scans: [] }, { scans: [file('b'), file('c')] }] }
  expect(fileReferences(form, data).map(({ path, file: { fileId } }) => [path, fileId])).toEqual([
    ['/draft', 'a'],
    ['/papers/1/scans/0', 'b'],
    ['/papers/1/scans/1', 'c'],
  ])
  expect(fileReferences(form, { draft: 'x', papers: 1 })).toEqual([])
})

describe('pointers', () => {
  test('a value is replaced without touching the original, and what is missing on the way is made', () => {
    const data = { a: [{ b: 1 }], c: 1 }
    expect(withValueAt(data, '/a/0/b', 2)).toEqual({ a: [{ b: 2 }], c: 1 })
    expect(withValueAt(data, '/d/e', 2)).toEqual({ a: [{ b: 1 }], c: 1, d: { e: 2 } })
    expect(data).toEqual({ a: [{ b: 1 }], c: 1 })
  })

  test('names of objects are not looked up in their prototypes', () => {
    expect(valueAt({ a: {} }, '/a/constructor')).toBeUndefined()
    expect(valueAt({ 'x/y~': 1 }, '/x~1y~0')).toBe(1)
  })
})

describe('texts and options at their place', () => {
  const scope = rootScope(
    form,
    { fine: 250 },
    contextOf({ caseTitle: '售卖亭案', streets: ['中华路', { label: '积玉桥', value: 'JYQ' }] }),
  )
  const text = (written: string): StaticText => ({
    type: 'text',
    id: 't',
    text: written,
    properties: { 'en.text': 'Fine {{fine}}' },
  })

  test.each([
    ['案由 {{caseTitle}}，{{fine}} 分', '案由 售卖亭案，250 分'],
    ['="共 " + string(fine)', '共 250'],
    ['{{missing}}', ''],
    ['没有表达式', '没有表达式'],
  ])('%s', (written, shown) => {
    expect(textOf(text(written), scope)).toBe(shown)
  })

  test('English where it is given', () => {
    expect(textOf(text('罚款'), scope, 'en')).toBe('Fine 250')
  })

  test('options from a variable, with help, reasons and English from the properties', () => {
    const field: RadioField = {
      type: 'radio',
      id: 'street',
      key: 'street',
      valuesKey: 'streets',
      properties: {
        'help.JYQ': '积玉桥街道',
        'blocked.JYQ': '=fine > 200',
        'reason.JYQ': '超过二元',
        'en.option.JYQ': 'Jiyuqiao',
        'en.reason.JYQ': 'Over two yuan',
      },
    }
    expect(optionsOf(field, scope)).toEqual([
      { value: '中华路', label: '中华路' },
      { value: 'JYQ', label: '积玉桥', help: '积玉桥街道', blocked: { reason: '超过二元' } },
    ])
    expect(optionsOf(field, scope, 'en')[1]).toMatchObject({ label: 'Jiyuqiao', blocked: { reason: 'Over two yuan' } })
  })
})
