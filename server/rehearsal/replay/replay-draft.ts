import type { House } from '../../api/house.ts'
import type { Key } from '../../engine/index.ts'
import { publishFiles } from '../publish-files.ts'
import type { BundleFile } from '../scenario.ts'
import { type ComparedVersion, compareRuns, type ReplayReport } from './compare-runs.ts'
import { newQuestions, nothingNew } from './new-questions.ts'
import { type RecordedCase, readCase } from './recorded-case.ts'
import { type ReplayedRun, type ReplayedVersion, replayVersion } from './replay-version.ts'

/** What is told again. */
export interface ReplayAsked {
  files: readonly BundleFile[]
  /** The version in force. */
  from: { processDefinitionKey: Key; bpmnProcessId: string; version: number }
  /** The newest of the finished cases, at most. */
  most: number
}

/** How far it is; `goesOn` is asked after each thing told. */
export interface ReplayProgress {
  total(inputs: number): void
  step(): void
  goesOn(): boolean
}

/** Tells finished cases again in the version in force and in a draft, and says what the draft would have changed. */
export async function replayDraft(house: House, asked: ReplayAsked, progress: ReplayProgress): Promise<ReplayReport> {
  const { cases, finished } = finishedCases(house, asked)
  progress.total(2 * cases.reduce((sum, { inputs }) => sum + inputs.length + 1, 0))
  const onInput = () => {
    progress.step()
    return progress.goesOn()
  }
  const instant = Math.min(house.clock.now(), ...cases.map(({ startedAt }) => startedAt))
  const replayed = (prepare: Prepare) =>
    house.rehearsals!.inOffice(
      async office => {
        const version = await prepare(office)
        const runs = await replayVersion(version, cases, onInput)
        return await comparedVersion(version, runs)
      },
      { instant, isStill: true },
    )
  const { processDefinitionKey } = asked.from
  const before = await replayed(async office => ({ office, processDefinitionKey, questions: nothingNew }))
  const after = await replayed(office => draftIn(house, office, asked))
  return { ...compareRuns(cases, before, after), finished, from: asked.from.version }
}

type Prepare = (office: ReplayedVersion['office']) => Promise<ReplayedVersion>

async function draftIn(house: House, office: ReplayedVersion['office'], { files, from }: ReplayAsked) {
  await publishFiles(office, files)
  const { processDefinitionKey } = office.house.definitions.findLatest(from.bpmnProcessId)!
  const before = { office: house, from: from.processDefinitionKey }
  const questions = await newQuestions(before, { rehearsal: office.house, to: processDefinitionKey }, files)
  return { office, processDefinitionKey, questions }
}

const PAGE = 100

/** The newest finished instances of the procedure, whatever version they were of, and how many there are of them. */
function finishedCases(house: House, { from, most }: ReplayAsked): { cases: RecordedCase[]; finished: number } {
  const keys: Key[] = []
  let after: string | undefined
  do {
    const asked = { state: 'COMPLETED' as const, processDefinitionId: from.bpmnProcessId, limit: PAGE }
    const { items, endCursor } = house.instances.page({ ...asked, ...(after !== undefined && { after }) })
    keys.push(...items.map(({ processInstanceKey }) => processInstanceKey))
    after = endCursor
  } while (after !== undefined)
  return { cases: keys.slice(0, most).map(key => readCase(house, key)), finished: keys.length }
}

/** What is compared of a version: its runs, and how its elements and limits read. */
async function comparedVersion(
  { office: { house }, processDefinitionKey }: ReplayedVersion,
  runs: Map<RecordedCase, ReplayedRun>,
): Promise<ComparedVersion> {
  const { nameOf, taskWords } = await house.diagrams.get(processDefinitionKey)
  const day = new Date(house.clock.now()).toISOString().slice(0, 10)
  const amounts = new Map(house.limitParameters.list(day).map(({ parameter }) => [parameter.key, parameter.amount]))
  const limitOf = (elementId: string) =>
    (taskWords(elementId)?.limit ?? '')
      .split(';')
      .map(key => key.trim().replace(/^\+/, ''))
      .filter(key => key !== '')
      .map(key => ({ key, amount: amounts.get(key) ?? '' }))
  return { runs, nameOf, limitOf }
}
