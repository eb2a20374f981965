import { z } from '@hono/zod-openapi'
import { MATTER_KINDS, MATTER_OUTCOMES } from '../../registers/certificate-matters.ts'
import { CERTIFICATE_KINDS, CERTIFICATE_STATES } from '../../registers/certificates.ts'
import { NOTICE_KINDS } from '../../registers/public-notices.ts'

const Named = z.object({ id: z.string(), name: z.string() })

export const MatterSchema = z
  .object({
    matterId: z.string(),
    processInstanceKey: z.string().nullable(),
    kind: z.enum(MATTER_KINDS).nullable(),
    certType: z.string().nullable(),
    certNo: z.string().nullable(),
    oldCertNo: z.string().nullable(),
    holder: Named.nullable(),
    org: Named.nullable(),
    reasonCode: z.string().nullable(),
    batchId: z.string().nullable(),
    docNo: z.string().nullable(),
    effectiveAt: z.string().nullable(),
    collected: z.string().nullable(),
    /** Office date of its last day. */
    suspendUntil: z.string().nullable(),
    /** Only after a retraining that was passed. */
    retrain: z.boolean(),
    outcomeReason: z.string().nullable(),
    reportedAt: z.string().nullable(),
    outcome: z.enum(MATTER_OUTCOMES).nullable(),
    begunAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .openapi('CertificateMatter')

export const OfficerSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    offices: z.array(z.object({ role: z.string(), org: z.string() })),
    staffing: z.string().nullable(),
    qualification: z.string().nullable(),
    /** Credited this year. */
    hours: z.number(),
    certificates: z.array(
      z.object({ number: z.string(), kind: z.enum(CERTIFICATE_KINDS), state: z.enum(CERTIFICATE_STATES) }),
    ),
  })
  .openapi('Officer')

const Figures = z.object({ issued: z.number().int(), cancelled: z.number().int(), reissued: z.number().int() })
const Sum = Figures.extend({ byType: z.record(z.string(), Figures) })
export const ReportSchema = z
  .object({
    year: z.string(),
    months: z.array(Sum.extend({ month: z.string() })),
    total: Sum,
    inService: z.object({ all: z.number().int(), streets: z.number().int() }),
  })
  .openapi('CertificateReport')

export const NoticeSchema = z
  .object({
    noticeId: z.string(),
    kind: z.enum(NOTICE_KINDS),
    title: z.string(),
    text: z.string(),
    org: Named.nullable(),
    refId: z.string(),
    publishedAt: z.string(),
  })
  .openapi('PublicNotice')
