import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CertificateOffice,
  type Matter,
  openCertificateOffice,
  refusalOf,
} from '../../tests/support/certificate-office.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-09-20 08:00')
  await establish()
})
afterAll(() => office.close())

const [KEEPER, OTHER_KEEPER, LEADER, STAFFING] = ['jian-shuyan', 'pei-xiuwen', 'tao-ruoshui', 'bian-wenhe']
const [STREET, DEPARTMENT, CITY, PROVINCE] = ['zheng-huaiyuan', 'qu-weimin', 'shi-tongda', 'shen-houde']

/** Everybody with a certificate stands in the establishment but one; of two the age is known. */
async function establish(): Promise<void> {
  const male = { category: 'male', validFrom: '2025-01-01' }
  await office.enter('retirement-ages', KEEPER, { ...male, bornFrom: '1940-01', bornTo: '1964-12', ageMonths: '720' })
  await office.enter('retirement-ages', KEEPER, { ...male, bornFrom: '1965-01', bornTo: '1965-04', ageMonths: '721' })
  const holders = office.app.house.registers.service.inService('2026-09-20', '2026-09-20T00:00:00.000Z')
  for (const { personId, entity } of holders) {
    if (personId === 'su-jingxing') continue
    const row = { personId, org: entity, staffing: 'civilServant', post: '执法岗', validFrom: '2025-01-01' }
    const aged = personId === 'ye-wanzhou' ? { category: 'male', bornIn: '1965-03' } : {}
    await office.enter('staff-register', STAFFING, { ...row, ...aged })
  }
}

interface Item {
  certNo: string
  holderId: string
  unitOrg: string
  source: string
  suspectReason: string
}

const itemsOf = async (matter: Matter) => (await matter.variable('items')) as unknown as Item[]

async function decide(matter: Matter, decision: (item: Item) => string, as = KEEPER): Promise<void> {
  const items = (await itemsOf(matter)).map(item => ({ ...item, decision: decision(item), decisionReason: '经核对' }))
  await matter.complete('district-review-batch', as, { items: items as never })
}

test('九月二十日九点自动开始：各单位报告，比对，审核，批准，逐证注销，上报，公布', async () => {
  await office.at('2026-09-20 09:00')
  const matter = await office.found('cert-monthly-cleanup')
  expect(await matter.openTasks()).toEqual(['unit-report', 'unit-report'])
  await matter.complete('unit-report', STREET, {
    changes: [{ officerId: 'deng-ziyang', reason: 'transferOut', at: '2026-09-10' }],
  })
  await matter.complete('unit-report', DEPARTMENT, { noChange: true })
  const items = await itemsOf(matter)
  expect(items.map(({ holderId, source, suspectReason }) => [holderId, source, suspectReason])).toEqual([
    ['deng-ziyang', 'report', 'transferOut'],
    ['ye-wanzhou', 'age', 'retire'],
    ['su-jingxing', 'staff', 'transferOut'],
  ])
  await decide(matter, ({ source }) => (source === 'report' ? 'cancel' : 'ask'))
  expect(await matter.openTasks()).toEqual(['unit-clarify'])
  await matter.complete('unit-clarify', STREET, { answer: '叶晚舟延迟退休；苏景行已经辞职' })
  await decide(matter, ({ holderId }) => (holderId === 'ye-wanzhou' ? 'keep' : 'cancel'))
  await matter.complete('approve-batch', LEADER, { batchAction: 'approve', docNo: '武司清〔2026〕9号' })
  expect([office.stateOf('E420106-0413'), office.stateOf('E420106-0415'), office.stateOf('E420106-0414')]).toEqual([
    'cancelled',
    'cancelled',
    'valid',
  ])
  expect(await office.count('cert-revoke')).toBe(2)
  await matter.complete('batch-submit', KEEPER, { submitNote: '本月注销两件' })
  await matter.complete('city-forward', CITY, { action: 'return', upperNote: '补汇总表' })
  await matter.complete('batch-submit', KEEPER, { submitNote: '已补汇总表' })
  await matter.complete('city-forward', CITY, { action: 'forward' })
  await matter.complete('province-confirm', PROVINCE, { action: 'confirm' })
  expect(await matter.ends()).toEqual(['end-submitted'])
})
