import { afterAll, beforeAll, expect, test } from 'vitest'
import { ABOVE, overdue } from '../../tests/support/certificate-limits.ts'
import { type CertificateOffice, openCertificateOffice } from '../../tests/support/certificate-office.ts'
import { limitsNotRunOut } from '../../tests/support/limits-run-out.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-03-02 09:00')
})
afterAll(() => office.close())

const [DIRECTOR, STAFFING, TRAINER, SUPERVISOR] = ['zheng-huaiyuan', 'bian-wenhe', 'yuan-bowen', 'cen-lianqing']
const [KEEPER, OTHER_KEEPER, CITY, PROVINCE] = ['jian-shuyan', 'pei-xiuwen', 'shi-tongda', 'shen-houde']
const agreed = { action: 'approve', returnedReason: '同意' }

test('申领的每一环节逾期都上报，从不因此通过', async () => {
  for (const [kind, hours] of Object.entries({ common: '20', professional: '40' })) {
    const row = { trainingId: kind, personId: 'wen-rusong', kind, hours, course: '岗前培训', heldOn: '2026-02-20' }
    await office.enter('training-hours', TRAINER, row)
  }
  const matter = await office.start('cert-issue', DIRECTOR)
  const form = { idNo: '420106198001010015', staffing: 'civilServant', post: '执法岗' }
  await matter.complete('apply', DIRECTOR, {
    ...{ ...form, bizType: 'new', certType: 'enforcement', personId: 'wen-rusong' },
  })
  const up = [`cert.staffing ${ABOVE.keeper}`]
  expect(await overdue(office, matter, 'staffing-check')).toEqual(up)
  await matter.complete('staffing-check', STAFFING, { staffingChecked: 'civilServant', inStaff: true })
  await matter.complete('exam', OTHER_KEEPER, { generalScore: 80, specialScore: 80 })
  for (const [step, by] of [
    ['district-review', KEEPER],
    ['city-review', CITY],
    ['province-approve', PROVINCE],
  ] as const) {
    up.push(`cert.review ${ABOVE.leader}`)
    expect([step, await overdue(office, matter, step)]).toEqual([step, up])
    await matter.complete(step, by, agreed)
  }
  await matter.request('supervision', SUPERVISOR)
  up.push(`supervision.respond ${ABOVE.district}`, `cert.issue ${ABOVE.leader}`)
  await overdue(office, matter, 'respond-supervision')
  expect((await overdue(office, matter, 'issue')).sort()).toEqual([...up].sort())
})

test('每一期限都逾期过', async () => {
  expect(await limitsNotRunOut('cert-issue', office.app.house)).toEqual([])
})
