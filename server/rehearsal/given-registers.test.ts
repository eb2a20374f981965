import { expect, test } from 'vitest'
import { limitRegisters, registers } from '../registers/index.ts'
import { GIVEN_REGISTERS } from './given-registers.ts'

test('what a scenario may bring is a register, or a part of one that has several', () => {
  const known = [...limitRegisters, ...registers].map(({ name }) => name.replace('register ', ''))
  const parts = ['parties', 'case-officers', 'case-materials']
  expect([...GIVEN_REGISTERS].filter(name => !known.includes(name))).toEqual(parts)
})
