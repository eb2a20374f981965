import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn } from '../../tests/support/visitor.ts'
import { organisationRecord } from '../identity/register-records.ts'
import type { RegisterRecord } from '../journal/act.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.app.enter([
    organisationRecord('ZHL', '中华路街道办事处', 'ZHL', { parent: 'WC-GOV', kind: 'subdistrict' }),
  ])
  const variables = { caseNo: 'LDJ-PT-2026-00001', caseTitle: '占道', partyName: '沿阶小馆', handlerIds: [] }
  const review = { ...variables, reviewType: 'penalty', stage: 'beforeDecision' }
  await (await office.desk('lin-shen')).start('legal-review', review)
})
afterAll(() => office.close())

interface Listed {
  items: { elementId: string; org?: { id: string; name: string }; barred?: { rule: string; detail: string } }[]
  organisations?: { id: string }[]
}
const listed = async (personId: string, query: string) =>
  await (await signIn(office, personId)).json<Listed>('GET', `/user-tasks?${query}`)

test('an auditor and a supervisor see what is open below them, and narrow it to one organisation', async () => {
  for (const personId of ['gu-xingzhi', 'wei-mingjian']) {
    const { items, organisations = [] } = await listed(personId, 'view=supervised')
    expect(items).toMatchObject([{ elementId: 'submit', org: { id: 'LDJ', name: '粮道街道办事处' } }])
    expect(organisations.map(({ id }) => id)).toContain('LDJ')
    expect((await listed(personId, 'view=supervised&org=LDJ')).items).toHaveLength(1)
    expect((await listed(personId, 'view=supervised&org=ZHL')).items).toEqual([])
  }
})

test('what an organisation beside the own line holds stays unseen', async () => {
  const { organisations = [] } = await listed('wei-mingjian', 'view=supervised')
  expect(organisations.map(({ id }) => id)).not.toContain('ZHL')
  const officer = await signIn(office, 'lin-shen')
  expect((await officer.request('GET', '/user-tasks?view=supervised')).status).toBe(403)
})

test('R-CERT: a task of the own post stays in the list of who lost the certificate, with the reason, until it is valid again', async () => {
  const certificateId = 'enforcement-E420106-0412'
  const held = office.app.house.registers.certificates.certificatesOf('lin-shen', office.app.house.clock.now())[0]
  const turned = (state: string, at: string): RegisterRecord => ({
    ...{ register: 'certificate-states', op: 'put', id: `${held?.certificateId ?? certificateId}/${at}` },
    value: {
      certificateId: held?.certificateId ?? certificateId,
      personId: 'lin-shen',
      state,
      effectiveAt: at,
      reason: '考核',
    },
  })
  const own = async () => (await listed('lin-shen', 'view=claimable')).items
  expect(await own()).toMatchObject([{ elementId: 'submit' }])
  expect((await own())[0]?.barred).toBeUndefined()
  await office.app.enter([turned('suspended', '2026-11-20T00:00:00.000Z')])
  expect(await own()).toMatchObject([
    { elementId: 'submit', barred: { rule: 'R-CERT', detail: '行政执法证已暂扣，自该时起不能办理本任务' } },
  ])
  await office.app.enter([turned('valid', '2026-11-21T00:00:00.000Z')])
  expect((await own())[0]?.barred).toBeUndefined()
})
