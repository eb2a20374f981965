import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CertificateOffice,
  type Matter,
  openCertificateOffice,
  refusalOf,
} from '../../tests/support/certificate-office.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-03-02 09:00')
})
afterAll(() => office.close())

const [DIRECTOR, DEPUTY, STAFFING, TRAINER] = ['zheng-huaiyuan', 'mei-qinghe', 'bian-wenhe', 'yuan-bowen']
const [KEEPER, OTHER_KEEPER, CITY, PROVINCE] = ['jian-shuyan', 'pei-xiuwen', 'shi-tongda', 'shen-houde']

const FORM = {
  ...{ bizType: 'new', certType: 'enforcement', idNo: '420106198001010015', staffing: 'civilServant', post: '执法岗' },
}

let hours = 0
async function train(personId: string, kind: string, amount: string, heldOn = '2026-02-20') {
  hours += 1
  const row = { trainingId: `T-${hours}`, personId, kind, hours: amount, course: '岗前培训', heldOn }
  await office.enter('training-hours', TRAINER, row)
}

async function applied(personId: string, values: object = {}, by = DIRECTOR): Promise<Matter> {
  const matter = await office.start('cert-issue', by)
  await matter.complete('apply', by, { ...FORM, personId, ...values })
  return matter
}

const staffed = (matter: Matter, staffingChecked = 'civilServant', inStaff = true) =>
  matter.complete('staffing-check', STAFFING, { staffingChecked, inStaff })
const examined = (matter: Matter, score: number, by = OTHER_KEEPER) =>
  matter.complete('exam', by, { generalScore: score, specialScore: score })

async function reviewed(matter: Matter): Promise<void> {
  await matter.complete('district-review', KEEPER, { action: 'approve', returnedReason: '材料齐全' })
  await matter.complete('city-review', CITY, { action: 'approve', returnedReason: '同意' })
  await matter.complete('province-approve', PROVINCE, { action: 'approve', returnedReason: '批准' })
}

async function issued(matter: Matter, certNo: string, values: object = {}): Promise<void> {
  const day = new Date(office.app.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await matter.complete('issue', KEEPER, { certNo, validFrom: day, validTo: '2031-03-01', qr: certNo, ...values })
}

const rowOf = async (matter: Matter) =>
  office.app.house.registers.matters.find(String(await matter.variable('applicationId')))!

const PLENTY = ['common', 'professional'] as const
async function trained(personId: string): Promise<void> {
  for (const kind of PLENTY) await train(personId, kind, kind === 'common' ? '20' : '40')
}

test('申领：核编、学时、考试、三级审核、制证，证件生效', async () => {
  await trained('wen-rusong')
  const matter = await applied('wen-rusong')
  await staffed(matter)
  expect(await matter.limitOf('exam')).toBeNull()
  await examined(matter, 80)
  expect(await matter.limitOf('district-review')).toMatchObject({ dueDate: '2026-03-09T16:00:00.000Z' })
  await reviewed(matter)
  expect(await matter.variable('validTo')).toBe('2031-03-01')
  await issued(matter, 'E420106-1001')
  expect(await matter.ends()).toEqual(['end-issued'])
  expect(office.stateOf('E420106-1001')).toBe('valid')
  expect(office.app.house.registers.notices.list({ refId: 'E420106-1001', limit: 5 })).toMatchObject([
    { kind: 'issued', text: '温如松，粮道街道办事处，行政执法证证号 E420106-1001，有效期至 2031-03-01。' },
  ])
  expect(await rowOf(matter)).toMatchObject({
    ...{ kind: 'new', certType: 'enforcement', certNo: 'E420106-1001', holderId: 'wen-rusong', outcome: 'issued' },
  })
})

test('1) 辅助人员编制核验即不予通过', async () => {
  const matter = await applied('ding-xiaoman', { staffing: 'other' })
  await staffed(matter, 'other')
  expect(await matter.ends()).toEqual(['end-not-in-staff'])
  expect(await rowOf(matter)).toMatchObject({ outcome: 'rejected', outcomeReason: 'not-in-staff' })
})

test('2) 差 0.5 学时，2026-03-02 起等到 05-01：补录即进考试；3) 补考合格继续', async () => {
  await train('mei-qinghe', 'common', '19.5')
  await train('mei-qinghe', 'professional', '40')
  const matter = await applied('mei-qinghe')
  await staffed(matter)
  expect(await matter.openTasks()).toEqual([])
  expect(await matter.variable('waitUntil')).toBe('2026-05-01T16:00:00.000Z')
  await train('mei-qinghe', 'professional', '1')
  expect(await matter.openTasks()).toEqual([])
  await train('mei-qinghe', 'common', '0.5')
  expect(await matter.openTasks()).toEqual(['exam'])
  await examined(matter, 59)
  expect(await matter.openTasks()).toEqual(['exam'])
  await examined(matter, 60)
  expect(await matter.openTasks()).toEqual(['district-review'])
  await matter.request('withdrawal', DIRECTOR)
  expect(await matter.ends()).toEqual(['end-application-withdrawn'])
  expect(await rowOf(matter)).toMatchObject({ outcome: 'rejected', outcomeReason: 'withdrawn' })
})

test('3) 矩阵·终止：两次不合格的，考试不合格', async () => {
  await trained('yan-shouzheng')
  const matter = await applied('yan-shouzheng')
  await staffed(matter)
  await examined(matter, 40)
  await examined(matter, 59)
  expect(await matter.ends()).toEqual(['end-exam-failed'])
  expect(await rowOf(matter)).toMatchObject({ outcome: 'rejected', outcomeReason: 'exam-failed' })
})

test('4) 补办未批时旧证已经挂失，声明作废，不可用；补办免学时和考试', async () => {
  const lost = { bizType: 'reissue', oldCertNo: 'E420106-0411', lossStatement: '途中遗失' }
  const matter = await applied('lin-shen', lost)
  expect(await matter.openTasks()).toEqual(['staffing-check'])
  expect(office.stateOf('E420106-0411')).toBe('lost')
  expect(office.app.house.registers.notices.list({ refId: 'E420106-0411', limit: 5 })).toMatchObject([
    { kind: 'invalid' },
  ])
  await staffed(matter)
  await reviewed(matter)
  await issued(matter, 'E420106-1011')
  expect(await matter.ends()).toEqual(['end-issued'])
  expect([office.stateOf('E420106-0411'), office.stateOf('E420106-1011')]).toEqual(['lost', 'valid'])
})

test('5) 中心主任给自己申报被拒并说明规则，分管副主任可以', async () => {
  const renewal = { bizType: 'renew', oldCertNo: 'E420106-0401' }
  expect(await refusalOf(applied('zheng-huaiyuan', renewal))).toMatchObject({ status: 403, rule: 'R-SOD' })
  const matter = await applied('zheng-huaiyuan', renewal, DEPUTY)
  expect(await matter.openTasks()).toEqual(['staffing-check'])
  await matter.request('withdrawal', DEPUTY)
})

test('6) 市级退回重报：编制重核；监督证由局负责人申报，变更以后旧证注销', async () => {
  const change = {
    ...{ bizType: 'changeInfo', certType: 'supervision', oldCertNo: 'S420106-0401' },
    ...{ unitOrPostChanged: true, changesText: '调整岗位' },
  }
  const matter = await applied('wei-mingjian', change, 'tao-ruoshui')
  await staffed(matter)
  await matter.complete('district-review', KEEPER, { action: 'approve', returnedReason: '同意' })
  await matter.complete('city-review', CITY, { action: 'return', returnedReason: '照片不合格' })
  await matter.complete('apply', 'tao-ruoshui', { ...FORM, personId: 'wei-mingjian', ...change })
  expect(await matter.openTasks()).toEqual(['staffing-check'])
  await staffed(matter)
  await reviewed(matter)
  await issued(matter, 'S420106-1001')
  expect([office.stateOf('S420106-0401'), office.stateOf('S420106-1001')]).toEqual(['cancelled', 'valid'])
})

test('6) 矩阵·退回补正：退回重报的新申领不再考：成绩沿用；区级、省级也能退回、不予通过', async () => {
  await trained('shen-zhiwei')
  const matter = await applied('shen-zhiwei')
  await staffed(matter)
  await examined(matter, 90)
  await matter.complete('district-review', KEEPER, { action: 'return', returnedReason: '岗位没写清' })
  await matter.complete('apply', DIRECTOR, { ...FORM, personId: 'shen-zhiwei', post: '法制岗' })
  await staffed(matter)
  expect(await matter.openTasks()).toEqual(['district-review'])
  await matter.complete('district-review', KEEPER, { action: 'approve', returnedReason: '同意' })
  await matter.complete('city-review', CITY, { action: 'approve', returnedReason: '同意' })
  await matter.complete('province-approve', PROVINCE, { action: 'return', returnedReason: '核对身份证号' })
  await matter.complete('apply', DIRECTOR, { ...FORM, personId: 'shen-zhiwei' })
  await staffed(matter)
  await matter.complete('district-review', KEEPER, { action: 'approve', returnedReason: '同意' })
  await matter.complete('city-review', CITY, { action: 'approve', returnedReason: '同意' })
  await matter.complete('province-approve', PROVINCE, { action: 'reject', returnedReason: '不符合条件' })
  expect(await matter.ends()).toEqual(['end-rejected'])
  expect(await rowOf(matter)).toMatchObject({ outcome: 'rejected', outcomeReason: 'rejected' })
})

test.each([
  ['区级', 'district'],
  ['市级', 'city'],
])('%s不予通过的，终止', async (_, level) => {
  const info = { bizType: 'changeInfo', oldCertNo: 'E420106-0412', changesText: '更名' }
  const matter = await applied('he-lichuan', info)
  expect(await matter.openTasks()).toEqual(['district-review'])
  const verdict = (at: string) => ({ action: at === level ? 'reject' : 'approve', returnedReason: '见附件' })
  await matter.complete('district-review', KEEPER, verdict('district'))
  if (level === 'city') await matter.complete('city-review', CITY, verdict('city'))
  expect(await matter.ends()).toEqual(['end-rejected'])
  expect(office.stateOf('E420106-0412')).toBe('valid')
})

test('考试组织人不得做区级审核', async () => {
  await trained('zhou-yanqing')
  const matter = await applied('zhou-yanqing')
  await staffed(matter)
  await examined(matter, 90, KEEPER)
  const review = matter.complete('district-review', KEEPER, { action: 'approve', returnedReason: '同意' })
  expect(await refusalOf(review)).toMatchObject({ status: 403, rule: 'R-SOD', id: 'policy.certificate-examiner' })
  await matter.complete('district-review', OTHER_KEEPER, { action: 'approve', returnedReason: '同意' })
  await matter.complete('city-review', CITY, { action: 'approve', returnedReason: '同意' })
  await matter.complete('province-approve', PROVINCE, { action: 'approve', returnedReason: '批准' })
  expect(await refusalOf(issued(matter, 'E420106-0413'))).toMatchObject({ id: 'policy.certificate.number-taken' })
  const withdrawn = matter.request('withdrawal', DIRECTOR)
  expect((await refusalOf(withdrawn)).status).toBe(409)
  await issued(matter, 'E420106-1021')
  expect(await matter.ends()).toEqual(['end-issued'])
})

test('两名管理员各组织了一次考试，无人可审：事件单写明，局负责人指定一人审核', async () => {
  await trained('lu-mingqian')
  const matter = await applied('lu-mingqian')
  await staffed(matter)
  const path = `/process-instances/${matter.key}/requests`
  const designation = { request: 'designation', reason: '两名证件管理员都组织过考试', person: 'yuan-bowen' }
  const leader = await office.desk('tao-ruoshui')
  expect((await refusalOf(leader.send('POST', path, designation))).id).toBe('request.nothing-open')
  await examined(matter, 50, KEEPER)
  await examined(matter, 90, OTHER_KEEPER)
  await office.app.tasksSettled()
  const unmanned = await (await office.desk('fang-yuangui')).get<{ items: { reasons: { text: string }[] }[] }>(
    '/unmanned-tasks',
  )
  const told = unmanned.items.flatMap(({ reasons }) => reasons.map(({ text }) => text))
  expect(told.join()).toMatch(/简书言|裴修文/)
  await leader.send('POST', path, designation)
  await office.settled()
  await office.app.tasksSettled()
  expect(office.app.house.unmannedTasks.open(5)).toEqual([])
  await matter.complete('district-review', TRAINER, { action: 'approve', returnedReason: '材料齐全' })
  expect(await matter.openTasks()).toEqual(['city-review'])
  await matter.request('withdrawal', DIRECTOR)
})

test('同类有效证一人一张；换发的旧证须是本人的', async () => {
  expect(await refusalOf(applied('he-lichuan'))).toMatchObject({ status: 403, id: 'policy.certificate.held' })
  const other = { bizType: 'renew', oldCertNo: 'E420106-0413' }
  expect(await refusalOf(applied('he-lichuan', other))).toMatchObject({ id: 'policy.certificate.not-replaceable' })
})

test('换发：免考试，学时照核；同一人同类证件不同时申报两份；回避、监督介入', async () => {
  await trained('ye-wanzhou')
  const matter = await applied('ye-wanzhou', { bizType: 'renew', oldCertNo: 'E420106-0414' })
  const twice = applied('ye-wanzhou', { bizType: 'reissue', oldCertNo: 'E420106-0414', lossStatement: '遗失' })
  expect(await refusalOf(twice)).toMatchObject({
    ...{ status: 403, id: 'policy.certificate.application-running' },
    detail: expect.stringContaining(String(await matter.variable('applicationId'))),
  })
  await staffed(matter)
  expect(await matter.openTasks()).toEqual(['district-review'])
  const asking = { request: 'recusal', reason: '亲属', person: OTHER_KEEPER }
  await (await office.desk('tao-ruoshui')).send('POST', `/process-instances/${matter.key}/requests`, asking)
  await matter.request('supervision', 'cen-lianqing')
  await matter.complete('respond-supervision', 'tao-ruoshui', { supervisionResponse: '已按程序办理' })
  await reviewed(matter)
  await issued(matter, 'E420106-1014')
  expect(office.stateOf('E420106-0414')).toBe('cancelled')
})

test('2) 到 05-01 仍未补足的，等待补足学时', async () => {
  await train('qin-guanlan', 'common', '19.5')
  const matter = await applied('qin-guanlan')
  await staffed(matter)
  await office.at('2026-05-01 23:00')
  expect(await matter.ends()).toEqual([])
  await office.at('2026-05-02 00:01')
  expect(await matter.ends()).toEqual(['end-waiting'])
  expect(await rowOf(matter)).toMatchObject({ outcome: 'waiting', outcomeReason: 'training-short' })
})

test('矩阵·撤回：届满前六个月，换发的申报自动进入单位的待办；不再需要的撤回并说明', async () => {
  const person = { personId: 'long-jiangman', name: '龙将满', groups: ['street-officer@LDJ-CEC'] }
  await office.employ({ ...person, certificate: 'E420106-0601', certificateEnds: '2026-11-05' })
  await office.at('2026-05-04 23:59')
  const begun = await office.count('cert-issue')
  await office.at('2026-05-05 00:01')
  const renewal = await office.found('cert-issue', ({ personId }) => personId === 'long-jiangman')
  expect(await office.count('cert-issue')).toBe(begun + 1)
  expect(await renewal.tasksOf(DIRECTOR)).toEqual(['apply'])
  const other = { ...FORM, personId: 'lin-shen', bizType: 'renew', oldCertNo: 'E420106-0601' }
  expect(await refusalOf(renewal.complete('apply', DIRECTOR, other))).toMatchObject({ rule: 'R-CERT' })
  await renewal.request('withdrawal', DIRECTOR, '年内退休')
  expect(await renewal.ends()).toEqual(['end-application-withdrawn'])
})

test('每条线都走过', async () => {
  expect(await office.notWalked('cert-issue')).toEqual([])
})
