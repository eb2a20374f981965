import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { parseForm } from './parse-form.ts'
import type { Form } from './schema.ts'
import { validateForm } from './validate.ts'

const now = Date.parse('2026-11-24T02:00:00Z')

const formOf = (...components: object[]): Form => {
  const parsed = parseForm({ type: 'default', id: 'a-form', components })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.form
}

const field = (type: string, more: object = {}) => ({ type, id: 'a-field', key: 'a', ...more })

const errorsOf = (form: Form, data: unknown, variables: JsonObject = {}) => {
  const answer = validateForm(form, data, { variables, now })
  return answer.ok ? [] : answer.errors.map(({ path, id }) => `${path} ${id}`)
}

describe('the form as a whole', () => {
  test.each([null, [], 'text', 1, new Map()])('%s is not the data of a form', data => {
    expect(errorsOf(formOf(), data)).toEqual([' type'])
  })

  test('an unknown name is an error at its place, also in groups and rows', () => {
    const form = formOf(
      { type: 'group', id: 'g', path: 'party', components: [field('textfield')] },
      { type: 'dynamiclist', id: 'l', path: 'rows', components: [field('textfield', { id: 'b' })] },
    )
    const data = JSON.parse('{ "x/y": 1, "party": { "z": 1 }, "rows": [{ "__proto__": 1 }] }')
    expect(errorsOf(form, data)).toEqual(['/x~1y unknown', '/party/z unknown', '/rows/0/__proto__ unknown'])
  })

  test('objects and lists are asked for where they belong', () => {
    const form = formOf(
      { type: 'group', id: 'g', path: 'party', components: [] },
      { type: 'dynamiclist', id: 'l', path: 'rows', components: [] },
    )
    expect(errorsOf(form, { party: [], rows: {} })).toEqual(['/party type', '/rows type'])
    expect(errorsOf(form, { rows: [1] })).toEqual(['/rows/0 type'])
  })

  test('disabled fields are dropped, read-only ones must keep the value the process gave', () => {
    const form = formOf(
      field('textfield', { disabled: true, validate: { required: true } }),
      field('number', { id: 'n', key: 'n', readonly: true }),
    )
    expect(validateForm(form, { a: 'x', n: 1 }, { variables: { n: 1 }, now })).toEqual({ ok: true, data: { n: 1 } })
    expect(errorsOf(form, { n: 2 }, { n: 1 })).toEqual(['/n readonly'])
    expect(errorsOf(form, {}, { n: 1 })).toEqual([])
  })

  test('the number of rows', () => {
    const list = { type: 'dynamiclist', id: 'l', path: 'rows', components: [field('textfield')] }
    expect(errorsOf(formOf({ ...list, properties: { minRows: '2', maxRows: '3' } }), { rows: [{}] })).toEqual([
      '/rows minRows',
    ])
    expect(errorsOf(formOf({ ...list, properties: { maxRows: '1' } }), { rows: [{}, {}] })).toEqual(['/rows maxRows'])
    expect(errorsOf(formOf({ ...list, allowAddRemove: false, defaultRepetitions: 2 }), { rows: [{}] })).toEqual([
      '/rows rowCount',
    ])
    expect(errorsOf(formOf({ ...list, allowAddRemove: false }), { rows: [{}, {}] }, { rows: [{}, {}] })).toEqual([])
  })
})

describe('conditions', () => {
  const hiddenUnlessNo = field('textfield', { conditional: { hide: '=b != "no"' }, validate: { required: true } })
  const b = { type: 'textfield', id: 'b', key: 'b' }

  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['hidden: dropped and not checked', { b: 'yes', a: 1 }, {}, []],
    ['shown: checked', { b: 'no' }, {}, ['/a required']],
    ['a name of the form is not answered by a variable of an earlier round', {}, { b: 'no' }, []],
  ])('%s', (_, data, variables, errors) => {
    expect(errorsOf(formOf(b, hiddenUnlessNo), data, variables)).toEqual(errors)
  })

  test('what depends on a hidden field is decided as if nothing had been entered there', () => {
    const c = { type: 'textfield', id: 'c', key: 'c', conditional: { hide: '=a = null' } }
    const answer = validateForm(formOf(b, hiddenUnlessNo, c), { b: 'yes', a: '旧', c: '旧' }, { variables: {}, now })
    expect(answer).toEqual({ ok: true, data: { b: 'yes' } })
  })

  test('variables of the process and the clock can be asked', () => {
    const component = field('textfield', {
      conditional: { hide: '=stage = "hearing" and now() > date and time("2026-11-01T00:00:00Z")' },
    })
    expect(validateForm(formOf(component), { a: 'x' }, { variables: { stage: 'hearing' }, now })).toEqual({
      ok: true,
      data: {},
    })
  })

  test('rows see themselves, what is around them and their number', () => {
    const note = field('textfield', {
      conditional: { hide: '=this.result != "problem" or parent.all = true or i[1] > 2' },
      validate: { required: true },
    })
    const result = { type: 'textfield', id: 'r', key: 'result' }
    const form = formOf(
      { type: 'checkbox', id: 'all', key: 'all' },
      { type: 'dynamiclist', id: 'l', path: 'rows', components: [result, note] },
    )
    const rows = [{ result: 'pass', a: '旧' }, { result: 'problem' }, { result: 'problem' }]
    expect(errorsOf(form, { rows })).toEqual(['/rows/1/a required'])
    expect(validateForm(form, { all: true, rows }, { variables: {}, now })).toMatchObject({
      ok: true,
      data: { rows: [{ result: 'pass' }, {}, {}] },
    })
  })

  test('a hidden group hides everything in it, with and without a path', () => {
    const hide = { hide: '=true' }
    const form = formOf(
      { type: 'group', id: 'g', conditional: hide, components: [field('textfield', { validate: { required: true } })] },
      { type: 'group', id: 'h', path: 'h', conditional: hide, components: [field('textfield', { id: 'h-a' })] },
    )
    expect(validateForm(form, { a: 'x', h: { a: 1 } }, { variables: {}, now })).toEqual({ ok: true, data: {} })
  })

  test('fields that hide each other do not hang', () => {
    const form = formOf(
      { type: 'checkbox', id: 'a', key: 'a', conditional: { hide: '=b = true' } },
      { type: 'checkbox', id: 'b', key: 'b', conditional: { hide: '=a = true' } },
    )
    expect(validateForm(form, { a: true, b: true }, { variables: {}, now }).ok).toBe(true)
  })
})

describe('a review of known rows', () => {
  const values = [
    { label: '通过', value: 'pass' },
    { label: '有问题', value: 'problem' },
  ]
  const form = formOf(
    {
      type: 'dynamiclist',
      id: 'checklist',
      path: 'checklist',
      properties: { display: 'review', rows: 'subject:主体与权限|crime:是否涉罪' },
      components: [
        { type: 'radio', id: 'result', key: 'result', values, validate: { required: true } },
        {
          type: 'textarea',
          id: 'note',
          key: 'note',
          conditional: { hide: '=this.result != "problem"' },
          validate: { required: true },
        },
      ],
    },
    {
      type: 'radio',
      id: 'opinion',
      key: 'opinion',
      values: [
        { label: '同意', value: 'agree' },
        { label: '改正', value: 'correct' },
      ],
      properties: {
        'blocked.agree': '=some row in checklist satisfies row.result = "problem"',
        'reason.agree': '有一项有问题，不能选',
      },
    },
  )
  const pass = (item: string) => ({ item, result: 'pass' })

  test.each<[string, JsonObject, string[]]>([
    ['all pass', { checklist: [pass('subject'), pass('crime')], opinion: 'agree' }, []],
    [
      'a problem without words',
      { checklist: [pass('subject'), { item: 'crime', result: 'problem' }] },
      ['/checklist/1/note required'],
    ],
    [
      'a problem blocks consent',
      { checklist: [pass('subject'), { item: 'crime', result: 'problem', note: '有' }], opinion: 'agree' },
      ['/opinion optionBlocked'],
    ],
    ['a missing row', { checklist: [pass('subject')] }, ['/checklist rowCount']],
    [
      'rows in another order',
      { checklist: [pass('crime'), pass('subject')] },
      ['/checklist/0/item row', '/checklist/1/item row'],
    ],
  ])('%s', (_, data, errors) => {
    expect(errorsOf(form, data)).toEqual(errors)
  })
})

describe('for any data', () => {
  const form = formOf(
    field('textfield', { conditional: { hide: '=b' } }),
    { type: 'checkbox', id: 'b', key: 'b' },
    { type: 'number', id: 'n', key: 'n', properties: { unit: 'fen' } },
    {
      type: 'dynamiclist',
      id: 'l',
      path: 'rows',
      components: [{ type: 'datetime', subtype: 'date', id: 'd', key: 'd' }],
    },
  )
  const data = fc.dictionary(fc.constantFrom('a', 'b', 'n', 'rows', 'x'), fc.jsonValue())

  test('the validator answers, and what it lets through is accepted again unchanged', () => {
    fc.assert(
      fc.property(data, entered => {
        const first = validateForm(form, entered, { variables: {}, now })
        if (!first.ok) return first.errors.length > 0
        const second = validateForm(form, first.data, { variables: {}, now })
        expect(second).toEqual(first)
        return true
      }),
    )
  })
})
