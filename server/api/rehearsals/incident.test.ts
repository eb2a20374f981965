import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { shippedFiles } from '../../../tests/support/scenarios.ts'
import { signIn } from '../../../tests/support/visitor.ts'
import type { Step } from '../../rehearsal/step.ts'
import type { RehearsalJson } from './schemas.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const START: Step = {
  do: 'start',
  by: 'lin-shen',
  values: {
    ...{ caseNo: 'LDJ-PT-2026-00077', caseTitle: '占用人行道经营案', partyName: '沿阶小馆餐饮店' },
    ...{ reviewType: 'penalty', stage: 'beforeDecision', handlerIds: [] },
  },
}

test('where it cannot go on is called by its name, and why is said in the language of whoever tries', async () => {
  const administrator = await signIn(office, 'fang-yuangui')
  const files = (await shippedFiles('legal-review')).map(({ name, content }) => ({
    name,
    content: content.replaceAll('candidateUsers="=handlerIds"', 'candidateUsers="=nobody"'),
  }))
  const { id } = await administrator.json<RehearsalJson>('POST', '/rehearsals', { files })
  const path = `/rehearsals/${id}`
  await administrator.request('POST', `${path}/steps`, { step: START })
  const incidents = async (language: string) =>
    (await administrator.json<RehearsalJson>('GET', path, undefined, { 'accept-language': language })).incidents
  expect(await incidents('zh')).toEqual([
    { elementId: 'submit', name: '送审', message: '表达式“nobody”应当得到一列，实际是空' },
  ])
  expect((await incidents('en'))[0]?.message).toMatch(/^Expected result of the expression 'nobody' to be 'ARRAY'/)
})
