import { beforeEach, describe, expect, test } from 'vitest'
import { projections } from '../server/projections/index.ts'
import { type HandMadeOffice, openHandMadeOffice, person } from '../server/projections/office.fixture.ts'
import { segment, variable } from '../server/projections/records.fixture.ts'
import { limitRegisters, registers } from '../server/registers/index.ts'
import { journalIndex } from './journal-index.ts'
import type { Projection } from './projection.ts'
import { rebuildReadings } from './rebuild.ts'
import { isIntact, verify } from './verify.ts'

/** Stands for the engine here, which wrote nothing: its tables are empty, and so is their rebuild. */
const engineTables = (office: HandMadeOffice): Projection => ({
  name: 'engine',
  tables: office.db.writer
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name like 'engine_%'")
    .pluck()
    .all()
    .filter(name => name !== 'engine_resource' && name !== 'engine_key_bound'),
  open: () => () => undefined,
})

let office: HandMadeOffice
const readings = () => [journalIndex, ...limitRegisters, ...projections, ...registers, engineTables(office)]
const check = () => verify(office.db.reader, { readings: readings() })

beforeEach(() => {
  office = openHandMadeOffice(registers)
  for (const id of [1, 2, 3]) {
    office.start(
      id,
      { candidateGroupsList: ['g@X', 'h@X'], dueDate: '2026-11-30T00:00:00Z' },
      { caseNo: `A-${id}`, handlerIds: ['zhou'] },
    )
  }
  office.complete(1, person('wang'))
  office.journal.append(
    {
      kind: 'verb',
      verb: 'note',
      actor: person('wang'),
      at: office.now(),
      caseNo: 'A-2',
      payload: { partyName: '某商行' },
      personal: ['partyName'],
    },
    [],
    [],
  )
})

/** As somebody who may write the file past the program. */
function tamper(sql: string): void {
  office.db.writer.exec(`drop trigger journal_is_not_changed; drop trigger journal_is_not_shortened; ${sql}`)
}

describe('verify', () => {
  test('finds nothing in what the journal wrote, and says how much it looked at', () => {
    const report = check()
    expect(isIntact(report)).toBe(true)
    expect(report).toMatchObject({ entries: 6, redacted: 0, differences: [], unexplained: [] })
    expect(report.equal).toEqual(readings().flatMap(({ tables }) => tables))
  })

  test.each([
    [
      'a changed word',
      "update journal set body = replace(body, 'lin-shen', 'wu-ming') where seq = 2",
      { seq: 2, problem: 'wrong-hash' },
    ],
    [
      'a changed word with its hash made to fit',
      "update journal set body = replace(body, 'lin-shen', 'wu-ming'), hash = x'00' where seq = 2",
      { seq: 2, problem: 'wrong-hash' },
    ],
    ['an entry that is gone', 'delete from journal where seq = 3', { seq: 4, problem: 'gap' }],
    ['white space', "update journal set body = body || ' ' where seq = 1", { seq: 1, problem: 'not-canonical' }],
    ['half an entry', 'update journal set body = substr(body, 1, 40) where seq = 1', { seq: 1, problem: 'not-json' }],
    [
      'another number inside',
      `update journal set body = replace(body, '"seq":2', '"seq":9') where seq = 2`,
      { seq: 2, problem: 'wrong-seq' },
    ],
    [
      'another predecessor',
      `update journal set body = replace(body, '"prev":"', '"prev":"f') where seq = 2`,
      { seq: 2, problem: 'wrong-prev' },
    ],
  ])('finds %s in the book', (_, sql, fault) => {
    tamper(sql)
    expect(check()).toMatchObject({ fault, equal: [] })
    expect(isIntact(check())).toBe(false)
  })

  test.each([
    [
      'inbox_task',
      'a changed cell',
      "update inbox_task set completed_by = 'li' where user_task_key = 101",
      'process_instance_key=100 user_task_key=101',
    ],
    [
      'inbox_queue',
      'a row too few',
      "delete from inbox_queue where user_task_key = 201 and queue = 'group:g@X'",
      undefined,
    ],
    [
      'instance_summary',
      'a row too many',
      'insert into instance_summary (process_instance_key, process_definition_key, bpmn_process_id, version, state, incidents, started_at) select 999, process_definition_key, bpmn_process_id, version, state, 0, 0 from instance_summary limit 1',
      'process_instance_key=999',
    ],
    ['journal_case', 'an emptied table', 'delete from journal_case', 'case_no=A-2 seq=6'],
  ])('finds in %s %s', (table, _, sql, key) => {
    office.db.writer.exec(sql)
    const { differences, fault } = check()
    expect(fault).toBeUndefined()
    expect(differences).toEqual([expect.objectContaining({ table, ...(key && { key }) })])
  })

  test('finds an end that was cut off: the tables still know it', () => {
    tamper('delete from journal where seq > 4')
    const { fault, differences } = check()
    expect(fault).toBeUndefined()
    expect(differences.map(({ table }) => table)).toContain('inbox_task')
  })

  test('finds a personal value that was exchanged, and one that nobody committed to', () => {
    office.db.writer.exec(`update personal_value set value = '"某酒楼"'`)
    expect(check().personalFault).toMatchObject({ seq: 6, problem: 'value-does-not-match' })
    office.db.writer.exec("delete from personal_value; insert into personal_value values (2, 'ab', 'cd', '1')")
    expect(check().personalFault).toMatchObject({ seq: 2, problem: 'not-in-the-entry' })
  })

  test('finds a table that nobody owns', () => {
    office.db.writer.exec('create table stray (a)')
    expect(check().unexplained).toEqual(['stray'])
  })
})

describe('a personal value deleted by legal order', () => {
  test('leaves the chain valid; a rebuild takes it out of every list', () => {
    const write = {
      kind: 'engine' as const,
      verb: 'test',
      actor: person('lin-shen'),
      at: office.now(),
      personal: ['partyName'],
    }
    office.journal.append(write, [segment('100', [variable('100', 'partyName', '张三')])], [])
    const party = () =>
      office.db.reader.prepare('select party from instance_summary where process_instance_key = 100').pluck().get()
    expect(party()).toBe('张三')
    office.db.writer.exec('delete from personal_value where seq = 7')
    expect(check()).toMatchObject({ redacted: 1, differences: [{ table: 'instance_summary' }] })
    rebuildReadings(office.db.writer, readings())
    expect(party()).toBeNull()
    expect(isIntact(check())).toBe(true)
  })
})
