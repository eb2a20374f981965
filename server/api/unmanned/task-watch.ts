import { dayOf, endOf } from '../../deadlines/office-day.ts'
import type { Key, Outcome } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { UserTask } from '../../projections/index.ts'
import { mannedRecord, type UnmannedReason, unmannedRecord } from '../../registers/unmanned-tasks.ts'
import type { House } from '../house.ts'
import { whyNobody } from './why-nobody.ts'

/** Watches for tasks that nobody could do. */
export interface TaskWatch {
  /** When everything that has come by now is looked at. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Registers that decide who may do what. */
const DECIDING: ReadonlySet<string> = new Set([
  ...['appointments', 'accounts', 'certificates', 'certificate-states', 'qualifications'],
  ...['organisations', 'organisation-changes'],
])
/** So many tasks are looked at before others get their turn. */
const SLICE = 50
/** So many of the newest tasks are looked at when the house opens: more do not begin with one commit. */
const NEWEST = 200
const MOST_UNMANNED = 1000

/**
 * Notes a task that nobody could do, with the reason, when it begins and when appointments, certificates or accounts change,
 * and clears it as soon as somebody can. It looks at the state alone, so a crash in between loses nothing.
 */
export function openTaskWatch(house: House): TaskWatch {
  return new RunningWatch(house)
}

class RunningWatch implements TaskWatch {
  private readonly pending = new Set<Key>()
  private work: Promise<void> = Promise.resolve()
  private isClosed = false
  private cancelAlarm = () => {}
  private readonly stopListening: () => void

  constructor(private readonly house: House) {
    this.stopListening = house.engine.onCommit(outcomes => this.hear(outcomes))
    this.add(house.unmannedTasks.newestOpen(NEWEST))
    this.lookAtTheDay()
  }

  async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.work; ) {
      seen = this.work
      await seen
    }
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.stopListening()
    this.cancelAlarm()
    await this.work
  }

  /** Whoever began or ended something with this day, and what stood unmanned before. */
  private lookAtTheDay(): void {
    const { unmannedTasks, clock } = this.house
    const today = dayOf(clock.now())
    this.add(unmannedTasks.open(MOST_UNMANNED).map(({ userTaskKey }) => userTaskKey))
    for (const personId of unmannedTasks.turningOn(today)) this.addOf(personId)
    this.cancelAlarm()
    if (!this.isClosed) this.cancelAlarm = clock.wakeAt(endOf(today), () => this.lookAtTheDay())
  }

  private hear(outcomes: readonly Outcome[]): void {
    for (const { seq, segments, replayed } of outcomes) {
      if (replayed) continue
      // What changes a register alone leaves no records of the engine.
      if (segments.length === 0) this.hearOfRegisters(seq)
      for (const { processInstanceKey, records } of segments)
        if (processInstanceKey && records.some(({ valueType }) => valueType === 'USER_TASK'))
          this.add(this.house.tasks.openOf(processInstanceKey).map(({ userTaskKey }) => userTaskKey))
    }
  }

  private hearOfRegisters(seq: number): void {
    const { journal, unmannedTasks } = this.house
    const { register = [] } = journal.findEntry(seq) ?? {}
    const changed = register.filter(({ register: name }) => DECIDING.has(name))
    if (changed.length === 0) return
    this.add(unmannedTasks.open(MOST_UNMANNED).map(({ userTaskKey }) => userTaskKey))
    for (const personId of new Set(changed.flatMap(record => this.personIn(record)))) this.addOf(personId)
  }

  private personIn({ register, id, value }: RegisterRecord): string[] {
    if (register.startsWith('organisation')) return []
    const certificate = value?.certificateId
    const holder =
      typeof certificate === 'string'
        ? this.house.registers.find('certificates', certificate)?.personId
        : value?.personId
    return [typeof holder === 'string' ? holder : id]
  }

  /** Everything that waits for somebody: what he holds, what is for him by name, and what is for a group he is or was in. */
  private addOf(personId: string): void {
    const groups = this.house.people.appointmentsOf(personId).map(({ role, org }) => `${role}@${org}`)
    this.add(this.house.unmannedTasks.waitingFor(personId, groups))
  }

  private add(keys: readonly Key[]): void {
    if (keys.length === 0 || this.isClosed) return
    const isIdle = this.pending.size === 0
    for (const key of keys) this.pending.add(key)
    if (isIdle) this.work = this.work.then(() => this.lookAtPending())
  }

  private async lookAtPending(): Promise<void> {
    while (this.pending.size > 0 && !this.isClosed) {
      // Acts of people come first.
      await new Promise(resolve => setImmediate(resolve))
      for (const key of [...this.pending].slice(0, SLICE)) {
        if (!this.isClosed) await this.look(key)
        this.pending.delete(key)
      }
    }
  }

  private async look(userTaskKey: Key): Promise<void> {
    try {
      const { tasks, diagrams, unmannedTasks } = this.house
      const task = tasks.find(userTaskKey)
      if (task?.state !== 'CREATED') return
      const words = (await diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
      const reasons = whyNobody(this.house, task, words)
      const noted = unmannedTasks.find(userTaskKey)
      const isNoted = noted?.clearedAt === null
      if (!reasons && isNoted) await this.note(task, 'task.manned')
      if (reasons && !(isNoted && JSON.stringify(noted.reasons) === JSON.stringify(reasons)))
        await this.note(task, 'task.unmanned', reasons)
    } catch (error) {
      this.house.log.error({ err: error, userTaskKey }, 'whether anybody can do a task could not be found out')
    }
  }

  private async note(task: UserTask, verb: 'task.unmanned' | 'task.manned', reasons?: UnmannedReason[]): Promise<void> {
    const { engine, clock } = this.house
    const { userTaskKey, processInstanceKey, caseNo } = task
    await engine.submit({
      act: {
        ...{ kind: 'register', verb, actor: { kind: 'system', id: 'house', via: 'engine' }, at: clock.now() },
        ...(caseNo !== null && { caseNo }),
        subject: { userTaskKey, processInstanceKey },
        register: [reasons ? unmannedRecord({ userTaskKey, processInstanceKey, reasons }) : mannedRecord(userTaskKey)],
      },
      commands: [],
    })
  }
}
