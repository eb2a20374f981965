import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../db/verify.ts'
import { type CaseOffice, openCaseOffice } from '../../../tests/support/case-office.ts'
import { filing } from '../../../tests/support/filing.ts'
import { readings } from '../../open-house.ts'

/** A number under which a review runs, and which nobody has registered. */
const NUMBER = 'LDJ-PT-2026-00777'

let office: CaseOffice
let review: string
beforeAll(async () => {
  office = await openCaseOffice()
  const start = { caseNo: NUMBER, caseTitle: '占道', partyName: '沿阶小馆', handlerIds: [] }
  const variables = { ...start, reviewType: 'penalty', stage: 'beforeDecision' }
  review = await (await office.desk('lin-shen')).start('legal-review', variables)
})
afterAll(() => office.close())

interface ReviewView {
  caseNo: string
  isRegistered: boolean
}
const reviewOf = async () => {
  const { items } = await (await office.visitor('lin-shen')).json<{ items: ReviewView[] }>(
    'GET',
    `/reviews?caseNo=${NUMBER}`,
  )
  return items[0]
}
const takenUp = (caseNo: string, by = 'lin-shen') =>
  office.visitor(by).then(visitor => visitor.request('POST', '/cases', { variables: filing, caseNo } as never))

test('a review of a number nobody registered says so, and there is no case of it', async () => {
  expect(await reviewOf()).toMatchObject({ caseNo: NUMBER, isRegistered: false })
  expect((await (await office.visitor('lin-shen')).request('GET', `/cases/${NUMBER}`)).status).toBe(404)
})

test('its number is taken up by an officer who has to do with it, and by nobody else', async () => {
  expect((await takenUp('LDJ-PT-2026-00778')).status).toBe(404)
  expect((await takenUp(NUMBER, 'ye-wanzhou')).status).toBe(404)
  expect(await (await takenUp(NUMBER)).json()).toEqual({ caseNo: NUMBER })
  expect((await takenUp(NUMBER)).status).toBe(409)
  expect(await reviewOf()).toMatchObject({ isRegistered: true })
  const found = await (await office.visitor('lin-shen')).json<object>('GET', `/cases/${NUMBER}`)
  expect(found).toMatchObject({
    ...{ state: { value: 'reviewing' }, canReview: { permitted: false, refusal: { id: 'case.reviewed-already' } } },
    procedures: [{ processInstanceKey: review }],
  })
  // The next number does not collide with it.
  expect(await office.registered()).toBe('LDJ-PT-2026-00778')
})

test('what was reviewed before the case was registered opens no gate', () => {
  const { cases, reviews } = office.app.house
  const changed = cases.find(NUMBER)!.lastMaterialChangeAt
  const [found] = reviews.ofCase(NUMBER)
  expect(found!.startedAt).toBeLessThanOrEqual(changed)
})

test('the registers are rebuilt from the journal', async () => {
  await office.settled()
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
