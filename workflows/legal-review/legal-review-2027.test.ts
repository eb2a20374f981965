import { expect, test } from 'vitest'
import { people, submitted } from '../../tests/support/legal-review.ts'

/** Nobody has announced 2027 yet: the office has only the table of 2026. */
const AFTER_NEW_YEAR = '2027-01-04 09:00'

/** Made up; it leaves out a Monday that would be worked otherwise and makes a Saturday up for it. */
const year2027 = {
  ...{ year: 2027, source: '演示用' },
  ...{ holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-11'], workdays: ['2027-01-16'] },
}

test('没有 2027 年工作日表时，一次审核从头到尾都能办，期限都标为暂定，提前一天预警；导入后变为确定', async () => {
  const play = await submitted()
  await play.until(AFTER_NEW_YEAR)
  await play.complete('intake', { as: people.first, action: 'yes' })
  // 2027-01-05 起第五个周一至周五。
  expect(await play.limitOf('first-review')).toMatchObject({
    ...{ lastDay: '2027-01-11', isProvisional: true, calendarVersion: 1 },
    // 剩一个工作日是 01-08 24:00（即 01-09 00:00），暂定的提前一天。
    urgentDate: '2027-01-07T16:00:00.000Z',
  })
  await play.complete('first-review', { as: people.first })
  expect(await play.limitOf('second-review')).toMatchObject({ lastDay: '2027-01-07', isProvisional: true })

  const other = await submitted()
  await other.complete('intake', { as: people.otherFirst, action: 'yes' })
  expect(await other.limitOf('first-review')).toMatchObject({ lastDay: '2027-01-11', isProvisional: true })
  await other.announce(year2027)
  expect(await other.limitOf('first-review')).toMatchObject({
    ...{ lastDay: '2027-01-12', isProvisional: false, calendarVersion: 2 },
    urgentDate: '2027-01-08T16:00:00.000Z',
  })
  expect((await other.limitActs()).at(-1)).toMatchObject({
    verb: 'limit.recount',
    payload: {
      ...{ reason: 'calendar', calendarVersion: 2 },
      ...{ before: { isProvisional: true }, after: { isProvisional: false } },
    },
  })
  expect(await play.limitOf('second-review')).toMatchObject({ lastDay: '2027-01-07', isProvisional: false })
  await play.complete('second-review', { as: people.second, action: 'true' })
  expect(await play.ends()).toEqual(['end-passed'])
})
