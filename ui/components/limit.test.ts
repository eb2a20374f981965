import { expect, test } from 'vitest'
import { limitOf, waited } from './limit.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const task = (dueDate: string | null, creationDate = '2026-11-16T09:00:00+08:00') => ({
  creationDate,
  dueDate: dueDate && `${dueDate}+08:00`,
  completionDate: null,
  limit: null,
  suspension: null,
  state: 'CREATED' as const,
})

test.each([
  ['no limit', null, '2026-11-24T10:00:00', 'none', undefined],
  ['far away', '2026-11-26T00:00:00', '2026-11-17T10:00:00', 'calm', 8],
  ['the last third', '2026-11-26T00:00:00', '2026-11-24T10:00:00', 'remind', 1],
  ['the last day ends at midnight', '2026-11-26T00:00:00', '2026-11-25T23:59:00', 'urgent', 0],
  ['one minute after midnight', '2026-11-26T00:00:00', '2026-11-26T00:01:00', 'overdue', -1],
  ['later the same day', '2026-11-25T09:00:00', '2026-11-25T10:00:00', 'overdue', 0],
])('%s', (_name, due, now, lamp, daysLeft) => {
  const state = limitOf(task(due), at(now))
  expect([state.lamp, state.daysLeft]).toEqual([lamp, daysLeft])
})

test('a completed task is done, whatever its limit was', () => {
  expect(
    limitOf({ ...task('2026-11-20T00:00:00'), state: 'COMPLETED', completionDate: '2026-11-24T02:00:00Z' }).lamp,
  ).toBe('done')
})

test.each([
  ['2026-11-24T02:00:00Z', '刚到'],
  ['2026-11-24T01:20:00Z', '等 40 分'],
  ['2026-11-23T02:00:00Z', '等 24 小时'],
  ['2026-11-20T02:00:00Z', '等 4 日'],
])('since %s', (since, words) => {
  expect(waited(since, Date.parse('2026-11-24T02:00:30Z'))).toBe(words)
})

const limit = {
  key: 'review.first',
  startDate: '2026-11-16T01:00:00Z',
  dueDate: '2026-11-26T00:00:00+08:00',
  remindDate: '2026-11-20T00:00:00+08:00',
  urgentDate: '2026-11-25T00:00:00+08:00',
  isProvisional: false,
  suspendedDate: null,
  extended: 0,
  restDays: null as string[] | null,
}

test.each([
  ['2026-11-19T23:59:00', 'calm'],
  ['2026-11-20T00:00:00', 'remind'],
  ['2026-11-25T00:00:00', 'urgent'],
  ['2026-11-26T00:00:00', 'overdue'],
])('the lamp of a statutory limit changes with its warnings: %s is %s', (now, lamp) => {
  expect(limitOf({ ...task('2026-11-26T00:00:00'), limit }, at(now)).lamp).toBe(lamp)
})

test('over a holiday the last working day is urgent although days are left', () => {
  const early = { ...limit, urgentDate: '2026-11-24T00:00:00+08:00' }
  expect(limitOf({ ...task('2026-11-26T00:00:00'), limit: early }, at('2026-11-24T10:00:00')).lamp).toBe('urgent')
})

test('a limit that stands still has no days left, whatever its date was', () => {
  const stopped = { ...limit, suspendedDate: '2026-11-20T00:00:00+08:00' }
  expect(limitOf({ ...task(null), limit: stopped }, at('2026-12-24T10:00:00'))).toMatchObject({ lamp: 'paused' })
})

const inWorkdays = { ...limit, restDays: ['2026-11-28', '2026-11-29'] }

test.each([
  ['over a weekend only working days are told', '2026-12-01T00:00:00', '2026-11-26T10:00:00', '剩 2 个工作日'],
  ['the days of the law run through', '2026-12-01T00:00:00', '2026-11-26T10:00:00', '剩 4 日', limit],
  ['overdue over a weekend', '2026-11-28T00:00:00', '2026-11-30T10:00:00', '逾 1 个工作日'],
  ['overdue on a weekend, before the next working day', '2026-11-28T00:00:00', '2026-11-28T10:00:00', '逾 1 日'],
])('%s', (_name, due, now, words, counted = inWorkdays) => {
  expect(limitOf({ ...task(due), limit: counted }, at(now)).text).toBe(words)
})
