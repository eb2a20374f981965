import type { Database } from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { type OfficeDatabase, openDatabase } from '../../../db/open.ts'
import { type BoundedPage, boundedPage, MOST_LOOKED_AT, merged } from './bounded-list.ts'
import { type CaseQuery, openCaseList } from './case-list.ts'
import { openPartyList } from './party-list.ts'
import { openReviewList } from './review-list.ts'

const ROWS = 100_000
const STREETS = Array.from({ length: 14 }, (_, index) => `S${String(index).padStart(2, '0')}`)

/** A hundred thousand cases of fourteen streets, their parties and reviews: one in ten is of 油烟, 栖霞 is a rare party's name. */
const FILL = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS}),
    row AS (SELECT i, 'S' || printf('%02d', i % 14) AS org, iif(i % 10 = 0, '油烟扰民案', '占道经营案') AS title FROM n)`
const TABLES = [
  `INSERT INTO party (party_seq, party_id, org_code, party_type, party_name, id_number, is_enterprise)
   ${FILL} SELECT i, 'P' || i, org, 'citizen', iif(i % 5000 = 0, '栖霞小馆', '沿阶小馆'), printf('%018d', i), 0 FROM row`,
  `INSERT INTO enforcement_case (case_seq, case_no, org_code, item_code, title, source, discovered_on, conduct_from, party_id,
     clause58, filed_at, filed_by, last_material_change_at, running_reviews, state)
   ${FILL} SELECT i, org || '-PT-2026-' || printf('%06d', i), org, 'T-' || (i % 30), title, 'other', '2026-01-01', '2026-01-01',
     'P' || i, '[]', i, 'lin', i, 0, iif(i % 4 = 0, 'reviewing', 'filed') FROM row`,
  `INSERT INTO case_officer (case_no, person_id, case_seq, since)
   ${FILL} SELECT org || '-PT-2026-' || printf('%06d', i), 'officer-' || (i % 200), i, i FROM row`,
  `INSERT INTO review (process_instance_key, case_no, org_code, round, clause58, is_hard_gate, started_at, started_seq, outcome)
   ${FILL} SELECT i, org || '-PT-2026-' || printf('%06d', i), org, 1, '[]', 0, i, i, iif(i % 3 = 0, 'passed', NULL) FROM row`,
  `INSERT INTO register_word (register, org_code, word, seq)
   ${FILL}, word AS (
     SELECT org, substr(title, 1, 2) AS word, i FROM row UNION ALL SELECT org, substr(title, 3, 2), i FROM row
     UNION ALL SELECT org, iif(i % 5000 = 0, '栖霞', '沿阶'), i FROM row UNION ALL SELECT org, CAST(i AS text), i FROM row)
   SELECT 'cases', org, word, i FROM word ORDER BY 2, 3, 4`,
  `INSERT INTO register_word (register, org_code, word, seq)
   ${FILL} SELECT 'parties', org, iif(i % 5000 = 0, '栖霞', '沿阶'), i FROM row ORDER BY 2, 3, 4`,
]

let office: OfficeDatabase
/** Every statement a list prepares. */
const asked: string[] = []
beforeAll(() => {
  office = openDatabase(':memory:')
  office.writer.pragma('foreign_keys = OFF')
  for (const table of TABLES) office.writer.exec(table)
})

/** The connection, writing down what is prepared on it. */
function listening(): Database {
  return new Proxy(office.writer, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name)
      return (sql: string) => {
        asked.push(sql)
        return target.prepare(sql)
      }
    },
  })
}

describe('with a hundred thousand rows', () => {
  const one = ['S04']
  const shapes: [string, Omit<CaseQuery, 'limit'>, boolean][] = [
    ['a street', { orgs: one }, true],
    ['all streets', { orgs: STREETS }, true],
    ['a frequent word', { orgs: one, q: '油烟' }, true],
    ['a frequent word in all streets', { orgs: STREETS, q: '占道' }, true],
    ['a rare name', { orgs: STREETS, q: '栖霞' }, false],
    ['two words, one of them rare', { orgs: STREETS, q: '占道 栖霞' }, false],
    ['two words that are never together', { orgs: STREETS, q: '油烟 占道' }, false],
    ['a word nobody has', { orgs: STREETS, q: '渣土' }, false],
    ['one character alone', { orgs: STREETS, q: '霞' }, false],
    ['a number', { orgs: STREETS, q: '054321' }, false],
    ['a state', { orgs: one, state: 'reviewing' }, true],
    ['an item and a state', { orgs: one, itemCode: 'T-7', state: 'reviewing' }, false],
    ['a handler', { orgs: STREETS, handler: 'officer-7' }, true],
    ['a party', { orgs: STREETS, partyId: 'P77' }, false],
    ['days long ago', { orgs: STREETS, from: 10, to: 20 }, false],
  ]

  test.each(shapes)('a page of cases by %s looks at a bounded number of rows', (_, query, isFull) => {
    const list = openCaseList(listening())
    const { items, lookedAt } = list({ ...query, limit: 50 })
    expect(lookedAt).toBeLessThanOrEqual(MOST_LOOKED_AT)
    if (isFull) expect(items).toHaveLength(50)
  })

  test('what is rare is found all the same, page after page', () => {
    const list = openCaseList(listening())
    expect(list({ orgs: STREETS, q: '栖霞', limit: 50 }).items).toHaveLength(ROWS / 5000)
    expect(allOf(after => list({ orgs: STREETS, q: '霞', limit: 50, after }))).toHaveLength(ROWS / 5000)
    expect(list({ orgs: STREETS, q: '054321', limit: 50 }).items.map(({ caseSeq }) => caseSeq)).toEqual([54_321])
    expect(list({ orgs: ['S00'], q: '054321', limit: 50 }).items).toEqual([])
  })

  test('pages of a street go through it in order, each row once', () => {
    const list = openCaseList(listening())
    const found = allOf(after => list({ orgs: ['S04'], q: '油烟', limit: 200, after })).map(({ caseSeq }) => caseSeq)
    expect(found).toEqual([...new Set(found)].sort((a, b) => b - a))
    expect(found).toHaveLength(
      Array.from({ length: ROWS }, (_, i) => i + 1).filter(i => i % 10 === 0 && i % 14 === 4).length,
    )
  })

  test('parties by name and whole number, reviews by outcome and case', () => {
    const parties = openPartyList(listening())
    expect(parties({ orgs: STREETS, q: '栖霞', limit: 50 }).items).toHaveLength(ROWS / 5000)
    expect(parties({ orgs: STREETS, q: '000000000000077777', limit: 50 }).items).toHaveLength(1)
    expect(parties({ orgs: STREETS, q: '77777777', limit: 50 })).toEqual({ items: [], lookedAt: 0 })
    const reviews = openReviewList(listening())
    for (const outcome of ['passed', 'running', undefined])
      expect(reviews({ orgs: STREETS, outcome, limit: 50 })).toMatchObject({ items: { length: 50 } })
    expect(reviews({ orgs: STREETS, caseNo: 'S03-PT-2026-000003', limit: 50 }).items).toHaveLength(1)
  })

  test('no statement walks a table or sorts what it found', () => {
    expect(asked.length).toBeGreaterThan(20)
    const plans = [...new Set(asked)].flatMap(planOf)
    expect(plans.filter(line => /SCAN (?!\(subquery)|TEMP B-TREE/.test(line))).toEqual([])
  })
})

function allOf<Row>(ask: (after: string | undefined) => BoundedPage<Row>): Row[] {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const page = ask(after)
    rows.push(...page.items)
    after = page.endCursor
  } while (after !== undefined)
  return rows
}

function planOf(sql: string): string[] {
  const parameters = sql.match(/\?/g) ?? []
  const plan = office.writer.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  return plan.all(...parameters.map(() => 1)).map(({ detail }) => detail)
}

test('a page ends where it is full, where nothing is left, or where enough was looked at', () => {
  const numbers = (from: number) => (below: number, limit: number) =>
    Array.from({ length: from }, (_, i) => from - i)
      .filter(each => each < below)
      .slice(0, limit)
  const even = (seq: number) => (seq % 2 === 0 ? seq : undefined)
  expect(boundedPage(numbers(5), even, { limit: 10 })).toEqual({ items: [4, 2], lookedAt: 5 })
  expect(boundedPage(numbers(5), even, { limit: 1 })).toEqual({ items: [4], endCursor: '4', lookedAt: 2 })
  const none = boundedPage(numbers(5000), () => undefined, { limit: 10 })
  expect(none).toEqual({ items: [], endCursor: String(5000 - MOST_LOOKED_AT + 1), lookedAt: MOST_LOOKED_AT })
  expect(merged([numbers(2), numbers(4)])(99, 3)).toEqual([4, 3, 2])
})
