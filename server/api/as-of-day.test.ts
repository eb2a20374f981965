import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { readings } from '../open-house.ts'

const ITEM = '/catalogue/enforcement-items/SR-900'
const item = {
  ...{
    itemCode: 'SR-900',
    name: '占道经营',
    domain: '市容环卫',
    actType: 'penalty',
    level: 'street',
    department: null,
  },
  basis: [{ ref: '武汉市市容条例 第20条', from: null, to: null }],
  ...{ streets: ['LDJ'], tags: [], guideUrl: null, state: 'in-force', validFrom: '2026-03-01', validTo: null },
}

/** The office is entered on 24 November; what changes, changes on the 26th. */
let office: Office
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  await (await signIn(office, 'fang-yuangui')).request('POST', '/catalogue/enforcement-items', { row: item })
  await office.until(Date.parse('2026-11-26T02:00:00Z'))
  admin = await signIn(office, 'fang-yuangui')
  await changeEverything()
})
afterAll(() => office.close())

async function changeEverything(): Promise<void> {
  const ok = async (who: Visitor, method: string, path: string, body: object) => {
    const answer = await who.request(method, path, body)
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  }
  const keeper = await signIn(office, 'jian-shuyan')
  const [certificate] = office.app.house.registers.certificates.certificatesOf('he-lichuan', office.app.clock.now())
  const { appointments } = await admin.json<{ appointments: { appointmentId: string }[] }>('GET', '/personnel/lin-shen')
  await ok(admin, 'PATCH', '/personnel/lin-shen', { name: '林谨', reason: '更名' })
  await ok(admin, 'PATCH', '/personnel/lin-shen/appointments', {
    ...{
      appointmentId: appointments[0]?.appointmentId,
      to: '2026-11-25',
      isActing: false,
      isEnded: false,
      reason: '调离',
    },
  })
  await ok(admin, 'POST', '/personnel', {
    ...{ personId: 'jiang-yuan', name: '江远' },
    appointments: [{ role: 'street-officer', org: 'LDJ-CEC', from: '2026-11-26', to: null, isActing: false }],
  })
  await ok(keeper, 'POST', `/certificates/${certificate?.certificateId}/states`, {
    ...{ state: 'suspended', effectiveAt: '2026-11-25T01:00:00Z', reason: '调查', lateReason: '昨日外出' },
  })
  await ok(admin, 'PUT', ITEM, { row: { name: '占用道路经营' }, reason: '按目录更名' })
  await ok(admin, 'PATCH', '/organisations/LDJ-CEC', {
    ...{ name: '粮道街道执法中心', kind: 'enforcement-centre', parent: 'LDJ', entity: 'LDJ', reason: '更名' },
  })
}

interface Listed {
  items: { personId: string; name: string; appointments: { role: string; orgName: string }[] }[]
}
const people = async (query: string) => (await admin.json<Listed>('GET', `/personnel?${query}`)).items

test('people are called as they were called, and hold what they held; who came later is not there', async () => {
  expect(await people('q=林慎&day=2026-11-25')).toMatchObject([
    { name: '林慎', appointments: [{ role: 'street-officer', orgName: '粮道街道综合执法中心' }] },
  ])
  expect(await people('q=林慎')).toEqual([])
  expect(await people('q=lin-shen')).toMatchObject([{ name: '林谨', appointments: [] }])
  expect(await people('q=江远&day=2026-11-25')).toEqual([])
  expect(await people('q=江远')).toHaveLength(1)
  const holders = (await people('role=street-officer&org=LDJ-CEC&day=2026-11-25&limit=50')).map(
    ({ personId }) => personId,
  )
  expect(holders).toContain('lin-shen')
  expect(holders).not.toContain('jiang-yuan')
})

test('before the office began to keep records, who was in office then is shown', async () => {
  expect(await people('q=林慎&day=2025-06-01')).toMatchObject([
    { name: '林慎', appointments: [{ role: 'street-officer' }] },
  ])
})

test('a certificate stands as it stood, what was entered late included', async () => {
  const states = async (query: string) =>
    (await admin.json<{ items: { state: string; changes: object[] }[] }>('GET', `/certificates?q=he-lichuan${query}`))
      .items
  expect(await states('&day=2026-11-24')).toMatchObject([{ state: 'valid', changes: [] }])
  expect(await states('&day=2026-11-25')).toMatchObject([{ state: 'suspended', changes: [{ state: 'suspended' }] }])
  expect(await states('&day=2010-01-01')).toEqual([])
})

test('an item reads as it did, and says whether it held; an organisation bears the name it bore', async () => {
  const named = async (day: string) =>
    (await admin.json<{ items: object[] }>('GET', `/catalogue/enforcement-items?q=SR-900&day=${day}`)).items
  expect(await named('2026-11-25')).toMatchObject([{ isCurrent: true, shown: { name: ['占道经营'] } }])
  expect(await named('2026-11-26')).toMatchObject([{ shown: { name: ['占用道路经营'] } }])
  // Entered in November, it says itself that it held from March.
  expect(await named('2026-04-01')).toMatchObject([{ isCurrent: true }])
  expect(await named('2026-02-01')).toEqual([])
  const centre = async (day: string) =>
    (await admin.json<{ items: { orgId: string }[] }>('GET', `/organisations?day=${day}`)).items.find(
      ({ orgId }) => orgId === 'LDJ-CEC',
    )
  expect(await centre('2026-11-25')).toMatchObject({
    name: '粮道街道综合执法中心',
  })
  expect(await centre('2026-11-26')).toMatchObject({ name: '粮道街道执法中心' })
})

test.each([
  ['appointments', 'lin-shen,林慎,街道执法人员,LDJ-CEC'],
  ['certificates', '暂扣'],
  ['enforcement-items', 'SR-900,占道经营'],
  ['organisations', 'LDJ-CEC,粮道街道综合执法中心,综合执法中心,粮道街道办事处'],
])('the register of %s leaves as a file of that day', async (register, line) => {
  const then = await admin.request('GET', `/register-files/${register}?day=2026-11-25`)
  expect(then.headers.get('content-disposition')).toContain(`${register}-2026-11-25.csv`)
  expect(await then.text()).toContain(line)
  const now = await (await admin.request('GET', `/register-files/${register}`)).text()
  expect(now).not.toContain(line)
})

test.each(['2026-11-27', '2026-02-30', 'x'])('%s is no day that is over', async day => {
  for (const path of [
    '/personnel',
    '/certificates',
    '/organisations',
    '/catalogue/enforcement-items',
    '/register-files/liaisons',
  ])
    expect(await admin.problem(422, 'GET', `${path}?day=${day}`)).toMatchObject({ errors: [{ path: '/day' }] })
})

test('all of it can be rebuilt from the journal', () => {
  expect(verify(office.app.house.db.reader, { readings })).toMatchObject({ differences: [] })
})
