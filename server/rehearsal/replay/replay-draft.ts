import type { House } from '../../api/house.ts'
import { dayOf } from '../../deadlines/office-day.ts'
import type { Key } from '../../engine/index.ts'
import { limitsIn, publish } from '../publish-files.ts'
import type { BundleFile } from '../scenario.ts'
import { type ComparedVersion, compareRuns, type ReplayReport } from './compare-runs.ts'
import { newQuestions, nothingNew } from './new-questions.ts'
import { callsTo, elementAt, type Place } from './place.ts'
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
  const amounts = amountsOf(house, asked.files)
  progress.total(2 * cases.reduce((sum, { inputs }) => sum + inputs.length + 1, 0))
  const onInput = () => {
    progress.step()
    return progress.goesOn()
  }
  const instant = Math.min(house.clock.now(), ...cases.map(({ startedAt }) => startedAt))
  const replayed = (prepare: Prepare, amounts: Amounts) =>
    house.rehearsals!.inOffice(
      async office => {
        const version = await prepare(office)
        const runs = await replayVersion(version, cases, onInput)
        return await comparedVersion(version, runs, amounts)
      },
      { instant, isStill: true },
    )
  const { processDefinitionKey } = asked.from
  const before = await replayed(
    async office => ({ office, processDefinitionKey, questions: nothingNew }),
    amounts.before,
  )
  const after = await replayed(office => draftIn(house, office, asked), amounts.after)
  return { ...compareRuns(cases, before, after), finished, from: asked.from.version }
}

/** How long each limit is, by its key. */
type Amounts = ReadonlyMap<string, string>

/** As the office has them today, and as the draft would set them. */
function amountsOf(house: House, files: readonly BundleFile[]): { before: Amounts; after: Amounts } {
  const today = house.limitParameters.list(dayOf(house.clock.now()))
  const before = new Map(today.map(({ parameter }) => [parameter.key, parameter.amount]))
  const proposed = limitsIn(house, files).map(({ key, after }) => [key, (after as { amount: string }).amount] as const)
  return { before, after: new Map([...before, ...proposed]) }
}

type Prepare = (office: ReplayedVersion['office']) => Promise<ReplayedVersion>

async function draftIn(house: House, office: ReplayedVersion['office'], { files, from }: ReplayAsked) {
  await publish(office, files)
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

/** What is compared of a version: its runs, and how its places and limits read. */
async function comparedVersion(
  { office: { house }, processDefinitionKey }: ReplayedVersion,
  runs: Map<RecordedCase, ReplayedRun>,
  amounts: Amounts,
): Promise<ComparedVersion> {
  const own = await house.diagrams.get(processDefinitionKey)
  const called = await calledDiagrams(house, runs)
  const nameIn = (diagram: DiagramReading | undefined, elementId: string) => diagram?.nameOf(elementId) ?? elementId
  const diagramOf = (place: Place) => {
    const calls = callsTo(place)
    return calls.length === 0 ? own : called.get(calls.at(-1)!.processId)
  }
  const nameOf = (place: Place) => {
    const calls = callsTo(place).map(({ elementId }, index, all) =>
      nameIn(index === 0 ? own : called.get(all[index - 1]!.processId), elementId),
    )
    return [...calls, nameIn(diagramOf(place), elementAt(place))].join(' › ')
  }
  const limitOf = (place: Place) =>
    (diagramOf(place)?.taskWords(elementAt(place))?.limit ?? '')
      .split(';')
      .map(key => key.trim().replace(/^\+/, ''))
      .filter(key => key !== '')
      .map(key => ({ key, amount: amounts.get(key) ?? '' }))
  return { runs, nameOf, limitOf }
}

type DiagramReading = Awaited<ReturnType<House['diagrams']['get']>>

/** The diagrams of the procedures that were called anywhere, as they are in force. */
async function calledDiagrams(
  house: House,
  runs: Map<RecordedCase, ReplayedRun>,
): Promise<Map<string, DiagramReading>> {
  const places = [...runs.values()].flatMap(({ run: { tasks, ends, incident, openJobs, timers }, unanswered }) => [
    ...tasks.map(({ place }) => place),
    ...ends,
    ...[...openJobs.values()].map(({ place }) => place),
    ...timers.values(),
    ...[incident?.place ?? '', unanswered?.place ?? ''],
  ])
  const ids = new Set(places.flatMap(place => callsTo(place).map(({ processId }) => processId)))
  const found = [...ids].flatMap(id => house.definitions.findLatest(id) ?? [])
  return new Map(
    await Promise.all(
      found.map(
        async ({ bpmnProcessId, processDefinitionKey }) =>
          [bpmnProcessId, await house.diagrams.get(processDefinitionKey)] as const,
      ),
    ),
  )
}
