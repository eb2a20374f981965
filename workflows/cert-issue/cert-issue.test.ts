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

test('申领：核编、学时、考试、三级审核、制证，证件生效', async () => {
  await train('ding-xiaoman', 'common', '20')
  await train('ding-xiaoman', 'professional', '40')
  const matter = await applied('ding-xiaoman')
  await staffed(matter)
  await examined(matter, 80)
  await reviewed(matter)
  await matter.complete('issue', KEEPER, { certNo: 'E420106-1001', validFrom: '2026-03-02', validTo: '2031-03-01' })
  expect(await matter.ends()).toEqual(['end-issued'])
  expect(office.stateOf('E420106-1001')).toBe('valid')
})
