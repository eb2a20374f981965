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
  expect(await matter.openTasks()).toEqual(['unit-report', 'unit-report', 'unit-report'])
  await matter.complete('unit-report', LEADER, { noChange: true })
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
  expect(office.app.house.documents.ofInstance(matter.key)).toMatchObject([{ template: 'D47', bizKey: '2026-09' }])
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

test('2) 同月再启动不生第二批', async () => {
  const again = await office.start('cert-monthly-cleanup', KEEPER)
  expect(await again.ends()).toEqual(['end-batch-exists'])
  expect(office.app.house.registers.batches.list(5).map(({ batchId }) => batchId)).toEqual(['2026-09'])
})

test('1) 矩阵·终止：九月二十一日以后，到期通报，宽限届满不再等，注明未报，批次照走', async () => {
  await office.at('2026-10-20 09:00')
  const matter = await office.found('cert-monthly-cleanup', ({ batchId }) => batchId === '2026-10')
  expect((await matter.limitOf('unit-report'))?.dueDate).toBe('2026-10-27T16:00:00.000Z')
  await office.at('2026-10-28 00:01')
  const circulars = () => office.app.house.registers.notices.list({ refId: '2026-10', kind: 'circular', limit: 9 })
  expect(
    circulars()
      .map(({ org }) => org)
      .sort(),
  ).toEqual(['LDJ', 'WC-CG', 'WC-SFJ'])
  expect(await matter.openTasks()).toEqual(['unit-report', 'unit-report', 'unit-report'])
  await matter.complete('unit-report', DEPARTMENT, { noChange: true })
  await matter.complete('unit-report', LEADER, { noChange: true })
  await office.at('2026-10-30 00:01')
  expect(office.app.house.registers.batches.find('2026-10')?.missing).toEqual(['LDJ'])
  expect(await matter.openTasks()).toEqual(['district-review-batch'])
})

test('3) 矩阵·退回补正：编制库没有此人的，先问单位；只有年龄一项的不得直接注销；不经手本人的证件', async () => {
  const matter = await office.found('cert-monthly-cleanup', ({ batchId }) => batchId === '2026-10')
  expect((await itemsOf(matter)).map(({ holderId, source }) => [holderId, source])).toEqual([['ye-wanzhou', 'age']])
  expect(await refusalOf(decide(matter, () => 'cancel'))).toMatchObject({
    status: 403,
    id: 'policy.certificate.age-alone',
  })
  await decide(matter, () => 'ask', OTHER_KEEPER)
  await matter.complete('unit-clarify', STREET, { answer: '已办退休' })
  await decide(matter, () => 'cancel', OTHER_KEEPER)
  await matter.complete('approve-batch', LEADER, { batchAction: 'return', batchReason: '补单位证明' })
  await decide(matter, () => 'cancel')
  await matter.complete('approve-batch', LEADER, { batchAction: 'approve', docNo: '武司清〔2026〕10号' })
  expect(office.stateOf('E420106-0414')).toBe('cancelled')
})

test('4) 5) 市级、省厅退回重报不重复注销；各月注销数之和等于登记簿全年数', async () => {
  const matter = await office.found('cert-monthly-cleanup', ({ batchId }) => batchId === '2026-10')
  const submit = () => matter.complete('batch-submit', KEEPER, { submitNote: '本月注销一件' })
  await submit()
  await matter.complete('city-forward', CITY, { action: 'forward' })
  await matter.complete('province-confirm', PROVINCE, { action: 'return', upperNote: '核对证号' })
  await submit()
  await matter.complete('city-forward', CITY, { action: 'forward' })
  await matter.complete('province-confirm', PROVINCE, { action: 'confirm' })
  expect(await matter.ends()).toEqual(['end-submitted'])
  expect(await office.count('cert-revoke')).toBe(3)
  const { batches, notices } = office.app.house.registers
  const months = ['2026-09', '2026-10'].map(month => office.report(month).cancelled)
  expect([months, office.report('2026').cancelled]).toEqual([[2, 1], 3])
  expect(batches.find('2026-10')).toMatchObject({ outcome: 'submitted', missing: ['LDJ'], docNo: '武司清〔2026〕10号' })
  expect(notices.list({ refId: '2026-10', kind: 'cleanup-result', limit: 5 })).toMatchObject([
    { text: '本月清理注销行政执法证件 1 件；1 个单位未报。' },
  ])
})

test('每一件注销都走完自己的收卡，清理不等它', async () => {
  const revocation = await office.found('cert-revoke', ({ certNo }) => certNo === 'E420106-0414')
  expect(await revocation.openTasks()).toEqual(['collect-card'])
  await revocation.complete('collect-card', OTHER_KEEPER, { action: 'yes' })
  expect(await revocation.ends()).toEqual(['end-cancelled'])
})

test('回避的经办人不能再办；监督介入要书面回应；名单里有局负责人的，由区领导批', async () => {
  await office.at('2026-11-20 09:00')
  const matter = await office.found('cert-monthly-cleanup', ({ batchId }) => batchId === '2026-11')
  const asking = { request: 'recusal', reason: '亲属在清理名单', person: OTHER_KEEPER }
  await (await office.desk(LEADER)).send('POST', `/process-instances/${matter.key}/requests`, asking)
  await matter.request('supervision', 'cen-lianqing')
  await matter.complete('respond-supervision', LEADER, { supervisionResponse: '已按程序办理' })
  for (const by of [STREET, DEPARTMENT]) await matter.complete('unit-report', by, { noChange: true })
  const leaving = { officerId: 'ning-zhengyi', reason: 'transferOut', at: '2026-11-10' }
  await matter.complete('unit-report', LEADER, { changes: [leaving] })
  expect(await refusalOf(decide(matter, () => 'keep', OTHER_KEEPER))).toMatchObject({ status: 403 })
  await decide(matter, () => 'keep')
  expect(await matter.openTasks()).toEqual(['approve-batch'])
  // One of the heads of the bureau is among them, so it is approved above.
  expect(await matter.tasksOf(LEADER)).toEqual([])
  await matter.complete('approve-batch', 'hong-zhaoyuan', { batchAction: 'approve', docNo: '武司清〔2026〕11号' })
})

test('每条线都走过', async () => {
  expect(await office.notWalked('cert-monthly-cleanup')).toEqual([])
})
