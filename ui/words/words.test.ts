import { expect, test } from 'vitest'
import { sentences } from './index.ts'
import { lateWords } from './late.ts'

const late = await Promise.all(Object.values(lateWords).map(load => load()))
const all = Object.entries(Object.assign({}, sentences, ...late) as typeof sentences).map(([id, [zh, en]]) => ({
  id,
  zh: String(zh),
  en: String(en),
}))
const placeholders = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(match => match[1]))].sort().join()
const idsOf = (wrong: typeof all) => wrong.map(({ id }) => id)

/** Names of keys, formats, languages and products may be Latin on a Chinese page; words may not. */
const names = ['Ctrl', 'JSON', 'DOCX', 'http', 'https', 'English', 'EN', 'Camunda']
const latinIn = (zh: string) =>
  (zh.replaceAll(/\{[^}]*\}/g, '').match(/[A-Za-z]{2,}/g) ?? []).filter(word => !names.includes(word))

test('every sentence is there in both languages', () => {
  expect(idsOf(all.filter(({ zh, en }) => !zh || !en))).toEqual([])
})

test('both languages take the same parameters', () => {
  expect(idsOf(all.filter(({ zh, en }) => placeholders(zh) !== placeholders(en)))).toEqual([])
})

test('the Chinese page has no English word', () => {
  expect(idsOf(all.filter(({ zh }) => latinIn(zh).length > 0))).toEqual([])
})

test('the English page has no Chinese word', () => {
  expect(idsOf(all.filter(({ en }) => /[\u4e00-\u9fff，。、“”]/.test(en.replaceAll(/[“”]/g, ''))))).toEqual([])
})
