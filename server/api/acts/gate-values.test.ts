import { expect, test } from 'vitest'
import type { UserTaskWords } from '../../bpmn/index.ts'
import type { House } from '../house.ts'
import { gateValues } from './gate-values.ts'

const house = {
  cases: {
    find: (caseNo: string) =>
      caseNo === 'A'
        ? { lastMaterialChangeAt: Date.parse('2026-11-20T02:00:00Z'), hearingEndedOn: '2026-11-19' }
        : undefined,
  },
} as unknown as House
const words = (changes: Partial<UserTaskWords>): UserTaskWords => ({
  ...{ id: 'submit', basis: [], actions: [], enforcementAct: false, caseFacts: false },
  ...changes,
})
const valuesOf = (changes: Partial<UserTaskWords>, caseNo: string | null, known = {}) =>
  gateValues(house, { personId: 'lin-shen' }, { words: words(changes), task: { caseNo }, known })

test('a task that asks for nothing gets nothing', () => expect(valuesOf({}, 'A')).toEqual({}))
test('who did it', () => expect(valuesOf({ doneBy: 'submitterId' }, null)).toEqual({ submitterId: 'lin-shen' }))
test('what is registered of the case', () =>
  expect(valuesOf({ caseFacts: true }, 'A')).toEqual({
    lastMaterialChangeAt: '2026-11-20T02:00:00.000Z',
    hearingHeld: true,
  }))
test('a case that nobody registered, of which the procedure knows of a hearing', () =>
  expect(valuesOf({ caseFacts: true }, 'B', { hearingHeld: true })).toEqual({
    lastMaterialChangeAt: null,
    hearingHeld: true,
  }))
