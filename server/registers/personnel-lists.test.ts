import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OfficeDatabase, openDatabase } from '../../db/open.ts'
import { MOST_LOOKED_AT } from './cases/bounded-list.ts'
import { type CertificateQuery, openCertificateList } from './certificate-list.ts'
import { openCertificates } from './certificates.ts'
import { openPersonnel, type PersonnelQuery } from './personnel.ts'

const ROWS = 100_000
const NOW = Date.parse('2026-11-24T02:00:00Z')

/** A hundred thousand people of a hundred offices, with a certificate each: every fifth is called 林 or so, 栖霞 is rare. */
const FILL = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS}),
    row AS (SELECT i, 'p-' || printf('%06d', i) AS id, iif(i % 5000 = 0, '栖霞', iif(i % 5 = 0, '林大', '沿阶')) || printf('%06d', i) AS name,
      date('2026-01-01', '+' || (i % 1500) || ' days') AS ends FROM n)`
const word = (register: string, place: string, words: string) =>
  `INSERT INTO personnel_word (register, word, place, id) ${FILL} SELECT '${register}', ${words}, ${place}, ${register === 'people' ? 'id' : "'c-' || id"} FROM row ORDER BY 2, 3, 4`
const TABLES = [
  `INSERT INTO person (person_id, name) ${FILL} SELECT id, name FROM row`,
  `INSERT INTO register_version (register, id, seq, recorded_on, value)
   ${FILL} SELECT 'persons', id, i, '2026-01-01', json_object('name', name) FROM row`,
  `INSERT INTO appointment (appointment_id, person_id, role, org, valid_from)
   ${FILL} SELECT 'a-' || id, id, 'role-' || (i % 10), 'S' || (i % 100), '2025-01-01' FROM row`,
  `INSERT INTO certificate (certificate_id, person_id, kind, number, valid_from, valid_to)
   ${FILL} SELECT 'c-' || id, id, 'enforcement', 'N' || i, '2020-01-01', ends FROM row`,
  `INSERT INTO certificate_state (state_id, certificate_id, state, effective_at, reason)
   ${FILL} SELECT 's-' || id, 'c-' || id, 'suspended', '2026-02-01T00:00:00.000Z', '' FROM row WHERE i % 1000 = 0`,
  word('people', 'name', 'substr(name, 1, 2)'),
  word('certificates', 'ends', 'substr(name, 1, 2)'),
]

let office: OfficeDatabase
/** Every statement the lists prepare. */
const asked: string[] = []
beforeAll(() => {
  office = openDatabase(':memory:')
  office.writer.pragma('foreign_keys = OFF')
  for (const table of TABLES) office.writer.exec(table)
})
afterAll(() => office.close())

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

describe('with a hundred thousand people and certificates', () => {
  test.each<[string, Omit<PersonnelQuery, 'limit'>, number, boolean]>([
    ['the first page', {}, 51, true],
    ['a rare name', { q: '栖霞' }, 20, false],
    ['a frequent name', { q: '林大' }, 51, true],
    ['one office', { org: 'S7' }, 51, true],
    ['one role', { role: 'role-7' }, 51, true],
    ['a name in one office', { q: '林大', org: 'S5' }, MOST_LOOKED_AT, true],
    ['one character', { q: '栖' }, MOST_LOOKED_AT, true],
    ['a day that is over', { q: '林大', isPast: true }, 51, true],
  ])('a page of people looks at few: %s', (_, query, most, hasMore) => {
    const { items, lookedAt, endCursor } = openPersonnel(office.writer).page({ ...query, limit: 50 }, '2026-06-01')
    expect(lookedAt).toBeLessThanOrEqual(most)
    expect(endCursor !== undefined).toBe(hasMore)
    expect(items.length).toBeLessThanOrEqual(50)
  })

  test.each<[string, Omit<CertificateQuery, 'limit'>, number]>([
    ['the first page', {}, 50],
    ['what is valid', { state: 'valid' }, 51],
    ['what is suspended', { state: 'suspended' }, 51],
    ['what ends soon', { state: 'valid', endingBy: '2026-12-01' }, 52],
    ['a rare name', { q: '栖霞' }, 20],
    ['a frequent name', { q: '林大', state: 'valid' }, MOST_LOOKED_AT],
  ])('a page of certificates looks at few: %s', (_, query, most) => {
    const { items, lookedAt } = certificates(office.writer).page({ ...query, limit: 50 }, NOW)
    expect(lookedAt).toBeLessThanOrEqual(most)
    expect(items.length).toBeGreaterThan(0)
  })

  test('page after page finds each of those wanted once, in order', () => {
    const { page } = openPersonnel(office.writer)
    const found: string[] = []
    let after: string | undefined
    do {
      const next = page({ q: '林大', org: 'S5', limit: 100, after }, '2026-06-01')
      found.push(...next.items.map(({ personId }) => personId))
      after = next.endCursor
    } while (after !== undefined)
    expect(found).toHaveLength(ROWS / 100)
    expect(found).toEqual([...new Set(found)].sort())
  })

  test('all of them leave one after another: whoever takes ten has read few', () => {
    let read = 0
    const counting = new Proxy(office.writer, {
      get(target, name) {
        if (name !== 'prepare') return Reflect.get(target, name)
        return (sql: string) => {
          const statement = target.prepare(sql)
          const all = statement.all.bind(statement)
          statement.all = (...given: unknown[]) => {
            const rows = all(...given)
            read += rows.length
            return rows
          }
          return statement
        }
      },
    })
    const rows = openPersonnel(counting).all('2026-06-01', false)[Symbol.iterator]()
    for (let taken = 0; taken < 10; taken += 1) expect(rows.next().done).toBe(false)
    expect(read).toBeLessThanOrEqual(500)
    expect([...certificates(office.writer).all(NOW)]).toHaveLength(ROWS)
  })

  test('every statement of the lists goes by an index', () => {
    asked.length = 0
    openPersonnel(listening())
    certificates(listening())
    const plans = asked
      .map(sql => ({
        sql,
        plan: office.writer.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...named(sql)) as { detail: string }[],
      }))
      .flatMap(({ sql, plan }) => plan.map(({ detail }) => ({ sql, detail })))
    const scans = plans.filter(({ detail, sql }) => /^SCAN (?!held|CONSTANT|\()/.test(detail) && !isOfFew(sql))
    expect(scans.map(({ detail }) => detail)).toEqual([])
  })
})

const certificates = (db: Database) => openCertificateList(db, openCertificates(db))
/** Suspended, withdrawn, cancelled and lost ones are read whole: they are few. */
const isOfFew = (sql: string) =>
  sql.includes('FROM certificate_state JOIN') || sql.includes('SELECT DISTINCT person_id FROM certificate')
const named = (sql: string): [] | [Record<string, null>] | null[] => {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null])
  return names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => null)
}
