import { expect, test } from 'vitest'
import { createSignInLimit } from './sign-in-limit.ts'

const MINUTE = 60_000

function limitOf(most: number) {
  let at = 0
  const limit = createSignInLimit(most, () => at)
  return {
    limit,
    pass: (milliseconds: number) => (at += milliseconds),
    fail: (account: string, address: string, times: number) => {
      for (let count = 0; count < times; count += 1) limit.attempted(account, address)
    },
  }
}

test('who guesses at one machine shuts out nobody at another', () => {
  const { limit, fail } = limitOf(10)
  fail('lin-shen', 'attacker', 10)
  expect(limit.waitFor('lin-shen', 'attacker')).toBe(15 * MINUTE)
  expect(limit.waitFor('lin-shen', 'own desk')).toBe(0)
})

test('guesses at many machines are counted together, five times as many', () => {
  const { limit, fail, pass } = limitOf(10)
  for (const address of ['a', 'b', 'c', 'd']) fail('lin-shen', address, 10)
  expect(limit.waitFor('lin-shen', 'own desk')).toBe(0)
  fail('lin-shen', 'e', 10)
  expect(limit.waitFor('lin-shen', 'own desk')).toBe(15 * MINUTE)
  pass(15 * MINUTE)
  expect(limit.waitFor('lin-shen', 'own desk')).toBe(0)
})

test('one machine guesses at most fifty times, whatever the accounts', () => {
  const { limit, fail } = limitOf(10)
  for (let account = 0; account < 50; account += 1) fail(`account-${account}`, 'attacker', 1)
  expect(limit.waitFor('untried', 'attacker')).toBe(15 * MINUTE)
  expect(limit.waitFor('untried', 'own desk')).toBe(0)
})

test('a success is no failure, and forgives those before it at this machine alone', () => {
  const { limit, fail } = limitOf(2)
  fail('lin-shen', 'own desk', 1)
  fail('lin-shen', 'attacker', 2)
  limit.attempted('lin-shen', 'own desk')
  limit.succeeded('lin-shen', 'own desk')
  expect(limit.waitFor('lin-shen', 'own desk')).toBe(0)
  expect(limit.waitFor('lin-shen', 'attacker')).toBe(15 * MINUTE)
})
