import type { ReactiveControllerHost } from 'lit'
import { api, type TaskQuery } from '../../api.ts'
import type { TaskPage, UserTask } from '../../api-types.ts'
import { Resource } from '../../resource.ts'

/** Tasks asked for at a time. */
const PAGE = 50
/** Most that the server hands out at once. */
const MOST = 200

/** The tasks of one view: pages are added as the list is scrolled; news waits while it would disturb. */
export class TaskList {
  readonly resource: Resource<TaskPage>
  /** News that has arrived and is not shown yet. */
  fresh: TaskPage | undefined
  private isLoadingMore = false

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly query: () => TaskQuery,
    private readonly wouldDisturb: () => boolean,
  ) {
    this.resource = new Resource<TaskPage>(host, {
      load: signal => this.load(signal),
      kinds: ['user-task'],
      onFresh: page => this.onFresh(page),
      lazy: true,
    })
  }

  get tasks(): readonly UserTask[] {
    return this.resource.value?.items ?? []
  }

  /** How many rows the waiting news would add, take away or change. */
  get freshCount(): number {
    return this.fresh ? changes(this.tasks, this.fresh.items) : 0
  }

  /** Shows the news. */
  showFresh(): void {
    if (this.fresh) this.resource.show(this.fresh)
    this.fresh = undefined
    this.host.requestUpdate()
  }

  /** Asks for another view or filter. */
  async restart(): Promise<void> {
    this.fresh = undefined
    await this.resource.reload()
  }

  /** Asks again after an act of one's own: nothing waits. */
  async refreshNow(): Promise<void> {
    await this.resource.refresh()
    this.showFresh()
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const page = this.resource.value
    const after = page?.page.endCursor
    if (!page || !after || this.isLoadingMore) return
    this.isLoadingMore = true
    try {
      const next = await api.userTasks({ ...this.query(), limit: PAGE, after })
      if (this.resource.value !== page) return
      const known = new Set(page.items.map(task => task.userTaskKey))
      const items = [...page.items, ...next.items.filter(task => !known.has(task.userTaskKey))]
      this.resource.show({ ...next, items })
    } catch {
      // The list stays as it is; scrolling again asks again.
    } finally {
      this.isLoadingMore = false
    }
  }

  private async load(signal: AbortSignal): Promise<TaskPage> {
    const wanted = Math.min(MOST, Math.max(PAGE, this.tasks.length))
    return api.userTasks({ ...this.query(), limit: wanted }, signal)
  }

  private onFresh(page: TaskPage): void {
    if (changes(this.tasks, page.items) > 0 && this.wouldDisturb()) {
      this.fresh = page
      this.host.requestUpdate()
      return
    }
    this.fresh = undefined
    this.resource.show(page)
  }
}

/** Rows that appear, vanish or move when one list takes the place of the other. */
function changes(before: readonly UserTask[], after: readonly UserTask[]): number {
  const was = new Map(before.map((task, index) => [task.userTaskKey, index]))
  const added = after.filter(task => !was.has(task.userTaskKey)).length
  const still = new Set(after.map(task => task.userTaskKey))
  const gone = before.filter(task => !still.has(task.userTaskKey)).length
  const order = after.map(task => was.get(task.userTaskKey)).filter(index => index !== undefined)
  const moved = order.some((index, position) => position > 0 && index < (order[position - 1] ?? 0)) ? 1 : 0
  return added + gone + moved
}
