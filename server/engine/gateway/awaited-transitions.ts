import type { Outcome } from '../process-engine.ts'
import type { EngineRecord, Key } from '../protocol/records.ts'
import { CallRefused } from './call-refused.ts'
import type { Gate } from './gate.ts'

/** How long the listeners of a task may keep its caller waiting; a Zeebe gateway's own. */
const PATIENCE_MS = 10_000

/** What a caller asked of a user task, and how it ends. */
const TRANSITIONS = {
  COMPLETED: { denied: 'COMPLETION_DENIED', noun: 'Completion', intent: 'COMPLETE' },
  ASSIGNED: { denied: 'ASSIGNMENT_DENIED', noun: 'Assignment', intent: 'ASSIGN' },
  UPDATED: { denied: 'UPDATE_DENIED', noun: 'Update', intent: 'UPDATE' },
} as const

type End = { isDone: boolean; refusal?: CallRefused }

interface Waiter {
  look(records: readonly EngineRecord<'USER_TASK'>[]): void
  giveUp(): void
}

/** Those who did something to a task whose listeners have yet to agree. */
export class AwaitedTransitions {
  private readonly waiting = new Map<Key, Set<Waiter>>()
  private readonly stopListening: () => void

  constructor(gate: Pick<Gate, 'onCommit'>) {
    this.stopListening = gate.onCommit(outcomes => {
      if (this.waiting.size === 0) return
      const records = outcomes.flatMap(taskRecords)
      for (const key of new Set(records.map(record => record.key)))
        for (const { look } of this.waiting.get(key) ?? []) look(records.filter(record => record.key === key))
    })
  }

  /**
   * When it has come about.
   * @param asked what the command came to: without listeners it is over already
   * @throws CallRefused INVALID_STATE when a listener denied it, DEADLINE_EXCEEDED when none answered in time
   */
  async settled(userTaskKey: Key, wanted: keyof typeof TRANSITIONS, asked: Outcome): Promise<void> {
    const first = endOf(
      taskRecords(asked).filter(({ key }) => key === userTaskKey),
      wanted,
    )
    const end = first.isDone ? first : await this.wait(userTaskKey, wanted)
    if (end.refusal) throw end.refusal
  }

  close(): void {
    this.stopListening()
    for (const { giveUp } of [...this.waiting.values()].flatMap(waiters => [...waiters])) giveUp()
  }

  private wait(key: Key, wanted: keyof typeof TRANSITIONS): Promise<End> {
    return new Promise(resolve => {
      const waiters = this.waiting.get(key) ?? new Set()
      this.waiting.set(key, waiters)
      const settle = (end: End) => {
        clearTimeout(timer)
        waiters.delete(waiter)
        if (waiters.size === 0) this.waiting.delete(key)
        resolve(end)
      }
      const refusal = new CallRefused('DEADLINE_EXCEEDED', `The listeners of user task ${key} did not answer in time`)
      const waiter: Waiter = {
        look(records) {
          const end = endOf(records, wanted)
          if (end.isDone) settle(end)
        },
        giveUp: () => settle({ isDone: true, refusal }),
      }
      const timer = setTimeout(waiter.giveUp, PATIENCE_MS)
      waiters.add(waiter)
    })
  }
}

function endOf(records: readonly EngineRecord<'USER_TASK'>[], wanted: keyof typeof TRANSITIONS): End {
  const { denied, noun, intent: command } = TRANSITIONS[wanted]
  for (const { key, intent, value } of records) {
    if (intent === wanted) return { isDone: true }
    if (intent === 'CANCELED') return { isDone: true, refusal: gone(key, command) }
    if (intent !== denied) continue
    const reason = value.deniedReason ? `. Reason to deny: '${value.deniedReason}'` : ''
    const message = `Command '${command}' rejected with code 'INVALID_STATE': ${noun} of the User Task with key '${key}' was denied by Task Listener${reason}`
    return { isDone: true, refusal: new CallRefused('INVALID_STATE', message) }
  }
  return { isDone: false }
}

function gone(key: Key, command: string): CallRefused {
  return new CallRefused(
    'NOT_FOUND',
    `Command '${command}' rejected with code 'NOT_FOUND': Expected to ${command.toLowerCase()} user task with key '${key}', but no such user task was found`,
  )
}

function taskRecords({ segments }: Outcome): EngineRecord<'USER_TASK'>[] {
  return segments
    .flatMap(({ records }) => records)
    .filter((record): record is EngineRecord<'USER_TASK'> => record.valueType === 'USER_TASK')
}
