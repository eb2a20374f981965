import { type Command, CommandRejected, type Key, type Outcome } from '../../engine/index.ts'
import type { RehearsalOffice } from '../rehearsal-office.ts'
import { type FollowedRun, followRuns, newRun, waitName } from './followed-run.ts'
import type { NewQuestions } from './new-questions.ts'
import { callsTo, elementAt, type Place } from './place.ts'
import type { RecordedCase, RecordedInput } from './recorded-case.ts'

/** Why a case cannot be told to its end by what was recorded: never guessed, but named. */
export interface Unanswered {
  kind: 'task' | 'field' | 'action' | 'job' | 'event' | 'broken'
  place: Place
  /** Names of fields, the button, the sentence of the incident. */
  what: string
}

/** A case as one version of the procedure makes it go. */
export interface ReplayedRun {
  run: FollowedRun
  unanswered?: Unanswered
}

/** One version in an office of its own. */
export interface ReplayedVersion {
  office: RehearsalOffice
  processDefinitionKey: Key
  /** What this version asks that the recorded one did not; empty for that one itself. */
  questions: NewQuestions
}

const ACTOR = { kind: 'system', id: 'replay', via: 'engine' } as const
/** Workers of these only tell others: nothing that is decided later reads their answer. */
const TELLING: ReadonlySet<string> = new Set(['publish-message', 'write-register', 'escalate'])

/**
 * Tells cases again in the order in which everything happened, by the clock of that time, in one version.
 * @param onInput after each thing told; a no ends it
 */
export async function replayVersion(
  version: ReplayedVersion,
  cases: readonly RecordedCase[],
  onInput: () => boolean,
): Promise<Map<RecordedCase, ReplayedRun>> {
  const told = new Telling(version)
  const timeline = cases
    .flatMap(recorded => [
      { at: recorded.startedAt, seq: 0, recorded, input: undefined },
      ...recorded.inputs.map(input => ({ at: input.at, seq: input.seq, recorded, input })),
    ])
    .sort((a, b) => a.at - b.at || a.seq - b.seq)
  for (const { at, recorded, input } of timeline) {
    await told.until(at)
    if (input) await told.give(recorded, input)
    else await told.begin(recorded)
    if (!onInput()) break
  }
  return told.close(cases)
}

/** A case under way. */
interface OpenCase {
  key: Key
  run: FollowedRun
  /** What came before anything waited for it. */
  early: RecordedInput[]
  /** How many answers of workers were used, by place. */
  used: Map<Place, number>
  unanswered?: Unanswered
}

class Telling {
  private readonly runs = new Map<Key, FollowedRun>()
  private readonly open = new Map<RecordedCase, OpenCase>()
  private readonly stopFollowing: () => void

  constructor(private readonly version: ReplayedVersion) {
    const { engine } = version.office.house
    this.stopFollowing = engine.onCommit(outcomes => followRuns(outcomes, this.runs))
  }

  /** Lets time come to an instant, with the timers that are due by then. */
  async until(instant: number): Promise<void> {
    const { clock, house } = this.version.office
    clock.set(instant)
    const due = house.db.writer.prepare<[number], number>('SELECT count(*) FROM engine_timer WHERE due <= ?').pluck()
    while (due.get(clock.now())) await new Promise(resolve => setImmediate(resolve))
  }

  async begin(recorded: RecordedCase): Promise<void> {
    const { office, processDefinitionKey } = this.version
    const { graph } = await office.house.diagrams.get(processDefinitionKey)
    const start = graph.nodes.get(recorded.startEventId)
    const startInstructions = !start?.eventType
      ? undefined
      : start.outgoing.map(({ targetId }) => ({ elementId: targetId }))
    const outcome = await this.submit({
      ...{ type: 'CREATE_PROCESS_INSTANCE', processDefinitionKey, variables: recorded.variables },
      ...(startInstructions && { startInstructions }),
    })
    const key = String(outcome?.results[0]?.processInstanceKey ?? '')
    const run = newRun(key)
    const family = new Map([[key, run]])
    // Its first records were told before its key was known.
    if (outcome) followRuns([outcome], family)
    else run.incident = { place: recorded.startEventId, message: '' }
    for (const instance of family.keys()) this.runs.set(instance, run)
    this.open.set(recorded, { key, run, early: [], used: new Map() })
    await this.work(recorded)
  }

  async give(recorded: RecordedCase, input: RecordedInput): Promise<void> {
    const open = this.open.get(recorded)
    if (!open || open.unanswered) return
    open.early.push(input)
    await this.work(recorded)
  }

  /** Gives what waits to be given, as long as something takes it. */
  private async work(recorded: RecordedCase): Promise<void> {
    const open = this.open.get(recorded)!
    for (;;) {
      if (open.unanswered || open.run.isOver || open.run.incident) return
      if (await this.answerJob(recorded, open)) continue
      const index = open.early.findIndex(input => takerOf(open.run, input) !== undefined)
      const [input] = index < 0 ? [] : open.early.splice(index, 1)
      if (!input) return
      await this.take(open, input)
    }
  }

  private async take(open: OpenCase, input: RecordedInput): Promise<void> {
    const { variables } = input
    if (input.kind === 'message') {
      const { name, correlationKey } = input
      await this.submit({ type: 'PUBLISH_MESSAGE', name, correlationKey, variables })
      return
    }
    const { place, action } = input
    const given = { ...(action !== undefined && { action }), variables }
    // Only the procedure itself is another; what it calls is as it is in force.
    const missing = callsTo(place).length === 0 && this.version.questions.missingIn(elementAt(place), given)
    if (missing) {
      open.unanswered = { place, ...missing }
      return
    }
    const userTaskKey = takerOf(open.run, input)!
    await this.submit({ type: 'COMPLETE_USER_TASK', userTaskKey, ...(action !== undefined && { action }), variables })
  }

  /** Lets the recorded answer of a worker stand for its work. Answers whether there was a job. */
  private async answerJob({ answers }: RecordedCase, open: OpenCase): Promise<boolean> {
    const [next] = open.run.openJobs
    if (!next) return false
    const [jobKey, { place, type }] = next
    const used = open.used.get(place) ?? 0
    const answer = answers.get(place)?.[used]
    open.used.set(place, used + 1)
    if (!answer && !TELLING.has(type)) {
      open.unanswered = { kind: 'job', place, what: type }
      return true
    }
    const { errorCode, variables = {} } = answer ?? {}
    await this.submit(
      errorCode === undefined
        ? { type: 'COMPLETE_JOB', jobKey, variables }
        : { type: 'THROW_ERROR', jobKey, errorCode, variables },
    )
    return true
  }

  private async submit(command: Command): Promise<Outcome | undefined> {
    const { engine, clock } = this.version.office.house
    const act = { kind: 'engine' as const, verb: 'replay', actor: ACTOR, at: clock.now() }
    return await engine.submit({ act, commands: [command] }).catch((error: unknown) => {
      if (error instanceof CommandRejected) return undefined
      throw error
    })
  }

  close(cases: readonly RecordedCase[]): Map<RecordedCase, ReplayedRun> {
    this.stopFollowing()
    return new Map(
      cases.map(recorded => {
        const { run = newRun(''), unanswered } = this.open.get(recorded) ?? {}
        const open = unanswered ?? whatIsOpen(run)
        return [recorded, { run, ...(open && { unanswered: open }) }]
      }),
    )
  }
}

/** Who takes an input now: the key of a task, or that somebody waits for the message. */
function takerOf({ openTasks, subscriptions }: FollowedRun, input: RecordedInput): Key | undefined {
  if (input.kind === 'task') return [...openTasks].find(([, place]) => place === input.place)?.[0]
  const name = waitName(input.name, input.correlationKey)
  return [...subscriptions].find(([, waits]) => waits === name)?.[0]
}

/** What a case that did not end waits for. */
function whatIsOpen({
  isOver,
  incident,
  openTasks,
  openJobs,
  timers,
  subscriptions,
}: FollowedRun): Unanswered | undefined {
  if (incident) return { kind: 'broken', place: incident.place, what: incident.message }
  if (isOver) return undefined
  const [task] = openTasks.values()
  if (task !== undefined) return { kind: 'task', place: task, what: '' }
  const [job] = openJobs.values()
  if (job) return { kind: 'job', place: job.place, what: job.type }
  const [timer] = timers.values()
  const [message] = subscriptions.values()
  return { kind: 'event', place: timer ?? '', what: message ?? '' }
}
