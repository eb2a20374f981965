import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement } from 'better-sqlite3'
import * as elements from 'bpmn-elements'
import { Engine } from 'bpmn-engine'
import { BpmnModdle } from 'bpmn-moddle'
import serializeContext, { TypeResolver } from 'moddle-context-serializer'
import { openDatabase } from '../../db/open.ts'
import type { Subject } from './blocks.ts'
import { createRandom } from './random.ts'

/** Two other engines for Node on the same procedure, each made durable as its users do: the whole state in one row at every wait state. */
export async function openPeers(folder: string): Promise<{ subjects: Subject[]; stateBytes: number; close(): void }> {
  const db = openDatabase(join(folder, 'peers.db'))
  db.writer.exec('create table state (id integer primary key, engine text, text text)')
  const store = createStore(
    db.writer.prepare('insert into state (engine, text) values (?, ?)'),
    db.writer.prepare('select text from state where id = ?').pluck(),
    db.writer.prepare('update state set text = ? where id = ?'),
  )
  // Their condition is a plain value, which costs them less than FEEL would.
  const xml = readFileSync(new URL('./approval5.bpmn', import.meta.url), 'utf8').replace(
    /(<bpmn:conditionExpression[^>]*>)[^<]*/,
    `$1\${environment.variables.isLarge}`,
  )
  const peers = [
    await poolOf('bpmn-engine', bpmnEngine(xml), store),
    await poolOf('elements', await bpmnElements(xml), store),
  ]
  return {
    subjects: peers.map(({ subject }) => subject),
    stateBytes: peers[0]!.stateBytes,
    close: () => db.close(),
  }
}

const LIVE_INSTANCES = 60

/** One step of a peer: a state in, the state after a completed task out; undefined when the instance has ended. */
interface Peer {
  start(): Promise<string>
  complete(state: string): Promise<string | undefined>
}

interface Store {
  insert(engine: string, text: string): number
  read(id: number): string
  write(id: number, text: string): void
}

function createStore(insert: Statement, read: Statement, write: Statement): Store {
  return {
    insert: (engine, text) => Number(insert.run(engine, text).lastInsertRowid),
    read: id => read.get(id) as string,
    write: (id, text) => void write.run(text, id),
  }
}

async function poolOf(name: string, peer: Peer, store: Store): Promise<{ subject: Subject; stateBytes: number }> {
  const random = createRandom(13)
  const ids: number[] = []
  for (let i = 0; i < LIVE_INSTANCES; i++) ids.push(store.insert(name, await peer.start()))
  const run = async () => {
    const id = ids[Math.floor(random() * ids.length)]!
    const next = await peer.complete(store.read(id))
    store.write(id, next ?? (await peer.start()))
  }
  return { subject: { name, operations: 1, run }, stateBytes: store.read(ids[0]!).length }
}

function bpmnEngine(source: string): Peer {
  return {
    async start() {
      const engine = new Engine({ name: 'approval5', source, variables: { isLarge: true } })
      const execution = await engine.execute()
      const state = JSON.stringify(await engine.getState())
      void execution.stop()
      return state
    },
    async complete(text) {
      const engine = new Engine({ name: 'approval5' }).recover(JSON.parse(text))
      const execution = await engine.resume()
      const waiting = execution.getPostponed().find(({ type }) => type === 'bpmn:UserTask')
      execution.signal({ id: waiting!.id })
      const state = JSON.stringify(await engine.getState())
      const hasEnded = !execution.getPostponed().some(({ type }) => type === 'bpmn:UserTask')
      void execution.stop()
      return hasEnded ? undefined : state
    },
  }
}

/** The library below it at its best: the parsed diagram is shared, the state goes without it. */
async function bpmnElements(source: string): Promise<Peer> {
  const moddle = await new BpmnModdle().fromXML(source)
  const context = elements.Context(serializeContext(moddle, TypeResolver(elements)))
  const environment = () => new elements.Environment({ settings: {}, variables: { isLarge: true } })
  const open = () => new elements.Definition(context.clone(environment()))
  const isTask = ({ type }: { type: string }) => type === 'bpmn:UserTask'
  return {
    async start() {
      const definition = open()
      definition.run()
      const state = JSON.stringify(definition.getState())
      definition.stop()
      return state
    },
    async complete(text) {
      const definition = open().recover(JSON.parse(text))
      definition.resume()
      const waiting = definition.getPostponed().find(isTask)
      definition.signal({ id: waiting!.id })
      const state = definition.getPostponed().some(isTask) ? JSON.stringify(definition.getState()) : undefined
      definition.stop()
      return state
    },
  }
}
