import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'

let office: Office
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

interface Parameter {
  key: string
  value: string | number | boolean
  marks: string[]
  seq: number
  isShipped: boolean
  effectiveFrom: string
}
const find = async (key: string) =>
  (await admin.json<{ items: Parameter[] }>('GET', '/office-parameters')).items.find(each => each.key === key)!
const set = (key: string, value: unknown, more: object = {}, headers = {}) =>
  admin.request(
    'PUT',
    `/office-parameters/${key}`,
    { value, effectiveFrom: '2026-11-24', reason: '本区规定', ...more },
    headers,
  )

test('what the law leaves open or is not confirmed came with the product, each with its mark', async () => {
  expect(await find('review.qualification-since')).toMatchObject({ value: '2018-01-01', marks: ['to-verify'] })
  const { items } = await admin.json<{ items: Parameter[] }>('GET', '/office-parameters')
  expect(items.filter(({ marks }) => marks.length === 0)).toEqual([])
})

test('a parameter is set from a day on, with a reason; what held before still holds before it', async () => {
  const key = 'committee.least-members'
  expect((await set(key, 5, { effectiveFrom: '2026-12-01' })).status).toBe(204)
  const { officeParameters } = office.app.house
  expect([officeParameters.numberOf(key, '2026-11-30'), officeParameters.numberOf(key, '2026-12-01')]).toEqual([3, 5])
  expect(await find(key)).toMatchObject({ value: 3, isShipped: true })
  const { items } = await admin.json<{ items: object[] }>('GET', `/office-parameters/${key}`)
  expect(items[0]).toMatchObject({
    value: 5,
    reason: '本区规定',
    changedBy: { id: 'fang-yuangui' },
    marks: ['configurable'],
  })
})

test.each([
  ['committee.least-members', 1, '/value', 'parameter.range'],
  ['committee.least-members', '3', '/value', 'parameter.range'],
  ['review.qualification-since', '2018-13-01', '/value', 'register.not-a-day'],
  ['review.hired-may-sign', 'yes', '/value', 'register.not-a-value'],
  ['review.document-number', ' ', '/value', 'register.not-a-value'],
])('%s cannot be %s', async (key, value, path, id) => {
  const body = { value, effectiveFrom: '2026-11-24', reason: '试' }
  expect(await admin.problem(422, 'PUT', `/office-parameters/${key}`, body)).toMatchObject({ errors: [{ path, id }] })
})

test('nothing is set for the past, and nothing on what somebody else changed meanwhile', async () => {
  const key = 'recusal.least-attendants'
  expect((await set(key, 3, { effectiveFrom: '2026-11-23' })).status).toBe(422)
  const { seq } = await find(key)
  expect((await set(key, 3, {}, { 'if-match': `"${seq}"` })).status).toBe(204)
  expect((await set(key, 4, {}, { 'if-match': `"${seq}"` })).status).toBe(409)
  expect((await set('no.such-parameter', 4)).status).toBe(404)
})

test('a parameter that nobody shipped is an error of ours, not a default', () => {
  expect(() => office.app.house.officeParameters.numberOf('no.such-parameter', '2026-11-24')).toThrow(
    /no.such-parameter/,
  )
})
