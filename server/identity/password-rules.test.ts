import { expect, test } from 'vitest'
import { objectionToPassword } from './password-rules.ts'

test.each([
  ['eleven letters', 'elevenchars', 'password.too-short'],
  ['eleven Chinese characters', '晨跑先绕东湖再过珞珈山', 'password.too-short'],
  ['twelve Chinese characters', '晨跑先绕东湖再过珞珈山下', undefined],
  ['one sign only', 'aaaaaaaaaaaaaaa', 'password.too-common'],
  ['digits in a row', '123456789012', 'password.too-common'],
  ['the word itself, with decoration', 'P-assword2026!', 'password.too-common'],
  ['the keyboard', 'Qwertyuiop12', 'password.too-common'],
  ["the account's name, with decoration", 'Lin-Shen-2026', 'password.names-the-account'],
  ['words of one’s own', 'harbour seven lantern', undefined],
])('%s: %s', (_, password, objection) => {
  expect(objectionToPassword(password, 'lin-shen')).toBe(objection)
})
