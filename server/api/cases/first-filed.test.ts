import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice } from '../../../tests/support/case-office.ts'
import { filing, ITEM } from '../../../tests/support/filing.ts'
import type { Json } from '../../engine/index.ts'
import { organisationRecord } from '../../identity/register-records.ts'

/** The party's credit code passes its check digits, and is invented. */
const PARTY = { partyType: 'enterprise', partyName: '江城某公司', creditCode: '91420106MA4L0AB35B' }

/** A case of another street about the same item and party. */
const FILED_ELSEWHERE: Record<string, Json> = {
  ...{
    orgCode: 'ZHL',
    itemCode: ITEM,
    title: '占道经营案',
    source: 'patrol',
    partyId: 'DSR-ZHL-1',
    place: null,
  },
  ...{ discoveredOn: '2026-11-12', conductFrom: '2026-11-10', conductTo: '2026-11-19' },
  ...{ facts: null, basis: null, proposedPenalty: null, hearingEndedOn: null, clause58: [] },
}

let office: CaseOffice
beforeAll(async () => {
  office = await openCaseOffice()
  await office.app.enter([
    organisationRecord('ZHL', '中华路街道办事处', 'ZHL', { kind: 'subdistrict' }),
    { register: 'parties', op: 'put', id: 'DSR-ZHL-1', value: { ...PARTY, orgCode: 'ZHL', isEnterprise: true } },
    { register: 'cases', op: 'put', id: 'ZHL-PT-2026-00001', value: FILED_ELSEWHERE },
  ])
})
afterAll(() => office.close())

const register = async (changes: Record<string, Json>) => {
  const { idType: _, idCard: __, tradeName: ___, ...others } = filing
  const variables = { ...others, ...PARTY, legalRep: '江某', ...changes }
  return await (await office.visitor('lin-shen')).request('POST', '/cases', { variables })
}

test('the street that filed the same conduct first has the case (第25条)', async () => {
  const answer = await register({})
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({
    rule: 'R-FIRST-FILED',
    basis: ['行政处罚法 第25条'],
    detail: expect.stringContaining('中华路街道办事处已就同一当事人的同一行为先行立案（ZHL-PT-2026-00001'),
    remedy: expect.stringContaining('移送'),
  })
})

test('another conduct of the same party is a case of its own', async () => {
  expect((await register({ conductFrom: '2026-11-20', conductTo: '2026-11-20' })).status).toBe(201)
})
