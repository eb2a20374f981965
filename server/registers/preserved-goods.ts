import type { Database } from 'better-sqlite3'
import { toKey } from '../../db/key.ts'
import type { Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { definePatchedRegister } from './patched-register.ts'
import { columnName } from './register.ts'

const REGISTER = 'preserved-goods'

/** What can become of a thing that is kept as evidence (行政处罚法 第56条). */
export const WAYS = ['return', 'release', 'seize', 'appraise', 'transfer', 'confiscate'] as const
export type Way = (typeof WAYS)[number]

const COLUMNS = [
  ...([
    'preservationId',
    'processInstanceKey',
    'caseNo',
    'org',
    'position',
    'name',
    'quantity',
    'spec',
    'place',
  ] as const),
  ...(['reason', 'executedAt', 'listNo', 'way', 'basis', 'movedTo', 'returnDueAt', 'decisionNo', 'decidedAt'] as const),
  ...(['servedAt', 'servedHow', 'returnedAt', 'receiver', 'lapsedAt'] as const),
] as const

/** A thing that was kept as evidence. Instants are ISO, days office days. */
export interface PreservedGood {
  goodId: string
  preservationId: string
  processInstanceKey: Key | null
  caseNo: string | null
  org: string | null
  position: number
  name: string | null
  quantity: string | null
  spec: string | null
  place: string | null
  reason: string | null
  executedAt: string | null
  listNo: string | null
  way: Way | null
  basis: string | null
  movedTo: string | null
  returnDueAt: string | null
  decisionNo: string | null
  decidedAt: string | null
  servedAt: string | null
  servedHow: string | null
  returnedAt: string | null
  receiver: string | null
  lapsedAt: string | null
  /** UTC ms. */
  begunAt: number
}

/** Goods kept as evidence, thing by thing (reg.preservations). */
export const preservedGoods = definePatchedRegister({
  ...{ name: REGISTER, table: 'preserved_good', key: 'good_id', columns: COLUMNS, begun: 'begunAt' },
  keys: ['processInstanceKey'],
})

/** A part of what is kept of a thing; the rest stays. */
export function goodRecord(preservationId: string, position: number, value: Record<string, Json>): RegisterRecord {
  return {
    register: REGISTER,
    op: 'put',
    id: `${preservationId}/${position}`,
    value: { preservationId, position, ...value },
  }
}

export interface GoodQuery {
  q?: string | undefined
  /** `kept`: nothing was decided yet; `lapsed`; or what was decided. */
  state?: 'kept' | 'lapsed' | Way | undefined
  caseNo?: string | undefined
  /** Only of these bodies; all without. */
  orgs?: readonly string[] | undefined
  limit: number
  /** Id of the last of the page before. */
  after?: string | undefined
}

export interface PreservedGoods {
  /** Of one preservation, as they were listed. */
  of(preservationId: string): PreservedGood[]
  /** The newest first. */
  list(query: GoodQuery): PreservedGood[]
}

type Row = Omit<PreservedGood, 'processInstanceKey'> & { processInstanceKey: number | null }

const SELECT = `SELECT good_id AS goodId, begun_at AS begunAt, ${COLUMNS.map(column => `${columnName(column)} AS ${column}`)}
  FROM preserved_good`

/** Prepares the questions once. */
export function openPreservedGoods(db: Database): PreservedGoods {
  const of = db.prepare<[string], Row>(`${SELECT} WHERE preservation_id = ? ORDER BY position`)
  const list = db.prepare<object, Row>(
    `${SELECT} WHERE (@caseNo IS NULL OR case_no = @caseNo)
       AND (@orgs IS NULL OR org IN (SELECT value FROM json_each(@orgs)))
       AND (@state IS NULL OR way = @state OR (@state = 'lapsed' AND lapsed_at IS NOT NULL)
         OR (@state = 'kept' AND executed_at IS NOT NULL AND way IS NULL AND lapsed_at IS NULL))
       AND (@q IS NULL OR instr(coalesce(name, '') || ' ' || coalesce(case_no, '') || ' ' || preservation_id, @q) > 0)
       AND (@after IS NULL OR (begun_at, good_id) < (SELECT begun_at, good_id FROM preserved_good WHERE good_id = @after))
     ORDER BY begun_at DESC, good_id DESC LIMIT @limit`,
  )
  return {
    of: preservationId => of.all(preservationId).map(goodOf),
    list: ({ q, state, caseNo, orgs, limit, after }) =>
      list
        .all({
          ...{ q: q ?? null, state: state ?? null, caseNo: caseNo ?? null, limit, after: after ?? null },
          orgs: orgs ? JSON.stringify(orgs) : null,
        })
        .map(goodOf),
  }
}

function goodOf({ processInstanceKey, ...row }: Row): PreservedGood {
  return { ...row, processInstanceKey: processInstanceKey === null ? null : toKey(processInstanceKey) }
}
