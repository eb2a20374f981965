import { describe, expect, test } from 'vitest'
import { CommandRejected } from '../server/engine/protocol/errors.ts'
import type { Act } from '../server/journal/act.ts'
import { GENESIS } from '../server/journal/hash.ts'
import { projections } from '../server/projections/index.ts'
import { deployed, segment, started, variable } from '../server/projections/records.fixture.ts'
import { createJournal } from './journal.ts'
import { journalIndex } from './journal-index.ts'
import { openDatabase } from './open.ts'
import { sha256 } from './sha256.ts'

const NOW = Date.UTC(2026, 10, 24, 2)
const DAY = 24 * 60 * 60 * 1000

const act = (more: Partial<Act> = {}): Act => ({
  kind: 'engine',
  verb: 'user-task.complete',
  actor: { kind: 'person', id: 'lin-shen', role: 'street-officer', org: 'LDJ-CEC', via: 'web' },
  at: NOW - 5,
  ...more,
})

function open() {
  const { writer } = openDatabase(':memory:')
  const clock = { time: NOW, now: () => clock.time }
  const journal = createJournal(writer, { clock, projections: [journalIndex, ...projections] })
  const rows = () => writer.prepare('select seq, body, hash from journal order by seq').all() as Row[]
  return { writer, clock, journal, rows }
}

interface Row {
  seq: number
  body: string
  hash: Buffer
}

describe('the journal', () => {
  test('chains entries from 1 without gaps, each hashed over its canonical text', () => {
    const { journal, rows } = open()
    expect(journal.nextSeq()).toBe(1)
    expect([journal.append(act(), [deployed()], []), journal.append(act(), [], [])]).toEqual([1, 2])
    const [first, second] = rows().map(row => ({ ...row, hash: row.hash.toString('hex') }))
    expect(JSON.parse(first!.body)).toMatchObject({ seq: 1, prev: GENESIS, at: NOW - 5, recordedAt: NOW, format: 1 })
    expect(first!.hash).toBe(sha256(first!.body))
    expect(JSON.parse(second!.body)).toMatchObject({ seq: 2, prev: first!.hash })
  })

  test('a rolled back savepoint takes its entry along; the next one gets its number', () => {
    const { writer, journal, rows } = open()
    writer.exec('begin; savepoint act')
    journal.append(act({ verb: 'lost' }), [], [])
    writer.exec('rollback to act')
    journal.forget()
    journal.append(act({ verb: 'kept' }), [], [])
    writer.exec('commit')
    expect(rows().map(({ seq, body }) => [seq, JSON.parse(body).verb])).toEqual([[1, 'kept']])
  })

  test.each([
    ['changed', "update journal set body = '{}'"],
    ['deleted', 'delete from journal'],
    ['replaced', "insert or replace into journal values (1, '{}', x'00')"],
    ['added out of order', "insert into journal values (7, '{}', x'00')"],
  ])('an entry cannot be %s', (_, sql) => {
    const { writer, journal, rows } = open()
    journal.append(act(), [], [])
    const before = rows()
    expect(() => writer.exec(sql)).toThrow(/append-only|contiguous/)
    expect(rows()).toEqual(before)
  })

  test('a refusal is an entry of its own kind that keeps what was asked and changes no register', () => {
    const { journal } = open()
    const rejection = new CommandRejected('FORBIDDEN', 'the handler does not review', {
      id: 'policy.separation-of-duty',
      params: { person: 'lin-shen' },
      rule: 'R-SOD',
      basis: ['行政处罚法 第58条'],
    })
    const register = [{ register: 'persons', op: 'put' as const, id: 'x', value: { name: 'x' } }]
    const seq = journal.refuse(act({ caseNo: 'A-1', payload: { action: 'agree' }, register }), rejection)
    expect(journal.findEntry(seq)).toMatchObject({
      kind: 'refused',
      payload: { action: 'agree' },
      refusal: { type: 'FORBIDDEN', id: 'policy.separation-of-duty', rule: 'R-SOD', basis: ['行政处罚法 第58条'] },
    })
    expect(journal.findEntry(seq)?.register).toBeUndefined()
  })

  test('text that has no canonical form is refused as input, and the refusal is still written', () => {
    const { journal } = open()
    const broken = act({ payload: { note: '\ud800' } })
    expect(() => journal.append(broken, [], [])).toThrow(CommandRejected)
    const seq = journal.refuse(broken, new CommandRejected('INVALID_ARGUMENT', 'found \ud800'))
    expect(journal.findEntry(seq)).toMatchObject({ kind: 'refused', refusal: { reason: 'found \ufffd' } })
  })

  test('finds the entries of an instance and of a case, a page at a time', () => {
    const { journal, writer } = open()
    journal.append(act(), [started('11', '12', {})], [])
    journal.append(act({ caseNo: 'A-1' }), [], [])
    journal.append(act({ caseNo: 'A-1', subject: { processInstanceKey: '11' } }), [], [])
    journal.append(act({ caseNo: 'A-2' }), [started('21', '22', {})], [])
    const noted = writer.prepare('select process_instance_key, seq from journal_instance').raw().all()
    // What begins or ends a task is found by the task.
    expect(noted).toEqual([[11, 3]])
    const seqs = (entries: { seq: number }[]) => entries.map(({ seq }) => seq)
    expect(seqs(journal.entriesOf('11'))).toEqual([1, 3])
    expect(seqs(journal.entriesOf('11', { after: 1 }))).toEqual([3])
    expect(seqs(journal.entriesOfCase('A-1', ['11']))).toEqual([1, 2, 3])
    expect(seqs(journal.entries({ after: 1, limit: 2 }))).toEqual([2, 3])
    expect(journal.lastSeq()).toBe(4)
  })
})

describe('personal values', () => {
  const personal = ['partyName']
  const name = '张三丰餐饮店'
  const opened = () => {
    const all = open()
    const payload = { partyName: name, reviewType: 'ordinary' }
    all.journal.append(act({ payload, personal }), [started('11', '12', { partyName: name })], [])
    return all
  }

  test('are not in the book, but are read from it', () => {
    const { journal, rows } = opened()
    expect(rows()[0]!.body).not.toContain(name)
    expect(journal.findEntry(1)?.payload).toEqual({ partyName: name, reviewType: 'ordinary' })
  })

  test('stay hidden in later entries of the process that do not declare them', () => {
    const { journal, rows } = opened()
    journal.append(act({ verb: 'timer.trigger' }), [segment('11', [variable('13', 'partyName', name)])], [])
    expect(rows()[1]!.body).not.toContain(name)
  })

  test('can be deleted: the chain holds, the marker stays', () => {
    const { writer, journal, rows } = opened()
    writer.exec('delete from personal_value')
    expect(sha256(rows()[0]!.body)).toBe(rows()[0]!.hash.toString('hex'))
    expect(journal.findEntry(1)?.payload).toMatchObject({ partyName: { $personal: expect.stringMatching(/^\w{64}$/) } })
  })

  test('are not told to who quotes their commitment in another entry', () => {
    const { writer, journal } = opened()
    const commitment = writer.prepare('select commitment from personal_value').pluck().get() as string
    const seq = journal.append(act({ payload: { note: { $personal: commitment } } }), [], [])
    expect(journal.findEntry(seq)?.payload).toEqual({ note: { $personal: commitment } })
  })
})

describe('idempotency', () => {
  const asked = (bodyHash = 'h1') => act({ idempotency: { scope: 'lin-shen POST /x', key: 'k', bodyHash } })

  test('an answered act is answered again with what it answered', () => {
    const { journal } = open()
    expect(journal.replay(asked())).toBeUndefined()
    const segments = [started('11', '12', { caseNo: 'A-1' })]
    journal.append(asked(), segments, [{ processInstanceKey: '11' }])
    expect(journal.replay(asked())).toEqual({
      seq: 1,
      segments,
      results: [{ processInstanceKey: '11' }],
      replayed: true,
    })
  })

  test('the same key with another body is refused', () => {
    const { journal } = open()
    journal.append(asked(), [], [])
    expect(() => journal.replay(asked('h2'))).toThrow(
      expect.objectContaining({
        type: 'INVALID_ARGUMENT',
        detail: { id: 'idempotency.other-body', params: { key: 'k' } },
      }),
    )
  })

  test.each([
    [7 * DAY, true],
    [7 * DAY + 1, false],
    [20 * DAY, false],
  ])('after %i ms the answer is still known: %s', (later, known) => {
    const { journal, clock } = open()
    journal.append(asked(), [], [])
    clock.time += later
    expect(journal.replay(asked()) !== undefined).toBe(known)
  })

  test('answers of past weeks are forgotten when a new one is kept', () => {
    const { writer, journal, clock } = open()
    for (let i = 0; i < 300; i++)
      journal.append(act({ idempotency: { scope: 's', key: `${i}`, bodyHash: 'h' } }), [], [])
    clock.time += 20 * DAY
    for (let i = 0; i < 3; i++) journal.append(act({ idempotency: { scope: 't', key: `${i}`, bodyHash: 'h' } }), [], [])
    expect(writer.prepare('select distinct scope from idempotency').pluck().all()).toEqual(['t'])
  })
})
