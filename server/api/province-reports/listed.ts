import { z } from '@hono/zod-openapi'
import { officeTime } from '../../clock/office-time.ts'
import { type ProvinceReport, REPORT_STATES } from '../../registers/province-reports.ts'
import { admitReader } from '../admit.ts'
import { CERTIFICATE_READERS } from '../certificate-matters/listed.ts'
import type { House } from '../house.ts'
import type { Language, Words } from '../language.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'

const instant = z.string().nullable()

export const ProvinceReportSchema = z
  .object({
    reportId: z.string(),
    matterId: z.string(),
    processInstanceKey: z.string().nullable(),
    certNo: z.string().nullable(),
    state: z.enum(REPORT_STATES),
    attempts: z.number().int(),
    error: z.string().nullable(),
    sentAt: instant,
    answeredAt: instant,
    receiptNo: z.string().nullable(),
    note: z.string().nullable(),
    /** Who entered the answer by hand. */
    enteredBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    begunAt: z.string(),
  })
  .openapi('ProvinceReport')

const ReportFilter = z.strictObject({ q: z.string().max(50).optional(), state: z.enum(REPORT_STATES).optional() })

const stateWords: Words = {
  listed: { zh: '待人工上报', en: 'to be carried over' },
  sent: { zh: '已报，待回执', en: 'sent' },
  answered: { zh: '已回执', en: 'taken' },
  refused: { zh: '省平台退回', en: 'refused' },
  failed: { zh: '未送达', en: 'did not get through' },
}

/** A report as pages show it. */
export function reportJson({ people, registers }: House, report: ProvinceReport): z.infer<typeof ProvinceReportSchema> {
  const { enteredBy, begunAt, ...plain } = report
  return {
    ...plain,
    processInstanceKey: registers.matters.find(report.matterId)?.processInstanceKey ?? null,
    enteredBy: enteredBy === null ? null : { id: enteredBy, name: people.nameOf(enteredBy) ?? enteredBy },
    begunAt: new Date(begunAt).toISOString(),
  }
}

const HEADING: Readonly<Record<Language, readonly string[]>> = {
  zh: ['事项编号', '证号', '状态', '次数', '列入', '报送', '答复', '回执号', '说明', '登记人'],
  en: ['Matter', 'Number', 'State', 'Attempts', 'Listed', 'Sent', 'Answered', 'Receipt', 'Note', 'Entered by'],
}

/** What the province is told of certificates, and what it said. */
export const provinceReports: ListedRegister<
  typeof ReportFilter,
  ProvinceReport,
  z.infer<typeof ProvinceReportSchema>
> = {
  filter: ReportFilter,
  part(c, filter, { limit, after }) {
    admitReader(c, CERTIFICATE_READERS)
    const found = c.var.house.registers.provinceReports.list({ ...filter, after, limit: limit + 1 })
    return cut(found, limit, ({ reportId }) => reportId)
  },
  shown: ({ var: { house } }, row) => reportJson(house, row),
  file: {
    ...{ verb: 'province-report.export', heading: HEADING },
    lines: (report, { var: { language } }) => [
      [
        ...[report.matterId, report.certNo ?? '', stateWords[report.state]?.[language] ?? report.state],
        ...[
          String(report.attempts),
          officeTime(report.begunAt),
          officeTime(report.sentAt),
          officeTime(report.answeredAt),
        ],
        ...[report.receiptNo ?? '', report.note ?? report.error ?? '', report.enteredBy?.name ?? ''],
      ],
    ],
  },
}
