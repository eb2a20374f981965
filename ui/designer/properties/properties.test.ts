import { expect, test } from 'vitest'
import type { LimitParameter } from '../../api-types.ts'
import { anotherButton, readActions, writeActions } from './actions.ts'
import { readAssignment, writeAssignment } from './assignment.ts'
import { readBasis, readReference, writeBasis } from './basis.ts'
import { explain, propose, readAmount, readLimitKeys, readProposed, withProposed, writeAmount } from './limits.ts'

test.each([
  ['', []],
  ['=["subdistrict-deputy@" + orgCode]', [{ role: 'subdistrict-deputy', scope: { kind: 'street', suffix: '' } }]],
  [
    '=["center-legal-reviewer@" + orgCode + "-CEC"]',
    [{ role: 'center-legal-reviewer', scope: { kind: 'street', suffix: '-CEC' } }],
  ],
  [
    '=["dept-leader@WC-SFJ", "center-director@" + orgCode + "-PMO"]',
    [
      { role: 'dept-leader', scope: { kind: 'organisation', orgId: 'WC-SFJ' } },
      { role: 'center-director', scope: { kind: 'street', suffix: '-PMO' } },
    ],
  ],
])('candidates %j are roles, and are written as they were', (text, roles) => {
  expect(readAssignment(text)).toEqual({ kind: 'roles', roles })
  expect(writeAssignment(roles as never)).toBe(text)
})

test.each(['=handlerIds', '=[sendDesk]', '=["a@" + org]', 'x@y', '=concatenate([a], b)', '=[]'])(
  'candidates %j are computed, and are left as they are',
  text => expect(readAssignment(text)).toEqual({ kind: 'expression', text }),
)

test('buttons are read and written; a new one has a value of its own', () => {
  const header = 'complete=yes:材料齐全|complete=no:退回补正'
  const buttons = readActions(header)
  expect(buttons).toEqual([
    { field: 'complete', value: 'yes', label: '材料齐全' },
    { field: 'complete', value: 'no', label: '退回补正' },
  ])
  expect(writeActions(buttons)).toBe(header)
  expect(anotherButton(buttons, '延长', 'examine')).toEqual({ field: 'complete', value: 'option3', label: '延长' })
  expect(anotherButton([], '同意', 'first-review')).toMatchObject({ field: 'firstReviewResult', value: 'option1' })
  expect(writeActions([{ field: 'a', value: 'b', label: '甲|乙' }])).toBe('a=b:甲／乙')
})

test('references are read and written, and lead to their article', () => {
  expect(readBasis('行政处罚法 第58条；优化营商环境条例 第58条')).toEqual([
    '行政处罚法 第58条',
    '优化营商环境条例 第58条',
  ])
  expect(writeBasis(['甲法 第1条', '乙法 第2条'])).toBe('甲法 第1条；乙法 第2条')
  expect(readReference('行政处罚法 第25条第2款')).toEqual({ law: '行政处罚法', article: '25' })
  expect(readReference('国办发〔2018〕118号')).toEqual({ law: '国办发〔2018〕118号', article: undefined })
})

test('amounts and keys of limits are read and written', () => {
  expect(readAmount('5WD')).toEqual({ number: 5, unit: 'WD' })
  expect(writeAmount({ number: 3, unit: 'WD' })).toBe('3WD')
  expect(['document', 'yearly 12-15', '5XX', ''].map(readAmount)).toEqual([undefined, undefined, undefined, undefined])
  expect(readLimitKeys('transfer.normal;+transfer.urgent')).toEqual(['transfer.normal', 'transfer.urgent'])
})

const limit = { key: 'review.first', amount: '5WD', mode: 'STRICT', consequence: 'escalate' } as LimitParameter

test('a proposal says why and from when; what is emptied is left out', () => {
  const wanted = { key: 'review.first', amount: '7WD', mode: 'STRICT', consequence: 'escalate' } as const
  const first = propose(undefined, wanted, limit) ?? ''
  const said = explain(first, wanted.key, { reason: '人手增加', effectiveFrom: '2027-01-01' })
  expect(readProposed(said)).toEqual([{ ...readProposed(first)[0], reason: '人手增加', effectiveFrom: '2027-01-01' }])
  expect(explain(said, wanted.key, { reason: '', effectiveFrom: '' })).toBe(first)
  expect(explain(first, 'another', { reason: '人手增加' })).toBe(first)
})

test('how a limit is made longer is proposed beside its amount, and taken back', () => {
  const wanted = { key: limit.key, amount: limit.amount, mode: limit.mode, consequence: limit.consequence }
  const extension = { by: 'review.extension', times: 1, approvers: ['subdistrict-deputy'], basis: [] }
  const first = propose(undefined, { ...wanted, extension }, limit) ?? ''
  expect(readProposed(first)).toEqual([{ ...wanted, extension }])
  expect(withProposed(limit, readProposed(first))).toEqual(limit)
  expect(readProposed(propose(first, { ...wanted, extension: null }, limit) ?? '')[0]?.extension).toBeNull()
  expect(propose(first, wanted, limit)).toBeNull()
})

test('a draft proposes a limit, changes its mind, and proposes nothing when it is as before', () => {
  const wanted = { key: limit.key, amount: '3WD', mode: limit.mode, consequence: limit.consequence }
  const first = propose(undefined, wanted, limit) ?? ''
  expect(readProposed(first)).toEqual([wanted])
  expect(withProposed(limit, readProposed(first)).amount).toBe('3WD')
  const both = propose(first, { ...wanted, key: 'a.other' }, { ...limit, key: 'a.other' }) ?? ''
  expect(readProposed(both).map(({ key }) => key)).toEqual(['a.other', 'review.first'])
  expect(propose(first, { ...wanted, amount: '5WD' }, limit)).toBeNull()
  expect(readProposed('not json')).toEqual([])
})
