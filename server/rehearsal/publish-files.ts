import type { House } from '../api/house.ts'
import type { Language } from '../api/language.ts'
import { describeProblem, Problem } from '../api/problem.ts'
import { type ProposedLimit, proposedLimits } from '../api/process-drafts/draft-parameters.ts'
import { parseBpmn, processesOf } from '../bpmn/index.ts'
import { CommandRejected } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'
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
 * Publishes the files of a draft in a rehearsal office, with the limits they propose, in one act.
 * @returns id of the procedure
 * @throws NotPlayable when the engine, or the register of limits, does not take them
 */
export async function publishFiles(office: RehearsalOffice, files: readonly BundleFile[]): Promise<string> {
  const register = limitsIn(office.house, files).flatMap(limit => limit.register)
  await publish(office, files, register)
  return await procedureIn(files)
}

/** The same without the limits, for a house that counts none. @throws NotPlayable */
export async function publish(
  office: RehearsalOffice,
  files: readonly BundleFile[],
  register: RegisterRecord[] = [],
): Promise<void> {
  const { engine, clock } = office.house
  const resources = files.filter(({ name }) => PUBLISHED.test(name)).map(({ name, content }) => ({ name, content }))
  const act = { kind: 'design' as const, verb: 'deployment.create', actor: REHEARSAL, at: clock.now(), register }
  await engine.submit({ act, commands: [{ type: 'DEPLOY_RESOURCES', resources }] }).catch((error: unknown) => {
    if (!(error instanceof CommandRejected)) throw error
    throw new NotPlayable(tell('rehearsal.not-published', { reason: error.reason }))
  })
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

/** What a draft proposes for the limits of an office, as its publication would set it. @throws NotPlayable */
export function limitsIn(house: House, files: readonly BundleFile[]): ProposedLimit[] {
  try {
    return proposedLimits(house, files)
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof CommandRejected)) throw error
    const said = (language: Language) => describeProblem(error, language, '').detail
    throw new NotPlayable({ zh: said('zh'), en: said('en') })
  }
}
