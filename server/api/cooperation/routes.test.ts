import { afterAll, beforeAll, expect, test } from 'vitest'
import { departments } from '../../../tests/support/departments.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn } from '../../../tests/support/visitor.ts'
import { DEMO_PASSWORD } from '../../identity/passwords.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { parseCsv } from '../register-files/csv.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.app.enter([...departments], DEMO_PASSWORD)
  // An act writes one row.
  for (const row of rows) await office.app.enter([row], DEMO_PASSWORD)
})
afterAll(() => office.close())

const transfer = (id: string, round: number, value: RegisterRecord['value']): RegisterRecord => ({
  ...{ register: 'transfers', op: 'put', id: `${id}/${round}` },
  value: {
    ...{ processInstanceKey: id, transferId: `YS-${id}`, roundTrip: round, fromOrg: 'LDJ', toOrg: 'WC-SW' },
    ...value,
  },
})
const rows: readonly RegisterRecord[] = [
  transfer('1', 0, { caseTitle: '向河道倾倒垃圾案', stopOrder: { ongoing: true, ordered: true, mode: 'oral' } }),
  transfer('1', 0, { receiveAction: 'return', returnReason: 'notMyDuty', outcome: 'returned', reason: 'notMyDuty' }),
  transfer('1', 1, {
    caseTitle: '向河道倾倒垃圾案',
    informed: { informed: true },
    goods: [{ name: '铁锹', amount: '1把' }],
  }),
  transfer('2', 0, { caseTitle: '油烟扰民案', fromOrg: 'WC-CG', toOrg: 'WC-SW' }),
  {
    ...{ register: 'disputes', op: 'put', id: '3' },
    value: {
      ...{
        processInstanceKey: '3',
        disputeId: 'ZY-3',
        disputeKind: 'duty',
        caseTitle: '河道保洁',
        docNos: ['武昌执协〔2026〕1号'],
      },
      ...{ applicantOrg: 'LDJ', respondentOrgs: ['WC-SW'], outcome: 'coordinated', ownerOrg: 'WC-SW' },
    },
  },
]

interface Row {
  transferId?: string
  round?: number
  outcome: { label: string }
}
const listOf = async (personId: string, path: string) =>
  (await (await signIn(office, personId)).json<{ items: Row[] }>('GET', path)).items

test('a row for each time a case was sent; what a later record does not say stays', async () => {
  const found = await listOf('lin-shen', '/transfers')
  expect(found.map(({ transferId, round, outcome }) => [transferId, round, outcome.label])).toEqual([
    ['YS-1', 2, '办理中'],
    ['YS-1', 1, '已退回'],
  ])
  expect(found[1]).toMatchObject({
    title: '向河道倾倒垃圾案',
    stopped: { value: 'oral' },
    returnReason: { value: 'notMyDuty' },
  })
  expect(found[0]).toMatchObject({ isInformed: true, goods: ['铁锹 1把'], to: { name: '武昌区水务和湖泊局' } })
})

test.each([
  ['两个字', '/transfers?q=河道', 2],
  ['单位的名字', '/transfers?q=水务', 2],
  ['结果', '/transfers?outcome=returned', 1],
  ['没有的', '/transfers?q=油烟', 0],
  ['争议类型', '/disputes?kind=duty', 1],
  ['争议文号', '/disputes?q=执协', 1],
])('%s', async (_, path, count) => {
  expect(
    await listOf(
      'lin-shen',
      path.replace(/=(.*)$/, (_all, text: string) => `=${encodeURIComponent(text)}`),
    ),
  ).toHaveLength(count)
})

test('a body sees what it takes part in, an auditor everything', async () => {
  expect(await listOf('bai-lianluo', '/transfers')).toHaveLength(1)
  expect(await listOf('bai-lianluo', '/disputes')).toEqual([])
  expect(await listOf('gu-xingzhi', '/transfers')).toHaveLength(3)
})

test('the file holds the same rows, and who took it is written down', async () => {
  const auditor = await signIn(office, 'gu-xingzhi')
  const text = await (await auditor.request('GET', '/registers/transfers/file')).text()
  expect(text.trim().split('\n')).toHaveLength(4)
  expect(text).toContain('移送单号')
  const disputes = await (await auditor.request('GET', '/registers/disputes/file')).text()
  expect(disputes).toContain('河道保洁')
  for (const file of [text, disputes]) {
    const [heading, ...rows] = parseCsv(file)
    for (const { cells } of rows) expect(cells).toHaveLength(heading!.cells.length)
  }
  const verbs = office.app.house.journal.entries({ limit: 1000 }).map(({ verb }) => verb)
  expect(verbs).toEqual(expect.arrayContaining(['transfer.export', 'dispute.export']))
})
