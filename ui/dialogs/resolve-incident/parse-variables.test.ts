import { expect, test } from 'vitest'
import { parseVariables } from './parse-variables.ts'

test.each([
  ['', undefined],
  ['  \n', undefined],
  ['{}', {}],
  ['{ "round": 2, "finalOpinion": "agree" }', { round: 2, finalOpinion: 'agree' }],
])('%j is taken', (text, variables) => {
  expect(parseVariables(text)).toEqual({ ok: true, variables })
})

test.each(['[1]', '"agree"', '3', 'null'])('%s is no object', text => {
  expect(parseVariables(text)).toMatchObject({ ok: false, message: expect.stringContaining('花括号') })
})

test.each(['{\n  "round": x\n}', '{ "round": 2', 'round: 2'])('%s is broken', text => {
  expect(parseVariables(text)).toMatchObject({ ok: false, message: expect.stringContaining('引号') })
})
