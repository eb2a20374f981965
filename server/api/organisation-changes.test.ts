import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { organisationRecord, personRecords } from '../identity/register-records.ts'
import { readings } from '../open-house.ts'

let office: Office
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  await office.app.enter([
    organisationRecord('WC-CG', '区城管局', 'WC-CG', { parent: 'WC-GOV', kind: 'empowering-department' }),
    organisationRecord('WC-SW', '区水务局', 'WC-SW', { parent: 'WC-GOV', kind: 'empowering-department' }),
    ...personRecords({
      ...{ personId: 'wu-shui', name: '吴水', accountId: 'wu-shui' },
      appointments: [{ role: 'dept-officer', org: 'WC-SW', from: '2025-03-01' }],
    }),
  ])
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

interface Shown {
  orgId: string
  name: string
  state: string | null
  coming: object[]
  warnings: string[]
}
async function organisation(id: string): Promise<Shown> {
  const { items } = await admin.json<{ items: Shown[] }>('GET', '/organisations')
  return items.find(({ orgId }) => orgId === id)!
}
const until = async (day: string) => {
  await office.until(Date.parse(`${day}T02:00:00Z`))
  admin = await signIn(office, 'fang-yuangui')
}

describe('an organisation', () => {
  test('is renamed from a day on; until then it is called as before', async () => {
    const body = { name: '武昌区水务和湖泊局', kind: 'empowering-department', parent: 'WC-GOV', entity: null }
    const change = { ...body, from: '2026-12-01', reason: '机构改革方案' }
    expect((await admin.request('PATCH', '/organisations/WC-SW', change)).status).toBe(204)
    expect(await organisation('WC-SW')).toMatchObject({
      name: '区水务局',
      coming: [{ from: '2026-12-01', name: body.name }],
    })
    const past = { ...change, from: '2026-11-01' }
    expect(await admin.problem(422, 'PATCH', '/organisations/WC-SW', past)).toMatchObject({
      errors: [{ path: '/from' }],
    })
    await until('2026-12-01')
    expect(await organisation('WC-SW')).toMatchObject({ name: body.name, coming: [] })
  })

  test('that was changed by date is changed again at once', async () => {
    const body = {
      name: '区水务和湖泊局',
      kind: 'empowering-department',
      parent: 'WC-GOV',
      entity: null,
      reason: '更正',
    }
    expect((await admin.request('PATCH', '/organisations/WC-SW', body)).status).toBe(204)
    expect(await organisation('WC-SW')).toMatchObject({ name: '区水务和湖泊局' })
  })

  test('is merged from a day on: appointments end the day before, the successor takes its people over', async () => {
    const merger = { from: '2026-12-10', successor: 'WC-CG', takesOver: true, reason: '合并设置' }
    expect((await admin.request('POST', '/organisations/WC-SW/dissolution', merger)).status).toBe(204)
    const offices = (day: string) =>
      office.app.house.people.findPerson('wu-shui', day)?.appointments.map(({ org }) => org)
    expect([offices('2026-12-09'), offices('2026-12-10')]).toEqual([['WC-SW'], ['WC-CG']])
    await until('2026-12-10')
    expect(await organisation('WC-SW')).toMatchObject({ state: 'dissolved', successor: 'WC-CG' })
    const appointment = { role: 'dept-officer', org: 'WC-SW', from: '2026-12-10', to: null, isActing: false }
    expect(await admin.problem(422, 'POST', '/personnel/lin-shen/appointments', appointment)).toMatchObject({
      errors: [{ path: '/org', id: 'register.dissolved' }],
    })
    const { items } = await admin.json<{ items: object[] }>('GET', '/organisations/WC-SW/history')
    expect(items[0]).toMatchObject({ sentence: '并入其他机构', reason: '合并设置' })
  })

  test('with others below it is not dissolved', async () => {
    const body = { from: '2026-12-31', successor: null, reason: '试' }
    expect(await admin.problem(422, 'POST', '/organisations/LDJ/dissolution', body)).toMatchObject({
      errors: [{ path: '/from', id: 'register.has-below' }],
    })
  })

  test('says what its staffing lacks, by the footnotes of the catalogue of roles', async () => {
    expect((await organisation('LDJ-PMO')).warnings).toEqual([])
    expect((await organisation('WC-CG')).warnings).toEqual(['部门业务指导负责人现有 0 人，应为 1 人'])
    const set = { value: 9, effectiveFrom: '2026-12-10', reason: '本区规定' }
    expect((await admin.request('PUT', '/office-parameters/pmo.least-members', set)).status).toBe(204)
    expect((await organisation('LDJ-PMO')).warnings).toEqual([
      expect.stringMatching(/^公共管理办公室法制员现有 \d 人，应不少于 9 人$/),
    ])
  })
})

test('all of it is rebuilt from the journal', () => {
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
