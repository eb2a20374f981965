import { expect, test } from 'vitest'
import { decided } from '../../tests/support/decided.ts'

test.each([
  ['新申领', 'new', false, [true, true, true]],
  ['换发', 'renew', false, [true, true, false]],
  ['补办', 'reissue', false, [true, false, false]],
  ['变更单位或者岗位', 'changeInfo', true, [true, false, false]],
  ['其他信息变更', 'changeInfo', false, [false, false, false]],
] as const)('%s：核编、学时、考试', async (_, bizType, unitOrPostChanged, [needStaffing, needTraining, needExam]) => {
  const found = await decided('cert-issue', 'cert-biz-route', { bizType, unitOrPostChanged })
  expect(found).toEqual({ needStaffing, needTraining, needExam })
})
