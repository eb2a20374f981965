import { expect, test } from 'vitest'
import { parseForm } from './parse-form.ts'
import { describeProblem } from './problem-words.ts'

const problemsIn = (json: unknown): string[] => {
  const parsed = parseForm(json)
  return parsed.ok ? [] : parsed.problems.map(({ componentId, key, id }) => `${componentId} ${key} ${id}`)
}

const formOf = (...components: object[]) => ({ type: 'default', id: 'f', components })
const text = (more: object) => ({ type: 'textfield', id: 'a', key: 'a', ...more })
const values = [{ label: '同意', value: 'agree' }]

test.each<[string, unknown, string[]]>([
  [
    'a form as the editor writes it',
    {
      ...formOf(text({ layout: { row: 'r', columns: null } })),
      schemaVersion: 19,
      executionPlatform: 'Camunda Cloud',
      exporter: { name: 'x', version: '1' },
    },
    [],
  ],
  ['not a form', [], ['  wrongValue']],
  ['an unknown key of the form', { ...formOf(), colour: 'red' }, ['f colour unknownKey']],
  ['an unknown type', formOf({ type: 'iframe', id: 'x', url: 'https://example.cn' }), ['x type unknownType']],
  ['an unknown key', formOf(text({ placeholder: 'x' })), ['a placeholder unknownKey']],
  ['an unknown key in the rules', formOf(text({ validate: { min: 1 } })), ['a validate.min unknownKey']],
  [
    'in a group in a list',
    formOf({
      type: 'dynamiclist',
      id: 'l',
      path: 'l',
      components: [{ type: 'group', id: 'g', components: [text({ rows: 3 })] }],
    }),
    ['a rows unknownKey'],
  ],
  ['a missing key', formOf({ type: 'number', id: 'n' }), ['n key wrongValue']],
  ['a name that FEEL cannot read', formOf(text({ key: 'a b' })), ['a key wrongValue']],
  ['a key of another type', formOf(text({ label: 1 })), ['a label wrongValue']],
  ['an id twice', formOf(text({}), text({ key: 'b' })), ['a id idTwice']],
  [
    'a name twice, through a group without a path',
    formOf(text({}), { type: 'group', id: 'g', components: [text({ id: 'b' })] }),
    ['b key nameTwice'],
  ],
  [
    'the same name in different objects',
    formOf(text({}), { type: 'group', id: 'g', path: 'g', components: [text({ id: 'b' })] }),
    [],
  ],
  ['a condition without =', formOf(text({ conditional: { hide: 'x' } })), ['a conditional.hide wrongValue']],
  [
    'a condition that cannot be read',
    formOf(text({ conditional: { hide: '=a and (' } })),
    ['a conditional.hide expression'],
  ],
  [
    'a text with a wrong expression',
    formOf({ type: 'text', id: 't', text: '共 {{count(}} 件' }),
    ['t text expression'],
  ],
  ['a wrong pattern', formOf(text({ validate: { pattern: '(' } })), ['a validate.pattern pattern']],
  ['a mistyped property', formOf(text({ properties: { persnal: 'true' } })), ['a properties.persnal unknownProperty']],
  [
    'a property with a wrong value',
    formOf(text({ properties: { personal: 'yes' } })),
    ['a properties.personal wrongProperty'],
  ],
  [
    'help for an option that is not there',
    formOf({ type: 'radio', id: 'r', key: 'r', values, properties: { 'help.agree': 'x', 'help.agre': 'x' } }),
    ['r properties.help.agre optionMissing'],
  ],
  [
    'a blocking condition that cannot be read',
    formOf({ type: 'radio', id: 'r', key: 'r', values, properties: { 'blocked.agree': '=)' } }),
    ['r properties.blocked.agree expression'],
  ],
  ['no options', formOf({ type: 'select', id: 's', key: 's' }), ['s values noOptions']],
  [
    'two sources of options',
    formOf({ type: 'select', id: 's', key: 's', values, valuesKey: 'x' }),
    ['s values noOptions'],
  ],
  [
    'an option twice',
    formOf({ type: 'select', id: 's', key: 's', values: [...values, ...values] }),
    ['s values optionTwice'],
  ],
  [
    'a default that is no option',
    formOf({ type: 'select', id: 's', key: 's', values, defaultValue: 'x' }),
    ['s defaultValue defaultValue'],
  ],
  [
    'a default that is no date',
    formOf({ type: 'datetime', subtype: 'date', id: 'd', key: 'd', defaultValue: 'today' }),
    ['d defaultValue defaultValue'],
  ],
  [
    'a row named twice',
    formOf({ type: 'dynamiclist', id: 'l', path: 'l', components: [], properties: { rows: 'a:甲|a:乙' } }),
    ['l properties.rows rowKey'],
  ],
])('%s', (_, json, problems) => {
  expect(problemsIn(json)).toEqual(problems)
})

test('a sentence names the component, the key and what was expected, in both languages', () => {
  const parsed = parseForm(formOf(text({ properties: { unit: 'fen' } })))
  const [problem] = parsed.ok ? [] : parsed.problems
  expect(problem && describeProblem(problem, 'zh')).toBe(
    'a.properties.unit：不认识的属性“unit”，此类组件可用的有 en.label, en.description, personal。',
  )
  expect(problem && describeProblem(problem, 'en')).toMatch(/^a\.properties\.unit: Unknown property “unit”/)
})
