import { expect, test } from 'vitest'
import { registerWords, searchedWords } from './register-words.ts'

test.each([
  ['油烟扰民', ['油烟', '烟扰', '扰民']],
  ['LDJ-PT-2026-00231 占道', ['ldj', 'pt', '2026', '231', '占道']],
  ['民主路88号', ['民主', '主路', '88', '号']],
  ['Ａ１２３', ['a123']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['000', ['0']],
  ['', []],
  ['，。—', []],
])('%s is found by %j', (text, words) => {
  expect([...registerWords(text)]).toEqual(words)
})

test.each([
  ['油烟', ['油烟']],
  ['烟', []],
  ['号 88', ['88']],
  ['  ', []],
])('a search for %s goes by %j', (q, words) => {
  expect(searchedWords(q)).toEqual(words)
})
