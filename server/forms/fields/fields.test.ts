import { describe, expect, test } from 'vitest'
import { parseForm } from '../parse-form.ts'
import type { Form } from '../schema.ts'
import { validateForm } from '../validate.ts'
import { describeError } from '../words.ts'

const now = Date.parse('2026-11-24T02:00:00Z')

const formOf = (...components: object[]): Form => {
  const parsed = parseForm({ type: 'default', id: 'a-form', components })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.form
}

const field = (type: string, more: object = {}) => ({ type, id: 'a-field', key: 'a', ...more })

describe('one field', () => {
  const values = [
    { label: '同意', value: 'agree' },
    { label: '改正', value: 'correct' },
  ]
  const file = { fileId: 'f1', name: '决定书.pdf', size: 12, type: 'application/pdf' }
  test.each<[string, object, unknown, string | undefined]>([
    ['text', field('textfield'), '好', undefined],
    ['text that is a number', field('textfield'), 1, 'type'],
    ['text with a line break', field('textfield'), '一\n二', 'oneLine'],
    ['required text of blanks', field('textfield', { validate: { required: true } }), ' 　', 'required'],
    ['lines in an area', field('textarea'), '一\n二', undefined],
    ['too short', field('textarea', { validate: { minLength: 3 } }), '  一二 ', 'minLength'],
    [
      'characters beyond the basic plane count once',
      field('textarea', { validate: { maxLength: 2 } }),
      '𠮷𠮷',
      undefined,
    ],
    ['too long', field('textarea', { validate: { maxLength: 2 } }), '一二三', 'maxLength'],
    ['a computed bound', field('textarea', { validate: { maxLength: '=1 + 1' } }), '一二三', 'maxLength'],
    ['pattern', field('textfield', { validate: { pattern: '^A' } }), 'B', 'pattern'],
    [
      'pattern in own words',
      field('textfield', { validate: { pattern: '^A', patternErrorMessage: '以 A 开头' } }),
      'B',
      'custom',
    ],
    ['e-mail', field('textfield', { validate: { validationType: 'email' } }), 'a@b', 'email'],
    ['mobile', field('textfield', { validate: { validationType: 'phone' } }), '13800138000', undefined],
    ['landline', field('textfield', { validate: { validationType: 'phone' } }), '027-88880000', undefined],
    ['not a telephone', field('textfield', { validate: { validationType: 'phone' } }), '88880000', 'phone'],
    ['number', field('number'), 1.5, undefined],
    ['number as text', field('number'), '1.5', 'number'],
    ['not finite', field('number'), Number.POSITIVE_INFINITY, 'number'],
    ['whole number', field('number', { decimalDigits: 0 }), 1.5, 'integer'],
    ['decimals', field('number', { decimalDigits: 1 }), 1.25, 'decimals'],
    ['steps', field('number', { increment: 0.5 }), 1.25, 'increment'],
    ['least', field('number', { validate: { min: 2 } }), 1, 'min'],
    ['most', field('number', { validate: { max: 2 } }), 3, 'max'],
    ['zero is entered', field('number', { validate: { required: true } }), 0, undefined],
    ['money', field('number', { properties: { unit: 'fen' } }), 5_200_000, undefined],
    ['money with a fraction of a fen', field('number', { properties: { unit: 'fen' } }), 1.5, 'fen'],
    ['money beyond exactness', field('number', { properties: { unit: 'fen' } }), 2 ** 53, 'fen'],
    ['money as text', field('number', { properties: { unit: 'fen' } }), '52,000.00', 'money'],
    ['date', field('datetime', { subtype: 'date' }), '2026-02-28', undefined],
    ['date that does not exist', field('datetime', { subtype: 'date' }), '2026-02-29', 'date'],
    ['date that has passed', field('datetime', { subtype: 'date', disallowPassedDates: true }), '2026-11-23', 'passed'],
    ['today', field('datetime', { subtype: 'date', disallowPassedDates: true }), '2026-11-24', undefined],
    ['time', field('datetime', { subtype: 'time' }), '24:00', 'time'],
    ['time without zone', field('datetime', { subtype: 'time' }), '10:30', undefined],
    ['time with a zone nobody asked for', field('datetime', { subtype: 'time' }), '10:30Z', 'time'],
    [
      'moment',
      field('datetime', { subtype: 'datetime', timeSerializingFormat: 'utc_offset' }),
      '2026-11-24T10:30+08:00',
      undefined,
    ],
    [
      'moment without zone',
      field('datetime', { subtype: 'datetime', timeSerializingFormat: 'utc_offset' }),
      '2026-11-24T10:30',
      'datetime',
    ],
    ['option', field('radio', { values }), 'agree', undefined],
    ['no option', field('radio', { values }), 'other', 'option'],
    ['an option of another type', field('select', { values: [{ label: '是', value: true }] }), 'true', 'option'],
    [
      'blocked option',
      field('radio', { values, properties: { 'blocked.agree': '=1 = 1', 'reason.agree': '有问题' } }),
      'agree',
      'optionBlocked',
    ],
    ['options', field('checklist', { values }), ['agree', 'correct'], undefined],
    ['one option twice', field('checklist', { values }), ['agree', 'agree'], 'optionTwice'],
    ['required options', field('checklist', { values, validate: { required: true } }), [], 'required'],
    ['options from a variable', field('select', { valuesKey: 'streets' }), '中华路', undefined],
    [
      'computed options',
      field('select', { valuesExpression: '=for s in streets return s + "街"' }),
      '中华路街',
      undefined,
    ],
    ['checkbox', field('checkbox'), false, undefined],
    ['required checkbox', field('checkbox', { validate: { required: true } }), false, 'required'],
    ['checkbox as text', field('checkbox'), 'true', 'type'],
    ['file', field('filepicker'), file, undefined],
    ['file with an unknown name', field('filepicker'), { ...file, path: '/' }, 'file'],
    ['list where one file belongs', field('filepicker'), [file], 'file'],
    ['files', field('filepicker', { multiple: true }), [file], undefined],
    ['the same file twice', field('filepicker', { multiple: true }), [file, file], 'fileTwice'],
    ['file of another type', field('filepicker', { accept: '.docx, image/*' }), file, 'fileType'],
    ['nothing in an optional field', field('number'), null, undefined],
  ])('%s', (_, component, value, id) => {
    const answer = validateForm(formOf(component), { a: value }, { variables: { streets: ['中华路'] }, now })
    expect(answer.ok ? undefined : answer.errors[0]?.id).toBe(id)
    if (answer.ok) expect(answer.data).toEqual({ a: value })
  })

  test('absent and required', () => {
    const answer = validateForm(
      formOf(field('textfield', { validate: { required: true } })),
      {},
      { variables: {}, now },
    )
    expect(answer).toEqual({ ok: false, errors: [{ path: '/a', id: 'required', params: {} }] })
  })

  test('a wrong type names what was expected and what was found, in both languages', () => {
    const answer = validateForm(formOf(field('textfield')), { a: [] }, { variables: {}, now })
    const error = answer.ok ? undefined : answer.errors[0]
    expect(error && describeError(error, 'zh')).toBe('应为文字，收到的是列表。')
    expect(error && describeError(error, 'en')).toBe('Expected text, found a list.')
  })
})
