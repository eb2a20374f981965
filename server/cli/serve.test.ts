import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunfa-serve-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The program in a process of its own, and what it has printed. */
interface Running {
  process: ChildProcess
  printed(): string
  /** The code it ends with. */
  ended: Promise<number | null>
  /** Resolves with the first match of what it prints. */
  says(pattern: RegExp): Promise<string>
}

function run(args: string[], settings: Record<string, string>): Running {
  const { PATH } = process.env
  const program = ['server/cli/start.mjs', ...args]
  const child = spawn(process.execPath, program, { env: { PATH, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  async function says(pattern: RegExp): Promise<string> {
    while (!pattern.test(printed)) {
      const heard = new AbortController()
      const more = [child.stdout, child.stderr].map(stream => once(stream, 'data', heard).then(() => 'more' as const))
      const what = await Promise.race([...more, ended.then(() => 'ended' as const)])
      heard.abort()
      await Promise.allSettled(more)
      if (what === 'ended' && !pattern.test(printed)) throw new Error(`Expected ${pattern}, found:\n${printed}`)
    }
    return pattern.exec(printed)![0]
  }
  return { process: child, printed: () => printed, ended, says }
}

const office = () => ({ DATA_DIR: join(folder, 'office'), DEMO: 'no', PORT: '0', PASSWORD_MEMORY_KB: '8' })

describe('the program', () => {
  test('lists every setting and does nothing else', async () => {
    const help = run(['--help'], {})
    expect(await help.ended).toBe(0)
    for (const name of ['PORT', 'DATA_DIR', 'SIGN_IN_LIMIT', 'npm start -- verify'])
      expect(help.printed()).toContain(name)
  })

  test.each([
    ['a wrong value', [], { PORT: 'http' }, "PORT: found 'http', expected: port to listen on"],
    [
      'an unknown command',
      ['backup'],
      {},
      "Expected no argument, '--empty', 'verify', 'lint', 'client-token' or '--help', found 'backup'",
    ],
    [
      'a database to verify that is none',
      ['verify'],
      { DATA_DIR: '/nowhere' },
      "expected a database at '/nowhere/xunfa.db'",
    ],
  ])('ends with one sentence at %s', async (_, args, settings: Record<string, string>, sentence) => {
    const refused = run(args, settings)
    expect(await refused.ended).toBe(1)
    expect(refused.printed()).toContain(sentence)
    expect(refused.printed()).not.toMatch(/\n\s+at /)
  })
})

describe('serving', () => {
  test('one process per data folder; SIGTERM ends open lines, loses nothing and lets the next one in', async () => {
    const first = run([], office())
    const link = await first.says(/http:\/\/\S+\/set-up\?token=\S+/)
    const { origin, searchParams } = new URL(link)
    const send = (path: string, body: object) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const admin = { accountId: 'admin-bai', password: 'a long enough one' }
    expect((await send('/api/set-up', { ...admin, token: searchParams.get('token'), name: '白管理' })).status).toBe(201)
    const signedIn = await send('/api/session', admin)
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
    const line = await fetch(`${origin}/api/live`, { headers: { cookie } })
    const taken = run([], { ...office(), DATA_DIR: join(folder, 'other'), PORT: new URL(origin).port })
    expect(await taken.ended).toBe(1)
    expect(taken.printed()).toMatch(/PORT: \d+ of 127\.0\.0\.1 is in use/)
    const second = run([], office())
    expect(await second.ended).toBe(1)
    expect(second.printed()).toContain('is in use by process')
    first.process.kill('SIGTERM')
    expect(await line.text()).toContain('event: ping')
    expect(await first.ended).toBe(0)
    const verified = run(['verify'], office())
    expect(await verified.ended).toBe(0)
    expect(verified.printed()).toMatch(/\d+ entries, chain intact, \d+ tables equal/)
    const third = run([], office())
    const again = await third.says(/http:\/\/[\d.:]+/)
    expect((await (await fetch(`${again}/api/office`)).json()) as object).toMatchObject({ needsSetUp: false })
    expect((await fetch(`${again}/api/session`, { headers: { cookie } })).status).toBe(200)
    third.process.kill('SIGTERM')
    expect(await third.ended).toBe(0)
  }, 60_000)

  test('a demonstration killed while it is being filled is not passed off as a whole one', async () => {
    const demo = {
      DATA_DIR: join(folder, 'half'),
      DEMO: 'yes',
      DEMO_SIZE: 'street',
      PORT: '0',
      PASSWORD_MEMORY_KB: '8',
    }
    const killed = run([], demo)
    await killed.says(/Filling the demonstration/)
    killed.process.kill('SIGKILL')
    await killed.ended
    const again = run([], demo)
    expect(await again.ended).toBe(1)
    expect(again.printed()).toContain('was interrupted while it was being filled; delete that folder and start again')

    await rm(demo.DATA_DIR, { recursive: true })
    const whole = run([], demo)
    await whole.says(/xunfa-demo/)
    whole.process.kill('SIGTERM')
    expect(await whole.ended).toBe(0)
    const next = run([], demo)
    await next.says(/xunfa-demo/)
    next.process.kill('SIGTERM')
    expect(await next.ended).toBe(0)
  }, 60_000)

  test('--empty starts an office without anybody in it, where a demonstration would be the default', async () => {
    const empty = { DATA_DIR: join(folder, 'empty'), PORT: '0', PASSWORD_MEMORY_KB: '8' }
    const contradicted = run(['--empty'], { ...empty, DEMO: 'yes' })
    expect(await contradicted.ended).toBe(1)
    expect(contradicted.printed()).toContain("DEMO: found 'yes' together with --empty")
    const office = run(['--empty'], empty)
    const { origin } = new URL(await office.says(/http:\/\/\S+\/set-up\?token=\S+/))
    expect(await (await fetch(`${origin}/api/office`)).json()).toMatchObject({ demo: false, needsSetUp: true })
    office.process.kill('SIGTERM')
    expect(await office.ended).toBe(0)
  }, 60_000)

  test('a demonstration does not become an office, nor an office a demonstration', async () => {
    const refused = run([], { ...office(), DEMO: 'yes' })
    expect(await refused.ended).toBe(1)
    expect(refused.printed()).toContain('is a real office; choose another DATA_DIR')
  })
})
