import type { Database } from 'better-sqlite3'
import { toKey } from '../../db/key.ts'
import type { Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { definePatchedRegister } from './patched-register.ts'
import { columnName } from './register.ts'

const REGISTER = 'certificate-matters'

/** What can be applied for, and what can be done to a certificate that was issued. */
export const MATTER_KINDS = [
  ...(['new', 'reissue', 'renew', 'changeInfo'] as const),
  ...(['cancel', 'suspend', 'withdraw', 'restore'] as const),
] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/** How a matter can end; `dismissed` and `rejected` leave the certificate as it was. */
export const MATTER_OUTCOMES = [
  ...(['issued', 'rejected', 'waiting'] as const),
  ...(['cancelled', 'suspended', 'withdrawn', 'restored', 'dismissed'] as const),
] as const
export type MatterOutcome = (typeof MATTER_OUTCOMES)[number]

const COLUMNS = [
  ...(['processInstanceKey', 'kind', 'certType', 'certNo', 'oldCertNo', 'holderId', 'org', 'reasonCode'] as const),
  ...(['batchId', 'docNo', 'effectiveAt', 'suspendUntil', 'retrain', 'collected', 'reportedAt'] as const),
  ...(['outcome', 'outcomeReason', 'endedAt'] as const),
] as const

/** A matter about a certificate: an application, or a disposal of one. */
export interface CertificateMatter {
  matterId: string
  processInstanceKey: Key | null
  kind: MatterKind | null
  certType: string | null
  certNo: string | null
  oldCertNo: string | null
  holderId: string | null
  org: string | null
  reasonCode: string | null
  batchId: string | null
  docNo: string | null
  /** ISO instant. */
  effectiveAt: string | null
  /** Office date. */
  suspendUntil: string | null
  retrain: boolean
  collected: string | null
  /** ISO instant. */
  reportedAt: string | null
  outcome: MatterOutcome | null
  outcomeReason: string | null
  /** UTC ms. */
  begunAt: number
  endedAt: number | null
}

/** Applications for certificates and disposals of them: begun, decided, in effect, ended. */
export const certificateMatters = definePatchedRegister({
  ...{ name: REGISTER, table: 'certificate_matter', key: 'matter_id', columns: COLUMNS },
  ...{ keys: ['processInstanceKey'], begun: 'begunAt', ended: 'endedAt', aliases: { reason: 'outcomeReason' } },
})

/** A part of what is kept of a matter; the rest stays. */
export function matterRecord(matterId: string, value: Record<string, Json>): RegisterRecord {
  return { register: REGISTER, op: 'put', id: matterId, value }
}

export interface MatterQuery {
  q?: string | undefined
  kind?: MatterKind | undefined
  outcome?: MatterOutcome | 'open' | undefined
  batchId?: string | undefined
  /** Only of these bodies; all without. */
  orgs?: readonly string[] | undefined
  limit: number
  /** Id of the last of the page before. */
  after?: string | undefined
}

/** What a disposal is about, or an application: one certificate, or the certificates of a type of one person. */
export type MatterSubject = { certNo: string } | { holderId: string; certType: string }

/** So many matters of a kind took effect and were reported in a month: a cancellation may hold from long before. */
export interface MatterCount {
  /** `YYYY-MM` of the office. */
  month: string
  kind: MatterKind
  certType: string
  count: number
}

export interface CertificateMatters {
  find(matterId: string): CertificateMatter | undefined
  /** The newest first. */
  list(query: MatterQuery): CertificateMatter[]
  /** The latest disposal of a certificate that came into effect, of these kinds. */
  latestOf(certNo: string, kind: MatterKind): CertificateMatter | undefined
  /** What runs about the same and began before this one: whoever comes later waits for it, or gives way. */
  runningBefore(matterId: string, about: MatterSubject): CertificateMatter | undefined
  /** What came into effect, by the month in which it was reported, kind and type; of one body if given. */
  counts(org?: string): MatterCount[]
}

const SELECT = `SELECT matter_id AS matterId, begun_at AS begunAt, ${COLUMNS.map(column => `${columnName(column)} AS ${column}`)}
  FROM certificate_matter`

/** Not in effect yet, of a procedure that runs, and begun before the matter asked for, if that is on record at all. */
const RUNNING_BEFORE = `${SELECT} AS matter WHERE effective_at IS NULL AND outcome IS NULL AND matter_id <> @matterId
  AND process_instance_key IN (SELECT process_instance_key FROM instance_summary WHERE state = 'ACTIVE')
  AND NOT EXISTS (SELECT 1 FROM certificate_matter AS own WHERE own.matter_id = @matterId
    AND (own.begun_at, own.process_instance_key) < (matter.begun_at, matter.process_instance_key))`

type Row = Omit<CertificateMatter, 'processInstanceKey' | 'retrain'> & {
  processInstanceKey: number | null
  retrain: number | null
}

/** Prepares the questions once. */
export function openCertificateMatters(db: Database): CertificateMatters {
  const one = db.prepare<[string], Row>(`${SELECT} WHERE matter_id = ?`)
  const latest = db.prepare<[string, string], Row>(
    `${SELECT} WHERE cert_no = ? AND kind = ? AND effective_at IS NOT NULL ORDER BY begun_at DESC, matter_id DESC LIMIT 1`,
  )
  const list = db.prepare<object, Row>(
    `${SELECT} WHERE (@kind IS NULL OR kind = @kind) AND (@batchId IS NULL OR batch_id = @batchId)
       AND (@outcome IS NULL OR outcome = @outcome OR (@outcome = 'open' AND outcome IS NULL))
       AND (@orgs IS NULL OR org IN (SELECT value FROM json_each(@orgs)))
       AND (@q IS NULL OR instr(coalesce(cert_no, '') || ' ' || matter_id, @q) > 0 OR holder_id = @q OR holder_id IN (
         SELECT person_id FROM person WHERE instr(name, @q) > 0))
       AND (@after IS NULL OR (begun_at, matter_id) < (SELECT begun_at, matter_id FROM certificate_matter WHERE matter_id = @after))
     ORDER BY begun_at DESC, matter_id DESC LIMIT @limit`,
  )
  const disposal = db.prepare<object, Row>(
    `${RUNNING_BEFORE} AND cert_no = @certNo ORDER BY begun_at, process_instance_key LIMIT 1`,
  )
  const application = db.prepare<object, Row>(
    `${RUNNING_BEFORE} AND holder_id = @holderId AND cert_type = @certType AND cert_no IS NULL ORDER BY begun_at, process_instance_key LIMIT 1`,
  )
  const counts = db.prepare<object, MatterCount>(
    `SELECT strftime('%Y-%m', datetime(reported_at, '+8 hours')) AS month, kind, cert_type AS certType, count(*) AS count
     FROM certificate_matter
     WHERE effective_at IS NOT NULL AND reported_at IS NOT NULL AND (@org IS NULL OR org = @org)
     GROUP BY month, kind, certType ORDER BY month, kind, certType`,
  )
  return {
    find(matterId) {
      const row = one.get(matterId)
      return row && matterOf(row)
    },
    latestOf(certNo, kind) {
      const row = latest.get(certNo, kind)
      return row && matterOf(row)
    },
    runningBefore(matterId, about) {
      const row = ('certNo' in about ? disposal : application).get({ ...about, matterId })
      return row && matterOf(row)
    },
    list: ({ q, kind, outcome, batchId, orgs, limit, after }) =>
      list
        .all({
          ...{ q: q ?? null, kind: kind ?? null, outcome: outcome ?? null, batchId: batchId ?? null },
          ...{ orgs: orgs ? JSON.stringify(orgs) : null, limit, after: after ?? null },
        })
        .map(matterOf),
    counts: org => counts.all({ org: org ?? null }),
  }
}

function matterOf({ processInstanceKey, retrain, ...row }: Row): CertificateMatter {
  return {
    ...row,
    processInstanceKey: processInstanceKey === null ? null : toKey(processInstanceKey),
    retrain: retrain === 1,
  }
}
