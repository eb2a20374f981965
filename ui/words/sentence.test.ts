import { expect, test } from 'vitest'
import { fill } from './sentence.ts'

test.each([
  ['{n} 件', { n: 3 }, '3 件'],
  ['{n} {n|task|tasks}', { n: 1 }, '1 task'],
  ['{n} {n|task|tasks}', { n: 2 }, '2 tasks'],
  ['第 {version} 版，{date} 生效', { version: 4, date: '10-09' }, '第 4 版，10-09 生效'],
  ['{missing}', {}, '{missing}'],
])('%s', (sentence, params, expected) => {
  expect(fill(sentence, params)).toBe(expected)
})
