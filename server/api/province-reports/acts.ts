import { dayOf } from '../../deadlines/office-day.ts'
import { type ProvinceReport, provinceReportRecord } from '../../registers/province-reports.ts'
import { attemptReport } from '../../workers/certificates/province-attempt.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { requirePermission, submit } from '../submit.ts'

/** The report of an id. @throws Problem 404 */
export function requireReport({ registers }: House, reportId: string): ProvinceReport {
  const report = registers.provinceReports.find(reportId)
  if (!report) throw new Problem('resource.not-found')
  return report
}

/** Hands a report in once more; whether it got through or not is recorded. @throws Problem 409 when it cannot be */
export async function sendReport(house: House, caller: Caller, reportId: string): Promise<void> {
  const report = requireReport(house, reportId)
  const matter = house.registers.matters.find(report.matterId)
  if (!house.province.isOpen || !matter) throw new Problem('province-report.no-address')
  if (report.state === 'answered') throw new Problem('province-report.answered')
  const { error: _, ...deed } = await attemptReport(house.province, report, matter, house.clock.now())
  await submit(house, caller, {
    ...{ kind: 'register', ...deed, subject: { bizKey: report.matterId } },
    permit: person => requirePermission(person, 'certify'),
  })
}

/** What the province said to a report that was carried over by hand, or whose answer came by another way. */
export interface EnteredAnswer {
  isAccepted: boolean
  receiptNo?: string | undefined
  note?: string | undefined
}

/** Enters the province's answer. @throws Problem 409 when it was taken already */
export async function answerReport(
  house: House,
  caller: Caller,
  reportId: string,
  { isAccepted, receiptNo, note }: EnteredAnswer,
): Promise<void> {
  const before = requireReport(house, reportId)
  const { matterId, certNo } = before
  const state = isAccepted ? 'answered' : 'refused'
  const answeredAt = new Date(house.clock.now()).toISOString()
  const told = [note, earlierRefusal(before)].filter(text => text !== undefined).join('；')
  const said = { receiptNo: receiptNo ?? null, note: told || null, enteredBy: caller.person.personId }
  await submit(house, caller, {
    ...{ kind: 'register', verb: 'certificate.report-answered', subject: { bizKey: matterId } },
    payload: { certificate: certNo ?? '', state, receiptNo: receiptNo ?? null },
    register: [provinceReportRecord(reportId, { state, answeredAt, error: null, ...said })],
    permit(person) {
      requirePermission(person, 'certify')
      if (requireReport(house, reportId).state === 'answered') throw new Problem('province-report.answered')
    },
  })
}

/** What the province refused before stays beside what it says now. */
function earlierRefusal({ state, answeredAt, note }: ProvinceReport): string | undefined {
  if (state !== 'refused' || answeredAt === null) return undefined
  return `${dayOf(Date.parse(answeredAt))} 退回${note === null ? '' : `：${note}`}`
}
