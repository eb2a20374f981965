import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, SchemaTooNew } from './open.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-open-'))
  path = join(folder, 'office.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('an opened database', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['page_size', 4096],
    ['wal_autocheckpoint', 4000],
    ['journal_size_limit', -1],
  ])('has a writer with %s = %s', (pragma, value) => {
    const db = openDatabase(path)
    expect(db.writer.pragma(pragma, { simple: true })).toBe(value)
    db.close()
  })

  test('has a reader that cannot write and sees what was committed, and only that', () => {
    const db = openDatabase(path, { preGrowWal: false })
    expect(() => db.reader.exec("insert into personal_name values ('p', 'n')")).toThrow(/readonly/)
    db.writer.exec("begin; insert into personal_name values ('p', 'n')")
    const count = () => db.reader.prepare('select count(*) from personal_name').pluck().get()
    expect(count()).toBe(0)
    db.writer.exec('commit')
    expect(count()).toBe(1)
    db.close()
  })

  test('has a WAL of its working size from the start, and a file that did not grow for it', () => {
    const db = openDatabase(path)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(4000 * 4096)
    expect(statSync(path).size).toBeLessThan(2_000_000)
    db.close()
  })

  test('can be opened again and again', () => {
    for (let i = 0; i < 3; i++) openDatabase(path).close()
    expect(openDatabase(path).reader.prepare('select count(*) from journal').pluck().get()).toBe(0)
  })

  test('is refused when a newer program has changed its tables, and left as it is', () => {
    openDatabase(path, { preGrowWal: false }).close()
    const newer = new Sqlite(path)
    newer.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 99999999999999)")
    newer.close()
    expect(() => openDatabase(path)).toThrow(SchemaTooNew)
    expect(() => openDatabase(path)).toThrow(/Expected a database whose newest migration is \d{4}_.* or older; found/)
  })
})

describe('the migrations', () => {
  const tables = Object.values(import.meta.glob<Record<string, unknown>>('./schema/*.ts', { eager: true })).flatMap(
    exports => Object.values(exports).filter(one => is(one, SQLiteTable)),
  )
  const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

  test('make exactly the tables and columns that the schema says', () => {
    const { writer } = openDatabase(':memory:')
    const said = tables.map(table => [
      getTableConfig(table).name,
      Object.values(getTableColumns(table))
        .map(column => snake(column.name))
        .sort(),
    ])
    const made = (writer.pragma('table_list') as { name: string; schema: string }[])
      .filter(({ name, schema }) => schema === 'main' && !/^(sqlite_|__)/.test(name))
      .map(({ name }) => [
        name,
        (writer.pragma(`table_info(${name})`) as { name: string }[]).map(one => one.name).sort(),
      ])
    expect(Object.fromEntries(made)).toEqual(Object.fromEntries(said))
  })

  test('cluster every table by a primary key of several columns', () => {
    const { writer } = openDatabase(':memory:')
    const composite = tables.map(getTableConfig).filter(({ primaryKeys }) => primaryKeys.length > 0)
    const clustered = (writer.pragma('table_list') as { name: string; wr: number }[]).filter(({ wr }) => wr === 1)
    expect(composite.length).toBeGreaterThan(5)
    expect(composite.map(({ name }) => name).filter(name => !clustered.some(one => one.name === name))).toEqual([])
  })
})
