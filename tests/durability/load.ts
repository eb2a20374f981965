import { writeSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { completeRequest, openDurableOffice, type Request, startRequest } from './durable-office.ts'

/**
 * A process that is made to be killed: `node --import tsx load.ts <file> <round> <requests> <clients>`. Reads requests of
 * killed processes from its input and sends them again, then goes on with its own, `clients` of them at a time. It writes
 * `send <json>` before each request and `answer <name> <seq>` after each answer, unbuffered, so that what was said was said.
 */
const [path, round, requests, clients] = process.argv.slice(2)
const office = openDurableOffice(path!)
const repeated = JSON.parse((await text(process.stdin)) || '[]') as Request[]

const say = (line: string): void => void writeSync(1, `${line}\n`)

async function send(request: Request): Promise<void> {
  say(`send ${JSON.stringify(request)}`)
  const { seq } = await office.submit(request)
  say(`answer ${request.name} ${seq}`)
}

await office.deploy()
await Promise.all(repeated.map(send))
const tasks = office.db.reader
  .prepare<[], string>("select cast(user_task_key as text) from inbox_task where state = 'CREATED'")
  .pluck()
  .all()
let left = Number(requests)

/** Every second request completes what was open at the start, the others start an instance; no client waits for another. */
async function client(): Promise<void> {
  while (left > 0) {
    const name = `${round}-${left--}`
    const task = left % 2 === 0 ? tasks.shift() : undefined
    await send(task ? completeRequest(name, task) : startRequest(name))
  }
}

await Promise.all(Array.from({ length: Number(clients) }, client))
await office.close()
