import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { Command, Outcome, ProcessEngine, Variables } from '../engine/index.ts'
import type { Act, RegisterRecord } from '../journal/act.ts'
import type { Calendars } from '../registers/calendars.ts'
import { nextLook, stageAt } from '../registers/count-limit-entry.ts'
import { escalationRecord } from '../registers/escalations.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import type { LimitEntry, Limits } from '../registers/limit-queries.ts'
import { limitRecord } from '../registers/limits.ts'
import { escalationOf } from './escalation.ts'
import {
  escalationTarget,
  isWaived,
  type LimitDiagram,
  limitStart,
  overdueKey,
  overdueName,
} from './limit-expressions.ts'
import type { OfficeClock } from './office-clock.ts'
import { type BegunInstance, instancesBegunIn, openedLimits } from './procedure-limits.ts'
import { type Anew, recountWithNext } from './recount.ts'
import { waived } from './waived.ts'

/** What the limit clock works with. */
export interface LimitClockTools {
  engine: ProcessEngine<Act>
  clock: Pick<OfficeClock, 'now' | 'wakeAt'>
  limits: Limits
  calendars: Calendars
  limitParameters: Pick<LimitParameters, 'inForce'>
  /** Those that began last: of them a crash may have left one without the limit of its procedure. */
  newestInstances(): BegunInstance[]
  caseOf(processInstanceKey: string): string | undefined
  diagramOf(processDefinitionKey: string): Promise<LimitDiagram>
  /** The body in whose name the work is done that a limit is of: where it goes up to. */
  officeOf(limit: LimitEntry): string | undefined
  onError(error: unknown): void
}

/** How many acts are handed in at a time. */
const AT_A_TIME = 100

/**
 * The one clock of all statutory limits. It warns when a third is left and when one working day is, and records what
 * follows when a limit is over; where the diagram waits for that, it publishes `limit-overdue`. It approves nothing.
 */
export function openLimitClock(tools: LimitClockTools): LimitClock {
  return new RunningLimitClock(tools)
}

/** A limit clock that runs. */
export interface LimitClock {
  /** When everything that has come by now is recorded. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** How long it waits after an act failed, ms. */
const RETRY_AFTER_MS = 60_000

class RunningLimitClock implements LimitClock {
  private cancelAlarm = () => {}
  private work: Promise<void> = Promise.resolve()
  private isClosed = false
  /** After a failure, ms UTC. */
  private notBefore = 0
  /** Instances whose procedures may have limits of their own. */
  private begun: BegunInstance[]
  private readonly stopListening: () => void

  constructor(private readonly tools: LimitClockTools) {
    this.begun = tools.newestInstances()
    this.stopListening = tools.engine.onCommit(outcomes => {
      const begun = instancesBegunIn(outcomes, tools.clock.now())
      this.begun.push(...begun)
      if (begun.length > 0 || outcomes.some(mayConcernLimits)) this.look()
    })
    this.look()
  }

  async settled(): Promise<void> {
    this.look()
    await this.work
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.stopListening()
    this.cancelAlarm()
    await this.work
  }

  private look(): void {
    this.work = this.work.then(() => this.round()).catch(this.tools.onError)
  }

  /** Everything that has come, then an alarm for what comes next. */
  private async round(): Promise<void> {
    const { limits, calendars, clock } = this.tools
    for (const instance of this.begun.splice(0)) await this.openLimitsOf(instance)
    await this.each(
      () => limits.withoutStart(AT_A_TIME),
      entry => this.start(entry),
    )
    await this.each(
      () => limits.countedBefore(calendars.latest().version).slice(0, AT_A_TIME),
      entry => this.recountByCalendar(entry),
    )
    await this.each(
      () => limits.dueUntil(clock.now(), AT_A_TIME),
      entry => this.fire(entry),
    )
    this.cancelAlarm()
    const next = limits.nextAt()
    if (next !== undefined && !this.isClosed)
      this.cancelAlarm = clock.wakeAt(Math.max(next, this.notBefore), () => this.look())
  }

  /** What failed is found again, so the rest waits for the next round. */
  private async each(find: () => LimitEntry[], act: (entry: LimitEntry) => Promise<void>): Promise<void> {
    for (let found = find(); found.length > 0 && !this.isClosed; found = find()) {
      const done = await Promise.allSettled(found.map(act))
      const failed = done.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : []))
      if (failed.length === 0) continue
      this.notBefore = this.tools.clock.now() + RETRY_AFTER_MS
      this.tools.onError(failed[0])
      return
    }
  }

  private async openLimitsOf(instance: BegunInstance): Promise<void> {
    const { tools } = this
    const { processInstanceKey, processDefinitionKey } = instance
    const diagram = await tools.diagramOf(processDefinitionKey)
    if (diagram.words.properties.limit === undefined || tools.limits.ofOwner(processInstanceKey).length > 0) return
    const variables = tools.engine.visibleVariables(processInstanceKey, processInstanceKey) ?? {}
    const calendar = tools.calendars.latest()
    const { register, keys } = openedLimits(instance, { ...tools, diagram, variables, calendar })
    if (register.length === 0) return
    const subject = { userTaskKey: null, processInstanceKey, elementId: diagram.graph.id }
    await this.submit(subject, 'limit.open', register, { limits: keys })
  }

  private async start(entry: LimitEntry): Promise<void> {
    const variables = this.variablesOf(entry)
    if (isWaived(entry.startExpression ?? '', variables)) return this.waive(entry)
    const startedAt = limitStart(entry.startExpression ?? '', variables)
    const started = limitRecord(entry, { startExpression: null })
    if (startedAt === undefined)
      return this.submit(entry, 'limit.start', [started], { reason: 'limit-start', found: 'no-instant' })
    const { first, register } = this.recounted(entry, { startedAt }, this.tools.calendars.at(entry.calendarVersion))
    return this.submit(entry, 'limit.start', [started, ...register], { reason: 'limit-start', ...first.payload })
  }

  /** Takes away a limit that does not apply, for example because another of the task's does. */
  private async waive(entry: LimitEntry): Promise<void> {
    const register = waived(entry, this.tools, this.tools.calendars.at(entry.calendarVersion))
    await this.submit(entry, 'limit.waive', register, { limit: entry.parameter.key })
  }

  private recounted(entry: LimitEntry, anew: Anew, calendar: WorkCalendar) {
    const { limits, clock } = this.tools
    return recountWithNext(entry, anew, { ofOwner: limits.ofOwner(entry.ownerKey), calendar, now: clock.now() })
  }

  private async recountByCalendar(entry: LimitEntry): Promise<void> {
    const { first, register } = this.recounted(entry, {}, this.tools.calendars.latest())
    await this.submit(entry, 'limit.recount', register, { reason: 'calendar', ...first.payload })
  }

  private async fire(entry: LimitEntry): Promise<void> {
    const stage = stageAt(entry, this.tools.clock.now())
    const { dueAt, isProvisional, escalateTo, parameter } = entry
    const fired = limitRecord(entry, { stage, nextAt: nextLook(entry, stage) })
    const payload = { limit: parameter.key, dueAt, isProvisional }
    if (stage !== 'overdue') return this.submit(entry, `limit.${stage}`, [fired], payload)
    const { consequence } = parameter
    const to = escalateTo === null ? null : escalationTarget(escalateTo, this.variablesOf(entry))
    const up = escalationOf({ ...entry, escalateTo: to }, this.tools.officeOf(entry))
    const overdue = { ...payload, consequence, ...(up && to !== null && { escalateTo: to }) }
    const register = up ? [fired, escalationRecord(up)] : [fired]
    return this.submit(entry, 'limit.overdue', register, overdue, await this.messageOf(entry))
  }

  private async messageOf(entry: LimitEntry): Promise<Command[]> {
    const diagram = await this.tools.diagramOf(entry.processDefinitionKey)
    const all = this.tools.limits.ofOwner(entry.ownerKey)
    const position = all.findIndex(({ parameter }) => parameter.key === entry.parameter.key)
    const limit = { ...entry, position }
    const correlationKey = overdueKey(diagram, limit, this.variablesOf(entry))
    if (correlationKey === undefined) return []
    return [{ type: 'PUBLISH_MESSAGE', name: overdueName(diagram, limit), correlationKey, timeToLive: 0 }]
  }

  private variablesOf({ processInstanceKey, elementInstanceKey }: LimitEntry): Variables {
    return this.tools.engine.visibleVariables(processInstanceKey, elementInstanceKey) ?? {}
  }

  private async submit(
    {
      userTaskKey,
      processInstanceKey,
      elementId,
    }: Pick<LimitEntry, 'userTaskKey' | 'processInstanceKey' | 'elementId'>,
    verb: string,
    register: RegisterRecord[],
    payload: NonNullable<Act['payload']>,
    commands: Command[] = [],
  ): Promise<void> {
    const caseNo = this.tools.caseOf(processInstanceKey)
    const act: Act = {
      kind: 'register',
      verb,
      actor: { kind: 'clock', id: 'limit-clock', via: 'engine' },
      at: this.tools.clock.now(),
      ...(caseNo !== undefined && { caseNo }),
      subject: { processInstanceKey, elementId, ...(userTaskKey !== null && { userTaskKey }) },
      payload,
      register,
    }
    await this.tools.engine.submit({ act, commands })
  }
}

/** Only tasks that come, and registers that change, give the clock something new to look at. */
function mayConcernLimits({ segments }: Outcome): boolean {
  return (
    segments.length === 0 ||
    segments.some(({ records }) =>
      records.some(
        ({ valueType, intent, value }) =>
          valueType === 'USER_TASK' && intent === 'CREATING' && value.customHeaders?.limit !== undefined,
      ),
    )
  )
}
