import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../../db/verify.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { organisationRecord } from '../../identity/register-records.ts'
import { readings } from '../../open-house.ts'

let office: Office
let admin: Visitor
let officer: Visitor
beforeAll(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
  officer = await signIn(office, 'deng-ziyang')
  await office.app.enter([
    organisationRecord('WC-CG', '区城市管理执法局', 'WC-CG', { parent: 'WC-GOV', kind: 'empowering-department' }),
    organisationRecord('ZHL', '中华路街道办事处', 'ZHL', { parent: 'WC-GOV', kind: 'subdistrict' }),
  ])
})
afterAll(() => office.close())

const ITEMS = '/catalogue/enforcement-items'
const item = (itemCode: string, more: object = {}) => ({
  ...{ itemCode, name: '占道经营', domain: '市容环卫', actType: 'penalty', level: 'district', department: 'WC-CG' },
  basis: [{ ref: '武汉市市容条例 第20条', from: '2020-01-01', to: null }],
  ...{ streets: ['LDJ'], tags: ['basic'], guideUrl: null, state: 'in-force', validFrom: '2026-01-01', validTo: null },
  ...more,
})
interface Rows {
  items: { id: string; row: Record<string, unknown>; shown: Record<string, string[]>; isCurrent: boolean }[]
  page: { endCursor?: string }
  fields: { name: string; label: string }[]
}
const list = (query = '', register = 'enforcement-items') => admin.json<Rows>('GET', `/catalogue/${register}${query}`)
const ids = async (query = '', register?: string) => (await list(query, register)).items.map(({ id }) => id)

describe('a row of the catalogue', () => {
  test('is entered, read by everybody in office, changed with a reason, and has a history with old and new value', async () => {
    expect(await admin.json('POST', ITEMS, { row: item('SR-001') })).toEqual({ id: 'SR-001' })
    const read = await officer.json<Rows['items'][0]>('GET', `${ITEMS}/SR-001`)
    expect(read).toMatchObject({ isCurrent: true, row: { itemCode: 'SR-001', streets: ['LDJ'] } })
    expect(read.shown).toMatchObject({
      ...{ streets: ['粮道街道办事处'], department: ['区城市管理执法局'], actType: ['行政处罚'], state: ['生效'] },
      basis: ['武汉市市容条例 第20条（2020-01-01至今）'],
    })
    const row = { streets: ['LDJ', 'ZHL'], state: 'suspended' }
    expect((await admin.request('PUT', `${ITEMS}/SR-001`, { row, reason: '区领导小组会议纪要' })).status).toBe(204)
    const { items } = await admin.json<{ items: object[] }>('GET', `${ITEMS}/SR-001/history`)
    expect(items[0]).toMatchObject({
      ...{ sentence: '更改', reason: '区领导小组会议纪要' },
      fields: [
        { label: '赋权街道', before: '粮道街道办事处', after: '粮道街道办事处、中华路街道办事处' },
        { label: '事项状态', before: '生效', after: '暂停' },
      ],
    })
    expect(items).toHaveLength(2)
    expect((await list()).items[0]).toMatchObject({ id: 'SR-001', isCurrent: false })
  })

  test('is entered once', async () => {
    await admin.json('POST', ITEMS, { row: item('SR-002') })
    expect(await admin.problem(409, 'POST', ITEMS, { row: item('SR-002') })).toMatchObject({ id: 'register.taken' })
  })

  test('says at each field what is wrong', async () => {
    const row = item('SR 3', {
      ...{ actType: 'jail', streets: ['LDJ-CEC', 'XXX'], validTo: '2025-01-01', domain: '', department: 7 },
      basis: [{ ref: '', from: '2026-02-30', to: null }],
    })
    const { errors = [] } = await admin.problem(422, 'POST', ITEMS, { row })
    expect(errors.map(({ path }) => path).sort()).toEqual(
      [
        '/actType',
        '/basis',
        '/basis',
        '/department',
        '/domain',
        '/itemCode',
        '/streets',
        '/streets',
        '/validTo',
      ].sort(),
    )
  })

  test('is found by its words, by the names of organisations, and by kind', async () => {
    await admin.json('POST', ITEMS, { row: item('SR-010', { name: '油烟扰民', domain: '生态环境', streets: ['ZHL'] }) })
    await admin.json('POST', ITEMS, { row: item('SR-011', { name: '违法建设', actType: 'coercion', streets: [] }) })
    expect(await ids('?q=油烟')).toEqual(['SR-010'])
    expect(await ids('?q=中华路')).toContain('SR-010')
    expect(await ids('?org=ZHL')).toContain('SR-010')
    expect(await ids('?org=ZHL')).not.toContain('SR-011')
    expect(await ids('?kind=coercion')).toEqual(['SR-011'])
    const first = await list('?limit=2')
    expect([...first.items.map(({ id }) => id), ...(await ids(`?after=${first.page.endCursor}`))]).toEqual(await ids())
  })

  test('is kept by those who answer for the catalogue alone', async () => {
    await officer.problem(403, 'POST', ITEMS, { row: item('SR-099') })
    await officer.problem(403, 'GET', `${ITEMS}/SR-001/history`)
    await admin.problem(404, 'GET', `${ITEMS}/SR-404`)
  })
})

test('a confirmation names items that are registered; with it the street is empowered', async () => {
  await admin.json('POST', ITEMS, { row: item('SR-020') })
  const { items, clock } = office.app.house
  const isEmpowered = () => items.isEmpowered('LDJ-CEC', 'SR-020', new Date(clock.now()).toISOString().slice(0, 10))
  expect(isEmpowered()).toBe(false)
  const row = { docNo: '武赋确〔2026〕1号', street: 'LDJ', department: null, items: ['SR-020'], signedOn: '2026-02-01' }
  const wrong = { row: { ...row, items: ['SR-404'] } }
  expect(await admin.problem(422, 'POST', '/catalogue/empowerment-confirmations', wrong)).toMatchObject({
    errors: [{ path: '/items', id: 'register.unknown-item' }],
  })
  await admin.json('POST', '/catalogue/empowerment-confirmations', { row })
  expect(isEmpowered()).toBe(true)
  const path = `/catalogue/empowerment-confirmations/${encodeURIComponent(row.docNo)}`
  expect(await officer.json('GET', path)).toMatchObject({ shown: { items: ['SR-020 占道经营'] } })
})

test('a liaison is known by department, person and first day; another day is another row', async () => {
  const row = { department: 'WC-CG', personId: 'lin-shen', standing: 'main', phone: '8888', validFrom: '2026-01-01' }
  const { id } = await admin.json<{ id: string }>('POST', '/catalogue/liaisons', { row })
  expect(id).toBe('WC-CG.lin-shen.2026-01-01')
  expect(await ids('?q=林慎', 'liaisons')).toEqual([id])
  const change = { row: { validFrom: '2026-02-01' }, reason: '改日期' }
  expect(await admin.problem(422, 'PUT', `/catalogue/liaisons/${id}`, change)).toMatchObject({
    id: 'register.other-row',
  })
})

describe('a register as a file', () => {
  const send = (register: string, text: string, isDryRun = false) =>
    admin.json<{ added: number; changed: number; errors: { row: number; column: string; message: string }[] }>(
      ...(['POST', `/register-files/${register}`, { text, isDryRun }] as const),
    )
  const HEAD = '清单编号,街道,清单类别,事项,牵头或收回部门,事项编码,部门职责,街道职责,起始日,截止日'

  test('comes in whole and goes out the same', async () => {
    const text = `${HEAD}\nLDJ-1,粮道街道办事处,基本履职,占道经营巡查,,SR-001,,日常巡查,2026-01-01,\nLDJ-2,LDJ,配合履职,油烟治理,WC-CG,,牵头查处,协助,2026-01-01,2027-12-31\n`
    expect(await send('duty-lists', text)).toMatchObject({ added: 2, errors: [] })
    const out = await (await admin.request('GET', '/register-files/duty-lists')).text()
    expect(out.split('\r\n').slice(0, 3)).toEqual([
      HEAD,
      'LDJ-1,LDJ,基本履职,占道经营巡查,,SR-001,,日常巡查,2026-01-01,',
      'LDJ-2,LDJ,配合履职,油烟治理,WC-CG,,牵头查处,协助,2026-01-01,2027-12-31',
    ])
    expect(await send('duty-lists', out, true)).toMatchObject({ added: 0, changed: 0, errors: [] })
  })

  test('says by row and column what is wrong, and nothing of it comes in', async () => {
    const text = `${HEAD}\nLDJ-8,粮道街道办事处,基本履职,巡查,,,,,2026-01-01,\nLDJ-9,某某街道,抄送,油烟,,SR-404,,,2026-13-01,\n`
    const { errors } = await send('duty-lists', text, true)
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '街道'],
      [3, '清单类别'],
      [3, '事项编码'],
      [3, '起始日'],
    ])
    await admin.problem(422, 'POST', '/register-files/duty-lists', { text, isDryRun: false })
    expect(await ids('?q=LDJ-8', 'duty-lists')).toEqual([])
  })

  test('keeps lists and articles with their days in one cell', async () => {
    const before = await (await admin.request('GET', '/register-files/enforcement-items')).text()
    expect(before).toContain('武汉市市容条例 第20条@2020-01-01~')
    expect(before).toContain('LDJ；ZHL')
    expect(await send('enforcement-items', before, true)).toMatchObject({ added: 0, changed: 0, errors: [] })
  })
})

test('all of it is rebuilt from the journal', () => {
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
