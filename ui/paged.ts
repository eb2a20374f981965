import type { ReactiveControllerHost } from 'lit'
import type { LiveKind, Page } from './api-types.ts'
import { Resource } from './resource.ts'

/** A list that is shown page after page: the first by itself, the others when asked for. */
export class Paged<T, P extends Page<T> = Page<T>> {
  readonly resource: Resource<P>
  private isLoading = false

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: (after: string | undefined, signal?: AbortSignal) => Promise<P>,
    kinds: readonly LiveKind[],
  ) {
    this.resource = new Resource<P>(host, { load: signal => this.load(undefined, signal), kinds, lazy: true })
  }

  get hasMore(): boolean {
    return this.resource.value?.page.endCursor !== undefined
  }

  get isBusy(): boolean {
    return this.isLoading
  }

  /** Adds the next page behind what is shown. */
  async more(): Promise<void> {
    const before = this.resource.value
    if (!before?.page.endCursor || this.isLoading) return
    this.isLoading = true
    this.host.requestUpdate()
    try {
      const next = await this.load(before.page.endCursor)
      if (this.resource.value === before) this.resource.show({ ...next, items: [...before.items, ...next.items] })
    } catch {
      // The list stays; the button is still there to try again.
    } finally {
      this.isLoading = false
      this.host.requestUpdate()
    }
  }
}
