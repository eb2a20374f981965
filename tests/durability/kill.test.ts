import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineReading } from '../../db/engine-reading.ts'
import { openReader } from '../../db/open.ts'
import { isIntact, verify } from '../../db/verify.ts'
import { verifyChain } from '../../db/verify-chain.ts'
import { createRandom } from '../bench/random.ts'
import { type Request, readings } from './durable-office.ts'

const KILLS = 30
const MOST_ANSWERS_BEFORE_KILL = 60
const MOST_DELAY_MS = 4
const CLIENTS = 8
/** Of the answers given before a kill, how many requests are sent again: they must be answered the same, and not done again. */
const SENT_AGAIN = 5

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-kill-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test(`after ${KILLS} SIGKILLs under load every acknowledged act is there, none twice, and the chain is intact`, async () => {
  const path = join(folder, 'office.db')
  const random = createRandom(20261124)
  const answers = new Map<string, number>()
  let repeated: Request[] = []
  for (let round = 0; round < KILLS; round++) {
    const said = await runAndKill(path, round, repeated, random)
    for (const [name, seq] of said.answered) {
      // An answer that was given once is given again.
      expect(answers.get(name) ?? seq, `answer to ${name}`).toBe(seq)
      answers.set(name, seq)
    }
    const unanswered = said.sent.filter(({ name }) => !answers.has(name))
    const answered = said.sent.filter(({ name }) => answers.has(name)).slice(-SENT_AGAIN)
    repeated = [...unanswered, ...answered]
    const db = openReader(path)
    const chain = verifyChain(db)
    expect(chain.fault).toBeUndefined()
    expect(missingOrRepeated(entriesByRequest(db), answers)).toEqual([])
    db.close()
  }
  expect(answers.size).toBeGreaterThan(KILLS)
  const db = openReader(path)
  const report = verify(db, { readings: [...readings, engineReading] })
  db.close()
  expect(report.differences).toEqual([])
  expect(isIntact(report)).toBe(true)
})

interface Said {
  sent: Request[]
  answered: Map<string, number>
}

/** Lets a process work until it has given a random number of answers, and a random moment longer. */
function runAndKill(path: string, round: number, repeated: Request[], random: () => number): Promise<Said> {
  const load = new URL('./load.ts', import.meta.url).pathname
  const args = ['--import', 'tsx', load, path, String(round), '100000', String(CLIENTS)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(repeated))
  const said: Said = { sent: [], answered: new Map() }
  let answersLeft = 1 + Math.floor(random() * MOST_ANSWERS_BEFORE_KILL)
  const delayMs = random() * MOST_DELAY_MS
  createInterface(child.stdout).on('line', line => {
    const [word, rest, seq] = splitLine(line)
    if (word === 'send') said.sent.push(JSON.parse(rest) as Request)
    if (word !== 'answer') return
    said.answered.set(rest, Number(seq))
    if (--answersLeft === 0) setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said)
      else reject(new Error(`Expected the process to be killed, found that it ended with ${code} ${signal}`))
    })
  })
}

function splitLine(line: string): [word: string, rest: string, seq: string] {
  const at = line.indexOf(' ')
  const word = line.slice(0, at)
  const rest = line.slice(at + 1)
  if (word !== 'answer') return [word, rest, '']
  const [name, seq] = rest.split(' ')
  return [word, name!, seq!]
}

/** The numbers of the accepted entries of each request. */
function entriesByRequest(db: ReturnType<typeof openReader>): Map<string, number[]> {
  const rows = db
    .prepare<[], { seq: number; name: string }>(
      `select seq, json_extract(body, '$.payload.request') as name from journal
       where json_extract(body, '$.verb') = 'test.request' and json_extract(body, '$.kind') <> 'refused'`,
    )
    .all()
  const entries = new Map<string, number[]>()
  for (const { seq, name } of rows) entries.set(name, [...(entries.get(name) ?? []), seq])
  return entries
}

function missingOrRepeated(entries: Map<string, number[]>, answers: Map<string, number>): string[] {
  const missing = [...answers]
    .filter(([name, seq]) => !entries.get(name)?.includes(seq))
    .map(([name]) => `${name} missing`)
  const twice = [...entries].filter(([, seqs]) => seqs.length > 1).map(([name]) => `${name} twice`)
  return [...missing, ...twice]
}
