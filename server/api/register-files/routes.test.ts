import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'

let office: Office
let admin: Visitor
beforeEach(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
})
afterEach(() => office.close())

interface Report {
  rows: number
  added: number
  changed: number
  unchanged: number
  errors: { row: number; column: string | null; message: string }[]
}

const HEAD = '人员编号,姓名,角色,机构,起始日,截止日,任职方式'
const CERTIFICATES = '人员编号,类别,证号,起始日,截止日'
const send = (who: Visitor, register: string, lines: string[], isDryRun: boolean) =>
  who.json<Report>('POST', `/register-files/${register}`, { text: lines.join('\n'), isDryRun })

test('a file goes out with BOM and comes in again without a change', async () => {
  const answer = await admin.request('GET', '/register-files/appointments')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = new Uint8Array(await answer.clone().arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = await answer.text()
  expect(text).toContain('lin-shen,林慎,街道执法人员,LDJ-CEC,2025-03-01,,')
  const before = office.app.house.journal.lastSeq()
  const report = await send(admin, 'appointments', [text], false)
  expect(report).toMatchObject({ added: 0, changed: 0, errors: [] })
  expect(report.unchanged).toBeGreaterThan(20)
  expect(office.app.house.journal.lastSeq()).toBe(before)
})

test('new people and changed appointments come in, in one act; a dry run does nothing', async () => {
  const lines = [
    HEAD,
    'jiang-yuan,江远,街道执法人员,LDJ-CEC,2026-12-01,,',
    'jiang-yuan,江远,听证记录员,粮道街道公共管理办公室,2026-12-01,2027-11-30,主持工作',
    'lin-shen,林慎,street-officer,LDJ-CEC,2025-03-01,2026-12-31,',
  ]
  expect(await send(admin, 'appointments', lines, true)).toEqual({
    ...{ rows: 3, added: 2, changed: 1, unchanged: 0, errors: [] },
  })
  expect(office.app.house.people.nameOf('jiang-yuan')).toBeUndefined()
  await send(admin, 'appointments', lines, false)
  expect(office.app.house.people.appointmentsOf('jiang-yuan')).toMatchObject([
    { role: 'hearing-clerk', org: 'LDJ-PMO', to: '2027-11-30', isActing: true },
    { role: 'street-officer', isActing: false },
  ])
  const { items } = await admin.json<{ items: object[] }>('GET', '/personnel/lin-shen/history')
  expect(items[0]).toMatchObject({
    sentence: '由文件导入',
    fields: [{ label: '截止日', before: null, after: '2026-12-31' }],
  })
})

test('errors are told by row and column, all of them, and nothing is done', async () => {
  const lines = [
    HEAD,
    'jiang-yuan,江远,街道执法人员,LDJ-CEC,2026-12-01,,',
    'Jiang,江,市长,NOWHERE,2026-02-30,,代理',
    'he-lichuan,何立川,听证记录员,LDJ-PMO,2026-12-01,2026-11-01,',
    'jiang-yuan,江远,街道执法人员,LDJ-CEC,2026-12-01,,',
    'ye-wanzhou,叶晚舟',
    'su-jingxing,苏景行,街道执法人员,LDJ-CEC,2026-01-01,,',
    'deng-ziyang,,街道执法人员,LDJ-CEC,2025-03-01,,',
  ]
  const { errors } = await send(admin, 'appointments', lines, true)
  expect(errors.map(({ row, column }) => `${row} ${column}`)).toEqual([
    ...['3 人员编号', '3 任职方式', '3 角色', '3 机构', '3 起始日'],
    ...['4 截止日', '5 null', '6 null', '7 起始日', '8 姓名'],
  ])
  expect(errors[3]?.message).toBe('没有“NOWHERE”这个机构')
  const problem = await admin.problem(422, 'POST', '/register-files/appointments', {
    text: lines.join('\n'),
    isDryRun: false,
  })
  expect(problem.errors?.map(({ path }) => path)).toContain('/rows/4/截止日')
  expect(office.app.house.people.nameOf('jiang-yuan')).toBeUndefined()
})

test.each([
  ['a column too few', ['人员编号,姓名'], '缺少列：角色、机构、起始日、截止日、任职方式'],
  ['a column nobody knows', [`${HEAD},备注`], '不认识的列“备注”'],
  ['another encoding', [HEAD, 'x,\ufffd\ufffd,,,,,'], '文件不是 UTF-8 编码'],
  ['an open quote', [HEAD, '"x,,,,,,'], '引号没有成对'],
  ['nothing', [''], '不能空着'],
])('a file with %s is refused as a whole', async (_, lines, message) => {
  const { errors } = await send(admin, 'appointments', lines, true)
  expect(errors.map(error => error.message)).toContain(message)
})

test('certificates: unknown people and handed-on numbers are refused, and so is one of the keeper himself', async () => {
  const keeper = await signIn(office, 'jian-shuyan')
  const good = 'lin-shen,行政执法证,17010116001,2024-01-01,2028-12-31'
  expect(await send(keeper, 'certificates', [CERTIFICATES, good], false)).toMatchObject({ added: 1 })
  const lines = [
    CERTIFICATES,
    good.replace('lin-shen', 'he-lichuan'),
    'nobody,行政执法证,17010116002,2024-01-01,2023-12-31',
  ]
  const { errors } = await send(keeper, 'certificates', lines, true)
  expect(errors.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 证号', '3 人员编号', '3 截止日'])
  const own = { text: `${CERTIFICATES}\njian-shuyan,行政执法监督证,17010199,2024-01-01,2028-12-31`, isDryRun: false }
  expect(await keeper.problem(403, 'POST', '/register-files/certificates', own)).toMatchObject({ rule: 'R-SOD' })
})
