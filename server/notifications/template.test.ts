import { describe, expect, test } from 'vitest'
import { kindIds } from './kinds.ts'
import { fill, wrongPlaces } from './template.ts'
import { notificationWords, placesOf } from './words.ts'

describe('a wording', () => {
  test('says what is known, and a dash for what is not', () => {
    expect(
      fill({ subject: '{task}：{caseNo}', body: '请于{due}前办理。' }, { task: '一级审核', due: '9月30日' }),
    ).toEqual({
      subject: '一级审核：—',
      body: '请于9月30日前办理。',
    })
  })

  test('never breaks the line of a subject, so nobody writes a head of his own into a mail', () => {
    expect(fill({ subject: '{task}', body: '' }, { task: 'A\r\nBcc: x@example.cn' }).subject).toBe(
      'A Bcc: x@example.cn',
    )
  })

  test('does not fill in what a value says', () => {
    expect(fill({ subject: '{task}', body: '' }, { task: '{caseNo}', caseNo: '1' }).subject).toBe('{caseNo}')
  })

  test.each([
    ['{task}', []],
    ['{tsak}', ['tsak']],
    ['{task', ['{']],
    ['{}', ['']],
    ['{a} {a} {b}', ['a', 'b']],
  ])('%s has the wrong places %j', (text, wrong) => {
    expect(wrongPlaces(text, ['task'])).toEqual(wrong)
  })
})

describe('what comes with the product', () => {
  test.each(kindIds.flatMap(kind => (['zh', 'en'] as const).map(language => [kind, language] as const)))(
    '%s in %s has only places that are known',
    (kind, language) => {
      const { subject, body } = notificationWords[kind][language]
      expect(wrongPlaces(subject, placesOf(kind))).toEqual([])
      expect(wrongPlaces(body, placesOf(kind))).toEqual([])
      expect(subject).not.toBe('')
    },
  )
})
