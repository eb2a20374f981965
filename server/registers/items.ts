import type { Database } from 'better-sqlite3'
import type { Organisation } from './people.ts'

/** What an item empowers to. */
export const ACT_TYPES = ['penalty', 'coercion', 'inspection'] as const
/** Whose list an item stands on. */
export const ITEM_LEVELS = ['city', 'district', 'street'] as const
export const ITEM_STATES = ['in-force', 'suspended', 'withdrawn'] as const
/** The duty lists an item is on. */
export const DUTY_LISTS = ['basic', 'assist', 'withdrawn'] as const

/** An article an item rests on, with the office days it holds from and to, both included. */
export interface ItemBasis {
  ref: string
  from: string | null
  to: string | null
}

/** An enforcement item (事项) as it is registered. */
export interface EnforcementItem {
  itemCode: string
  name: string
  domain: string
  actType: (typeof ACT_TYPES)[number]
  level: (typeof ITEM_LEVELS)[number]
  /** The department that held the power before. */
  department: string | null
  /** On the day asked for, only what holds then. */
  basis: ItemBasis[]
  /** Streets that may exercise it. */
  streets: string[]
  tags: (typeof DUTY_LISTS)[number][]
  /** What may be imposed on it, in words of its article. */
  penaltyRange: string | null
  /** Articles that allow coercion, of those that hold on the day asked for; none: there is no power to it. */
  coercionBasis: ItemBasis[]
  /** Id of the decision table of its benchmark of discretion (裁量基准). */
  benchmarkDmn: string | null
  guideUrl: string | null
  state: (typeof ITEM_STATES)[number]
  validFrom: string
  validTo: string | null
}

/** Whether an organisation may act on an item, or why not (行政处罚法 第24条、第38条). */
export type Empowerment =
  | 'empowered'
  | 'unknown-item'
  /** Not yet, no longer, or suspended. */
  | 'not-in-force'
  /** The street is not on the item's list. */
  | 'not-listed'
  /** Taken back from the street. */
  | 'withdrawn'
  /** The street has signed no confirmation (赋权确认书) for it that holds. */
  | 'not-confirmed'

/** What is asked of the register of items; on any connection, also inside a transaction. */
export interface Items {
  /** The item with the articles that hold on an office date. */
  find(itemCode: string, date: string): EnforcementItem | undefined
  /** @param orgId a street, any body of it, or a department */
  empowerment(orgId: string, itemCode: string, date: string): Empowerment
  isEmpowered(orgId: string, itemCode: string, date: string): boolean
  /** The street an organisation belongs to; undefined for those above or beside. */
  streetOf(orgId: string): string | undefined
  /** Every item in force that day, by code. */
  list(date: string): EnforcementItem[]
  /** Items a street may act on that day, by code. */
  listFor(orgId: string, date: string): EnforcementItem[]
}

type Lists = 'basis' | 'streets' | 'tags' | 'coercionBasis'
type Row = Omit<EnforcementItem, Lists> & Record<Lists, string>

const SELECT = `SELECT item_code AS itemCode, name, domain, act_type AS actType, level, department, basis, streets, tags,
  penalty_range AS penaltyRange, coalesce(coercion_basis, '[]') AS coercionBasis, benchmark_dmn AS benchmarkDmn,
  guide_url AS guideUrl, state, valid_from AS validFrom, valid_to AS validTo FROM enforcement_item`
const HOLDS = 'valid_from <= @date AND (valid_to IS NULL OR valid_to >= @date)'

/** Prepares the questions once. */
export function openItems(db: Database, findOrganisation: (orgId: string) => Organisation | undefined): Items {
  const one = db.prepare<[string], Row>(`${SELECT} WHERE item_code = ?`)
  const all = db.prepare<object, Row>(`${SELECT} WHERE ${HOLDS} AND state = 'in-force' ORDER BY item_code`)
  const confirmed = db.prepare<object>(
    `SELECT 1 FROM empowerment_confirmation WHERE street = @street AND signed_on <= @date
       AND (valid_to IS NULL OR valid_to >= @date)
       AND EXISTS (SELECT 1 FROM json_each(items) WHERE value = @itemCode) LIMIT 1`,
  )
  const takenBack = db.prepare<object>(
    `SELECT 1 FROM duty_list WHERE street = @street AND list_type = 'withdrawn' AND item_code = @itemCode AND ${HOLDS}
     LIMIT 1`,
  )

  function streetOf(orgId: string): string | undefined {
    const seen = new Set<string>()
    for (let at: string | null = orgId; at !== null && !seen.has(at); ) {
      seen.add(at)
      const organisation = findOrganisation(at)
      // What was dissolved exercises nothing any more.
      if (organisation?.state === 'dissolved') return undefined
      if (organisation?.kind === 'subdistrict') return at
      at = organisation?.parent ?? null
    }
    return undefined
  }

  function empowerment(orgId: string, itemCode: string, date: string): Empowerment {
    const row = one.get(itemCode)
    if (!row) return 'unknown-item'
    if (row.state !== 'in-force' || row.validFrom > date || (row.validTo ?? date) < date) return 'not-in-force'
    const street = streetOf(orgId)
    // A department acts on what it holds itself; nobody has to hand it over.
    if (street === undefined) return row.department === orgId ? 'empowered' : 'not-listed'
    if (takenBack.get({ street, itemCode, date })) return 'withdrawn'
    if (!(JSON.parse(row.streets) as string[]).includes(street)) return 'not-listed'
    return confirmed.get({ street, itemCode, date }) ? 'empowered' : 'not-confirmed'
  }

  const isEmpowered: Items['isEmpowered'] = (orgId, itemCode, date) =>
    empowerment(orgId, itemCode, date) === 'empowered'
  return {
    find(itemCode, date) {
      const row = one.get(itemCode)
      return row && itemOf(row, date)
    },
    empowerment,
    isEmpowered,
    streetOf,
    list: date => all.all({ date }).map(row => itemOf(row, date)),
    listFor: (orgId, date) =>
      all
        .all({ date })
        .filter(({ itemCode }) => isEmpowered(orgId, itemCode, date))
        .map(row => itemOf(row, date)),
  }
}

function itemOf(row: Row, date: string): EnforcementItem {
  const inForce = (json: string) =>
    (JSON.parse(json) as ItemBasis[]).filter(({ from, to }) => (from ?? date) <= date && (to ?? date) >= date)
  return {
    ...row,
    basis: inForce(row.basis),
    coercionBasis: inForce(row.coercionBasis),
    streets: JSON.parse(row.streets) as string[],
    tags: JSON.parse(row.tags) as EnforcementItem['tags'],
  }
}
