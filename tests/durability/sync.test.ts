import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'

type Event = { kind: 'write' | 'sync' } | { kind: 'send' | 'answer'; name: string }

const REQUESTS = 12
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-sync-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the writer syncs on every commit', () => {
  const db = openDatabase(join(folder, 'pragma.db'), { preGrowWal: false })
  expect(db.writer.pragma('synchronous', { simple: true })).toBe(2)
  db.close()
})

describe('an answer', () => {
  test('comes after its act was written and the write was synced', () => {
    const events = trace(join(folder, 'office.db'))
    const answers = events.flatMap((event, at) => (event.kind === 'answer' ? [{ name: event.name, at }] : []))
    expect(answers).toHaveLength(REQUESTS)
    for (const { name, at } of answers) {
      const sent = events.findIndex(event => event.kind === 'send' && event.name === name)
      const kinds = events.slice(sent + 1, at).map(({ kind }) => kind)
      expect(kinds, `between request ${name} and its answer`).toContain('write')
      expect(kinds.lastIndexOf('sync'), `the last sync before answer ${name}`).toBeGreaterThan(
        kinds.lastIndexOf('write'),
      )
    }
  })
})

/** What a process asked of the kernel, one client at a time, in order: writes and syncs of the WAL, and what it said. */
function trace(path: string): Event[] {
  if (spawnSync('strace', ['--version']).error)
    throw new Error("Expected the program 'strace' to watch system calls with, found none: apt-get install strace")
  const log = join(folder, 'strace.log')
  const load = new URL('./load.ts', import.meta.url).pathname
  const node = [process.execPath, '--import', 'tsx', load, path, 'sync', String(REQUESTS), '1']
  const calls = 'trace=write,pwrite64,pwritev,fsync,fdatasync'
  const run = spawnSync('strace', ['-f', '-y', '-s', '64', '-e', calls, '-o', log, ...node], {
    input: '',
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`Expected the traced process to end well, found ${run.status}: ${run.stderr}`)
  return readFileSync(log, 'utf8').split('\n').flatMap(eventOf)
}

function eventOf(line: string): Event[] {
  if (/pwrite(64|v)\(\d+<[^>]*-wal>/.test(line)) return [{ kind: 'write' }]
  if (/f(data)?sync\(\d+<[^>]*-wal>/.test(line)) return [{ kind: 'sync' }]
  const said = /write\(1<[^>]*>, "(?:(send) \{\\"name\\":\\"([\w-]+)\\"|(answer) ([\w-]+) )/.exec(line)
  if (!said) return []
  const [, send, sent, , answered] = said
  return [send ? { kind: 'send', name: sent! } : { kind: 'answer', name: answered! }]
}
