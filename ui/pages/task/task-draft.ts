import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { api } from '../../api.ts'
import type { Draft, Variables } from '../../api-types.ts'
import { problemOf } from '../../problem.ts'

/** A draft is stored when nothing has been typed for this many ms, and tried again after this many. */
const PAUSE = 800
const AGAIN = 10_000

/** How a draft stands. */
export type DraftState =
  | { kind: 'none' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed' }
  | { kind: 'conflict' }

/** Keeps what is being filled in on the server, by itself, one draft per task. */
export class TaskDraft implements ReactiveController {
  state: DraftState = { kind: 'none' }
  private taskKey = ''
  private revision = '*'
  private waiting: Variables | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> = Promise.resolve()

  private readonly onHide = () => {
    if (this.waiting) void this.flush()
  }

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.onHide)
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.onHide)
    void this.flush()
  }

  /** Turns to another task, or to the same one with another draft. */
  begin(taskKey: string, draft: Draft | null): void {
    void this.flush()
    this.taskKey = taskKey
    this.revision = draft ? String(draft.revision) : '*'
    this.become(draft ? { kind: 'saved', at: draft.savedAt } : { kind: 'none' })
  }

  /** Notes what is filled in now. */
  change(variables: Variables): void {
    this.waiting = variables
    if (this.state.kind === 'conflict') return
    this.arm(PAUSE)
  }

  /** Stores what waits, at once. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    const { waiting, taskKey } = this
    this.waiting = undefined
    if (!waiting || this.state.kind === 'conflict') return
    this.saving = this.saving.then(() => this.save(taskKey, waiting))
    await this.saving
  }

  /** Forgets what waits, because the task has been submitted. */
  async drop(): Promise<void> {
    clearTimeout(this.timer)
    this.waiting = undefined
    await this.saving
  }

  /** Stores this one over the other, after a conflict. */
  async keepMine(variables: Variables): Promise<void> {
    this.revision = '*'
    this.waiting = variables
    this.state = { kind: 'saving' }
    await this.flush()
  }

  private arm(pause: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), pause)
  }

  private async save(taskKey: string, variables: Variables): Promise<void> {
    this.become({ kind: 'saving' })
    try {
      const { revision, savedAt } = await api.saveDraft(taskKey, variables, this.revision)
      if (taskKey !== this.taskKey) return
      this.revision = String(revision)
      this.become({ kind: 'saved', at: savedAt })
    } catch (error) {
      if (taskKey === this.taskKey) this.fail(error, variables)
    }
  }

  private fail(error: unknown, variables: Variables): void {
    const { status } = problemOf(error)
    const isConflict = status === 409 || status === 412
    this.become({ kind: isConflict ? 'conflict' : 'failed' })
    if (isConflict || (status !== 0 && status < 500)) return
    this.waiting ??= variables
    this.arm(AGAIN)
  }

  private become(state: DraftState): void {
    this.state = state
    this.host.requestUpdate()
  }
}
