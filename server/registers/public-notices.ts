import type { Database } from 'better-sqlite3'
import type { RegisterRecord } from '../journal/act.ts'
import { definePatchedRegister } from './patched-register.ts'

const REGISTER = 'public-notices'

/** A unit that did not report; a certificate declared invalid, or issued; the result of a clean-up; what a holder was told. */
export const NOTICE_KINDS = ['circular', 'invalid', 'cleanup-result', 'told-holder', 'issued'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Something the office made known. */
export interface PublicNotice {
  noticeId: string
  kind: NoticeKind
  title: string
  text: string
  org: string | null
  refId: string
  /** UTC ms. */
  publishedAt: number
}

/** What the office made known (reg.notices); the first record of an id holds. */
export const publicNotices = definePatchedRegister({
  ...{ name: REGISTER, table: 'public_notice', key: 'notice_id', begun: 'publishedAt' },
  columns: ['kind', 'title', 'text', 'org', 'refId'],
})

/** The record that something was made known. */
export function noticeRecord({ noticeId, ...value }: Omit<PublicNotice, 'publishedAt'>): RegisterRecord {
  return { register: REGISTER, op: 'put', id: noticeId, value }
}

export interface PublicNotices {
  /** The newest first; of one certificate, person or batch if given. */
  list(query: { refId?: string | undefined; kind?: NoticeKind | undefined; limit: number }): PublicNotice[]
}

/** Prepares the questions once. */
export function openPublicNotices(db: Database): PublicNotices {
  const list = db.prepare<object, PublicNotice>(
    `SELECT notice_id AS noticeId, kind, title, text, org, ref_id AS refId, published_at AS publishedAt FROM public_notice
     WHERE (@refId IS NULL OR ref_id = @refId) AND (@kind IS NULL OR kind = @kind)
     ORDER BY published_at DESC, notice_id DESC LIMIT @limit`,
  )
  return { list: ({ refId, kind, limit }) => list.all({ refId: refId ?? null, kind: kind ?? null, limit }) }
}
