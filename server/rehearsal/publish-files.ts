import { parseBpmn, processesOf } from '../bpmn/index.ts'
import { CommandRejected } from '../engine/index.ts'
import type { RehearsalOffice } from './rehearsal-office.ts'
import type { BundleFile } from './scenario.ts'
import { type Told, tell } from './words.ts'

/** The files cannot be played; says why. */
export class NotPlayable extends Error {
  override readonly name = 'NotPlayable'
  constructor(readonly told: Told) {
    super(told.en)
  }
}

const PUBLISHED = /\.(bpmn|dmn|form)$/
const REHEARSAL = { kind: 'system', id: 'rehearsal', via: 'engine' } as const

/**
 * Publishes the files of a draft in a rehearsal office, with the limits they propose.
 * @returns id of the procedure
 * @throws NotPlayable when the engine, or the register of limits, does not take them
 */
export async function publishFiles(office: RehearsalOffice, files: readonly BundleFile[]): Promise<string> {
  const { engine, clock } = office.house
  const resources = files.filter(({ name }) => PUBLISHED.test(name)).map(({ name, content }) => ({ name, content }))
  const act = { kind: 'design' as const, verb: 'deployment.create', actor: REHEARSAL, at: clock.now() }
  await engine.submit({ act, commands: [{ type: 'DEPLOY_RESOURCES', resources }] }).catch((error: unknown) => {
    if (!(error instanceof CommandRejected)) throw error
    throw new NotPlayable(tell('rehearsal.not-published', { reason: error.reason }))
  })
  await setLimits(office, files)
  return await procedureIn(files)
}

/** Id of the first procedure of a bundle. @throws NotPlayable when there is none */
export async function procedureIn(files: readonly BundleFile[]): Promise<string> {
  const diagram = files.find(({ name }) => name.endsWith('.bpmn'))
  try {
    const [process] = diagram ? processesOf(await parseBpmn(diagram.content)) : []
    if (process?.id) return process.id
  } catch (error) {
    throw new NotPlayable(tell('rehearsal.not-published', { reason: error instanceof Error ? error.message : '' }))
  }
  throw new NotPlayable(tell('rehearsal.not-published', { reason: '.bpmn' }))
}

interface ProposedLimit {
  key?: string
  [member: string]: unknown
}

/** Through the route by which an administrator sets them, so that what cannot be published cannot be played. */
async function setLimits(office: RehearsalOffice, files: readonly BundleFile[]): Promise<void> {
  const proposed = files.find(({ name }) => name === 'parameters.json')
  if (!proposed) return
  const { limits = [] } = JSON.parse(proposed.content) as { limits?: ProposedLimit[] }
  const administrator = administratorOf(office)
  for (const { key = '', ...body } of limits) {
    const path = `/limit-parameters/${encodeURIComponent(key)}`
    const answer = await office.ask({ personId: administrator, method: 'PUT', path, body: JSON.stringify(body) })
    if (answer.ok) continue
    const { detail } = (await answer.json()) as { detail: string }
    throw new NotPlayable(tell('rehearsal.limit-refused', { key, reason: detail }))
  }
}

function administratorOf({ house }: RehearsalOffice): string {
  const day = new Date(house.clock.now()).toISOString().slice(0, 10)
  return house.people.listPeople(day, { role: 'process-admin' })[0]?.personId ?? ''
}
