import { afterAll, expect, test } from 'vitest'
import { certificateYear } from '../../tests/datasets/load-certificates.ts'
import { cut, planOf, qinhuangdao2024 } from '../../tests/datasets/qinhuangdao-2024.ts'
import { type CertificateOffice, openCertificateOffice } from '../../tests/support/certificate-office.ts'

let office: CertificateOffice | undefined
afterAll(() => office?.close())

test('the plan of the whole year adds up to the report', () => {
  const plan = planOf(qinhuangdao2024, 10)
  const sum = (...names: (keyof (typeof plan)[number])[]) =>
    plan.reduce((total, month) => total + names.reduce((of, name) => of + Number(month[name]), 0), 0)
  expect(sum('issuedInStreets', 'issuedInDepartments')).toBe(614)
  expect([sum('issuedSupervision'), sum('cancelledSupervision'), sum('reissued')]).toEqual([16, 6, 10])
  expect(sum('cancelledInStreets', 'cancelledInDepartments')).toBe(829)
})

/** The whole year runs by `npm run qinhuangdao`; here the same months with a handful each. */
test('each month and the total equal the batches; one application that is not finished is one less', async () => {
  office = await openCertificateOffice('2024-01-02 09:00')
  const plan = planOf(cut, 3)
  const year = await certificateYear(office, plan, cut)
  for (const [at, month] of plan.entries()) {
    const finish = await year.issue(month, at === plan.length - 1)
    const issued = month.issuedInStreets + month.issuedInDepartments + month.issuedSupervision
    const [inMonth, inYear] = [office.report(month.month).issued, office.report('2024').issued]
    await finish()
    // The one that stood at its last step is what both sums lacked.
    const added = at === plan.length - 1 ? 1 : 0
    expect(inMonth).toBe(issued - added)
    expect(office.report('2024').issued).toBe(inYear + added)
    await year.cleanUp(month)
    const cancelled = month.cancelledInStreets + month.cancelledInDepartments + month.cancelledSupervision
    expect(office.report(month.month)).toMatchObject({ issued, cancelled, reissued: month.reissued })
  }
  expect(office.report('2024').byType).toEqual({
    enforcement: { issued: cut.issued[0], cancelled: cut.cancelled[0], reissued: cut.reissued },
    supervision: { issued: cut.issued[1], cancelled: cut.cancelled[1], reissued: 0 },
  })
  expect(year.inStreets()).toBe(cut.inService)
})
