import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import type { LiveKind, ProblemDetails } from './api-types.ts'
import { errorFace, forbiddenFace, loadingFace } from './components/faces.ts'
import { LiveController } from './live.ts'
import { LANGUAGE_CHANGED } from './preferences.ts'
import { problemOf } from './problem.ts'

/** How a page asks for what it shows. */
export interface ResourceOptions<T> {
  load: (signal: AbortSignal) => Promise<T>
  /** Asks again when records of these kinds arrive. */
  kinds?: readonly LiveKind[]
  /** What to do with a fresh answer instead of showing it at once (a list that would jump). */
  onFresh?: (value: T) => void
  /** Does not ask by itself; `reload` starts it. */
  lazy?: boolean
}

/** One question to the server with its four faces: loading, error (or forbidden), and content, which may be empty. */
export class Resource<T> implements ReactiveController {
  value: T | undefined
  problem: ProblemDetails | undefined
  private asking: AbortController | undefined

  private readonly again = () => void this.refresh()

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: ResourceOptions<T>,
  ) {
    host.addController(this)
    if (options.kinds) new LiveController(host, options.kinds, this.again)
  }

  hostConnected(): void {
    window.addEventListener(LANGUAGE_CHANGED, this.again)
    if (!this.options.lazy) void this.reload()
  }

  hostDisconnected(): void {
    window.removeEventListener(LANGUAGE_CHANGED, this.again)
    this.asking?.abort()
  }

  /** Forgets what was shown and asks from the start. */
  async reload(): Promise<void> {
    this.value = undefined
    this.problem = undefined
    this.host.requestUpdate()
    await this.ask(value => this.show(value))
  }

  /** Asks again behind what is shown; a failure leaves it standing. */
  async refresh(): Promise<void> {
    if (this.value === undefined) return this.problem ? this.reload() : undefined
    await this.ask(value => (this.options.onFresh ? this.options.onFresh(value) : this.show(value)))
  }

  /** Shows this value. */
  show(value: T): void {
    this.value = value
    this.problem = undefined
    this.host.requestUpdate()
  }

  /** The face that fits. */
  render(content: (value: T) => TemplateResult, lines = 6): TemplateResult {
    if (this.value !== undefined) return content(this.value)
    if (this.problem?.status === 403) return forbiddenFace(this.problem)
    if (this.problem) return errorFace(this.problem, () => void this.reload())
    return loadingFace(lines)
  }

  private async ask(onAnswer: (value: T) => void): Promise<void> {
    this.asking?.abort()
    const asking = new AbortController()
    this.asking = asking
    try {
      const value = await this.options.load(asking.signal)
      if (!asking.signal.aborted) onAnswer(value)
    } catch (error) {
      if (asking.signal.aborted) return
      const problem = problemOf(error)
      if (this.value === undefined || [403, 404].includes(problem.status)) this.fail(problem)
    }
  }

  private fail(problem: ProblemDetails): void {
    this.value = undefined
    this.problem = problem
    this.host.requestUpdate()
  }
}
