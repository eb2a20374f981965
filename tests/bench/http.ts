import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'
import { demoRegister } from '../../db/seed/people.ts'
import { type App, createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { median } from './blocks.ts'
import type { Figure } from './figures.ts'
import type { Answered, Load } from './http-load.ts'

const CONNECTIONS = [1, 16, 64]
const SECONDS = 2
const OFFICER = 'lin-shen'
const DIAGRAM = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="load-definitions" targetNamespace="urn:xunfa:bench">
  <bpmn:process id="load" name="两步" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="a" />
    <bpmn:userTask id="a" name="受理"><bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="street-officer@LDJ-CEC" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b" />
    <bpmn:userTask id="b" name="决定"><bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="street-officer@LDJ-CEC" /></bpmn:extensionElements></bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`

/** Completions over HTTP against the least that Hono and zod can do with the same body, with 1, 16 and 64 connections; rounds in turn, medians. */
export async function measureHttp(folder: string, rounds: number): Promise<Figure[]> {
  const config = readConfig({
    DATA_DIR: join(folder, 'http'),
    DEMO: 'yes',
    LOG_LEVEL: 'error',
    PASSWORD_MEMORY_KB: '8',
  })
  const app = await createApp({ config })
  await app.enter([...demoRegister], DEMO_PASSWORD)
  app.start()
  const [product, floor] = [await listen(app.fetch), await listen(zodFloor().fetch)]
  try {
    const cookie = await signIn(app)
    await app.house.engine.submit({
      act: { kind: 'engine', verb: 'deployment.create', actor: { kind: 'person', id: OFFICER }, at: app.clock.now() },
      commands: [{ type: 'DEPLOY_RESOURCES', resources: [{ name: 'load.bpmn', content: DIAGRAM }] }],
    })
    const run = async (server: Server, connections: number, requests: string) =>
      load({
        url: urlOf(server),
        connections,
        seconds: SECONDS,
        requests,
        repeats: server === floor,
        headers: headersOf(server, cookie),
      })
    const seen = new Map<string, Answered[]>()
    for (let round = 0; round < rounds; round++)
      for (const connections of CONNECTIONS)
        for (const [name, server] of [
          ['zod', floor],
          ['complete', product],
        ] as const) {
          const requests = await requestsFor(app, folder, connections === 1 ? 6_000 : 16_000)
          const answered = await run(server, connections, requests)
          if (answered.refused > 0) throw new Error(`Expected only accepted requests, ${answered.refused} were refused`)
          const key = `${name} ${connections}`
          seen.set(key, [...(seen.get(key) ?? []), answered])
        }
    return figuresOf(seen)
  } finally {
    product.close()
    floor.close()
    await app.stop()
  }
}

function figuresOf(seen: Map<string, Answered[]>): Figure[] {
  return CONNECTIONS.flatMap(connections => {
    const rates = (name: string) => seen.get(`${name} ${connections}`)!.map(({ perSecond }) => perSecond)
    const ratios = rates('complete').map((rate, round) => rate / rates('zod')[round]!)
    const p99 = seen.get(`complete ${connections}`)!.map(({ p99Ms }) => p99Ms)
    const at = `${connections} connections`
    return [
      { metric: `HTTP completions, ${at}`, value: median(rates('complete')), unit: '/s' },
      { metric: `HTTP completions, p99, ${at}`, value: median(p99), unit: 'ms' },
      {
        metric: `HTTP completion ÷ zod floor, ${at}`,
        value: median(ratios),
        unit: '',
        ...(connections === 16 && { atLeast: 0.5 }),
      },
    ]
  })
}

/** A route that only checks the body. */
function zodFloor(): Hono {
  const body = z.strictObject({ action: z.string().optional(), variables: z.record(z.string(), z.unknown()) })
  const floor = new Hono()
  floor.post('*', async c => {
    body.parse(await c.req.json())
    return c.body(null, 204)
  })
  return floor
}

function listen(fetch: App['fetch'] | Hono['fetch']): Promise<Server> {
  return new Promise(resolve => {
    const server = serve({ fetch: fetch as App['fetch'], port: 0, hostname: '127.0.0.1' }, () =>
      resolve(server),
    ) as Server
  })
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function headersOf(server: Server, cookie: string): Record<string, string> {
  return { cookie, 'content-type': 'application/json', origin: urlOf(server) }
}

async function signIn(app: App): Promise<string> {
  const body = JSON.stringify({ accountId: OFFICER, password: DEMO_PASSWORD })
  const answer = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return answer.headers.getSetCookie().at(-1)!.split(';')[0]!
}

/** Starts so many instances, and writes down the completion of each one's first task. */
async function requestsFor(app: App, folder: string, count: number): Promise<string> {
  const lines: string[] = []
  const start = () =>
    app.house.engine.submit({
      act: {
        kind: 'engine',
        verb: 'process-instance.create',
        actor: { kind: 'person', id: OFFICER },
        at: app.clock.now(),
      },
      commands: [{ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'load' }],
    })
  while (lines.length < count) {
    const outcomes = await Promise.all(Array.from({ length: 100 }, start))
    for (const { segments } of outcomes)
      for (const { valueType, intent, key } of segments.flatMap(({ records }) => records))
        if (valueType === 'USER_TASK' && intent === 'CREATED')
          lines.push(`/api/user-tasks/${key}/completion\t${JSON.stringify({ variables: {} })}`)
  }
  const file = join(folder, 'requests.tsv')
  writeFileSync(file, lines.join('\n'))
  return file
}

function load(asked: Load): Promise<Answered> {
  const child = fork(fileURLToPath(new URL('./http-load.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', answered => resolve(answered as Answered))
    child.once('exit', code => code !== 0 && reject(new Error(`The load ended with ${code}`)))
    child.send(asked)
  })
}
