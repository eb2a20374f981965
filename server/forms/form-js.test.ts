// @vitest-environment jsdom
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { isSameJson, type Json, type JsonObject } from './json.ts'
import { parseForm } from './parse-form.ts'
import { validateForm } from './validate.ts'

/** The part of form-js that serves as oracle: what it lets through unchanged is accepted. */
interface Viewer {
  submit(): { data: JsonObject; errors: Record<string, unknown> }
  destroy(): void
}

// form-js is CommonJS in disguise: its ES build uses imports without extensions, which Node refuses.
const { createForm } = createRequire(import.meta.url)('@bpmn-io/form-js-viewer') as {
  createForm(options: object): Promise<Viewer>
}

const now = Date.parse('2026-11-24T02:00:00Z')

afterEach(() => document.body.replaceChildren())

async function submitToFormJs(components: object[], data: JsonObject) {
  const container = document.createElement('div')
  document.body.append(container)
  const viewer = await createForm({ container, schema: { type: 'default', id: 'f', components }, data })
  const answer = viewer.submit()
  viewer.destroy()
  return answer
}

// What form-js puts where nothing was entered depends on the field; null is nothing everywhere.
const isUnchanged = (given: Json, kept: unknown): boolean =>
  isSameJson(given, kept) ||
  (given === null && [undefined, '', false].includes(kept as never)) ||
  (given === null && isSameJson(kept, []))

async function formJsAccepts(component: object, value: Json): Promise<boolean> {
  const { data, errors } = await submitToFormJs([component], { a: value })
  return errors.field === undefined && isUnchanged(value, data.a)
}

function weAccept(component: object, value: Json): boolean {
  const parsed = parseForm({ type: 'default', id: 'f', components: [component] })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return validateForm(parsed.form, { a: value }, { variables: {}, now }).ok
}

const field = (type: string, more: object = {}) => ({ type, id: 'field', key: 'a', ...more })

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const written = (rules: object): object => JSON.parse(JSON.stringify(rules))

const word = fc
  .string({ unit: fc.constantFrom('a', 'B', '7', '一', '二', '，', ' '), maxLength: 8 })
  .filter(text => text === '' || text.trim() !== '')
const hundredth = fc.integer({ min: -10_000, max: 10_000 }).map(value => value / 100)
const options = [
  { label: '甲', value: 'a' },
  { label: '乙', value: 'b' },
  { label: '丙', value: 3 },
  { label: '丁', value: true },
]
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const required = maybe(fc.boolean())
const stranger: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(null, '', 'x', 5, true, [], {}, ['x'], { b: 1 })

const textRules = fc.record({
  required,
  minLength: maybe(fc.integer({ min: 0, max: 5 })),
  maxLength: maybe(fc.integer({ min: 2, max: 8 })),
  pattern: maybe(fc.constantFrom('^a', '7', '^[一二]+$')),
})
const numberRules = fc.record({
  decimalDigits: maybe(fc.integer({ min: 0, max: 2 })),
  increment: maybe(fc.constantFrom(0.1, 0.25, 2)),
  validate: fc.record({ required, min: maybe(hundredth), max: maybe(hundredth) }),
})

const cases: [name: string, component: fc.Arbitrary<object>, value: fc.Arbitrary<Json>][] = [
  ['textfield', textRules.map(validate => field('textfield', { validate })), word],
  ['textarea', textRules.map(validate => field('textarea', { validate })), word],
  ['number', numberRules.map(rules => field('number', rules)), hundredth],
  ['checkbox', fc.record({ required }).map(validate => field('checkbox', { validate })), fc.boolean()],
  [
    'select',
    fc.record({ required }).map(validate => field('select', { values: options, validate })),
    fc.constantFrom<Json[]>('a', 'b', 3, true, 'c', '3', 1, null),
  ],
  [
    'radio',
    fc.record({ required }).map(validate => field('radio', { values: options, validate })),
    fc.constantFrom<Json[]>('a', 'b', 3, true, 'c', 'true', null),
  ],
  [
    'checklist',
    fc.record({ required }).map(validate => field('checklist', { values: options, validate })),
    fc.uniqueArray(fc.constantFrom<Json[]>('a', 'b', 3, true, 'c')),
  ],
  ['date', fc.record({ required }).map(validate => field('datetime', { subtype: 'date', validate })), day],
]

describe('form-js accepts what we accept and refuses what we refuse', () => {
  test.each(cases)('%s', async (_, component, value) => {
    await fc.assert(
      fc.asyncProperty(component.map(written), value, async (schema, entered) => {
        expect({ accepted: weAccept(schema, entered) }).toEqual({ accepted: await formJsAccepts(schema, entered) })
      }),
      { numRuns: 60 },
    )
  })

  test.each(['textfield', 'textarea', 'number', 'checkbox', 'select', 'radio', 'checklist', 'datetime'])(
    '%s, with values of other types',
    async type => {
      const more = {
        ...(type === 'datetime' ? { subtype: 'date' } : {}),
        ...(/select|radio|checklist/.test(type) ? { values: options } : {}),
      }
      await fc.assert(
        fc.asyncProperty(stranger, async value => {
          expect({ accepted: weAccept(field(type, more), value) }).toEqual({
            accepted: await formJsAccepts(field(type, more), value),
          })
        }),
        { numRuns: 30 },
      )
    },
  )

  test('what is hidden is neither checked nor submitted', async () => {
    const components = [
      { type: 'checkbox', id: 'b', key: 'b' },
      field('textfield', { validate: { required: true }, conditional: { hide: '=b' } }),
      {
        type: 'group',
        id: 'g',
        path: 'g',
        components: [{ type: 'number', id: 'n', key: 'n', conditional: { hide: '=a = "x"' } }],
      },
      {
        type: 'dynamiclist',
        id: 'l',
        path: 'rows',
        components: [{ type: 'textfield', id: 'c', key: 'c', conditional: { hide: '=b' } }],
      },
    ]
    const parsed = parseForm({ type: 'default', id: 'f', components })
    if (!parsed.ok) throw new Error('the form should be read')
    const entered = fc.record({
      b: fc.boolean(),
      a: fc.constantFrom('', 'x', 'y'),
      g: fc.record({ n: fc.constantFrom(1, 2) }),
      rows: fc.array(fc.record({ c: fc.constantFrom('', 'z') }), { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(entered, async data => {
        const theirs = await submitToFormJs(components, data as unknown as JsonObject)
        const ours = validateForm(parsed.form, data, { variables: {}, now })
        expect(ours.ok).toBe(Object.keys(theirs.errors).length === 0)
        // Where b hides a, form-js still decides g on the hidden value of a; see the deliberate differences.
        fc.pre(!(data.b && data.a === 'x'))
        if (ours.ok) expect(withoutEmpty(ours.data)).toEqual(withoutEmpty(theirs.data))
      }),
      { numRuns: 40 },
    )
  })
})

// form-js leaves out an object all of whose fields are hidden; we keep the empty object.
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter(item => !isSameJson(item, {}))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).map(([name, inner]): [string, Json] => [name, withoutEmpty(inner)])
  return Object.fromEntries(kept.filter(([, inner]) => !isSameJson(inner, {}) && !isSameJson(inner, [])))
}

describe('deliberate differences from form-js', () => {
  const phone = { validate: { validationType: 'phone' } }
  test.each<[why: string, component: object, value: Json, ours: boolean, theirs: boolean]>([
    ['blanks are nothing entered', field('textfield', { validate: { required: true } }), '  ', false, true],
    [
      'a character beyond the basic plane is one character',
      field('textarea', { validate: { maxLength: 1 } }),
      '𠮷',
      true,
      false,
    ],
    ['a tab is kept as it was typed', field('textfield'), 'a\tb', true, false],
    ['a mobile number needs no country', field('textfield', phone), '13800138000', true, false],
    ['a landline needs no country', field('textfield', phone), '027-88880000', true, false],
    [
      'an e-mail address needs a full domain',
      field('textfield', { validate: { validationType: 'email' } }),
      'a@b',
      false,
      true,
    ],
    ['a day that does not exist is no date', field('datetime', { subtype: 'date' }), '2026-02-30', false, true],
    [
      'a day that has passed is refused where it must not have',
      field('datetime', { subtype: 'date', disallowPassedDates: true }),
      '2020-01-01',
      false,
      true,
    ],
    [
      'a time has the zone its field asks for',
      field('datetime', { subtype: 'time', timeSerializingFormat: 'utc_offset' }),
      '10:00',
      false,
      true,
    ],
    ['no time after 23:59', field('datetime', { subtype: 'time' }), '24:30', false, true],
    ['an option counts once', field('checklist', { values: options }), ['a', 'a'], false, true],
    ['a read-only value is not changed', field('textfield', { readonly: true }), 'other', false, true],
  ])('%s', async (_, component, value, ours, theirs) => {
    expect(weAccept(component, value)).toBe(ours)
    expect(await formJsAccepts(component, value)).toBe(theirs)
  })

  test('an unknown name is an error, not dropped in silence', async () => {
    const { data } = await submitToFormJs([field('textfield')], { a: 'x', other: 1 })
    expect(data).toEqual({ a: 'x' })
    expect(validateForm({ type: 'default', id: 'f', components: [] }, { other: 1 }, { variables: {}, now }).ok).toBe(
      false,
    )
  })
})
