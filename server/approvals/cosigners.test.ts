import { describe, expect, test } from 'vitest'
import { cosignersOf, isByCandidates, needsTwo } from './cosigners.ts'

const task = { candidateGroups: ['street-officer@LDJ-CEC'], candidateUsers: ['lin-shen'] }

test.each([
  [undefined, false],
  ['false', false],
  ['true', true],
  ['=["a@b"]', true],
])('the header %s asks for two: %s', (header, expected) => {
  expect(needsTwo(header)).toBe(expected)
})

describe('who may sign second', () => {
  test.each([
    ['true', { groups: task.candidateGroups, users: task.candidateUsers }],
    ['=["reviewer@" + orgCode]', { groups: ['reviewer@LDJ'], users: [] }],
    ['="reviewer@" + orgCode', { groups: ['reviewer@LDJ'], users: [] }],
    ['reviewer@LDJ, deputy@LDJ', { groups: ['reviewer@LDJ', 'deputy@LDJ'], users: [] }],
    ['=[]', undefined],
    ['=missing', undefined],
    ['=[1, 2]', undefined],
    ['=["no office"]', undefined],
    ['=if', undefined],
  ])('%s', (header, expected) => {
    expect(cosignersOf(header, task, { orgCode: 'LDJ' })).toEqual(expected)
  })

  test('only `true` leaves it to the candidates', () => {
    expect([isByCandidates('true'), isByCandidates('=["a@b"]')]).toEqual([true, false])
  })
})
