import { openCertificateOffice } from '../support/certificate-office.ts'
import { certificateYear } from './load-certificates.ts'
import { planOf, qinhuangdao2024 } from './qinhuangdao-2024.ts'

const MONTHS = 10

/** Works the whole year through the procedures and says of each month and of the year whether it equals the report. */
async function run(): Promise<boolean> {
  const office = await openCertificateOffice('2024-01-02 09:00')
  const plan = planOf(qinhuangdao2024, MONTHS)
  const year = await certificateYear(office, plan, qinhuangdao2024)
  let isEqual = true
  const check = (what: string, found: unknown, wanted: unknown) => {
    const same = JSON.stringify(found) === JSON.stringify(wanted)
    isEqual &&= same
    process.stdout.write(`${same ? 'equal' : 'DIFFERENT'}  ${what}: ${JSON.stringify(found)}\n`)
  }
  for (const [at, month] of plan.entries()) {
    const isLast = at === plan.length - 1
    const finish = await year.issue(month, isLast)
    const issued = month.issuedInStreets + month.issuedInDepartments + month.issuedSupervision
    const inYear = office.report('2024').issued
    if (isLast) check('without one application', office.report(month.month).issued, issued - 1)
    await finish()
    if (isLast) check('with it the year has one more', office.report('2024').issued, inYear + 1)
    await year.cleanUp(month)
    const cancelled = month.cancelledInStreets + month.cancelledInDepartments + month.cancelledSupervision
    const { byType, ...found } = office.report(month.month)
    check(month.month, found, { issued, cancelled, reissued: month.reissued })
  }
  const { byType } = office.report('2024')
  const { issued, cancelled, reissued, inService } = qinhuangdao2024
  const enforcement = { issued: issued[0], cancelled: cancelled[0], reissued }
  check('the year', byType, { enforcement, supervision: { issued: issued[1], cancelled: cancelled[1], reissued: 0 } })
  check('in service in townships and streets', year.inStreets(), inService)
  await office.close()
  return isEqual
}

process.exit((await run()) ? 0 : 1)
