import type { BundleFile, ProcessDraft } from '../api-types.ts'
import { ApiProblem } from '../problem.ts'
import type { Unsaved, UnsavedStore } from './unsaved-store.ts'

/** Where saving stands: all on the server, something on its way, the server out of reach, or somebody was faster. */
export type SavingState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict'

/** The server as saving needs it. */
export interface DraftServer {
  saveFile(id: string, name: string, content: string, revision: number): Promise<{ revision: number; savedAt: string }>
  dropFile(id: string, name: string, revision: number): Promise<{ revision: number; savedAt: string }>
}

/** What a session is given. */
export interface SessionParts {
  server: DraftServer
  store: UnsavedStore
  /** Called whenever something to be shown has changed. */
  onChange: () => void
  /** How long typing must rest before it is saved, ms. */
  rest?: number
  /** After how long the server is tried again, ms. */
  retry?: number
}

/** One draft being edited: keeps what is typed, saves it by itself file by file, and loses nothing when the server or the browser goes away. */
export class DraftSession {
  state: SavingState = 'saved'
  /** What an earlier visit left behind and is offered. */
  leftover: Unsaved | undefined
  private current: ProcessDraft
  private readonly unsaved = new Map<string, string | null>()
  private shown: readonly BundleFile[] | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> | undefined

  constructor(
    draft: ProcessDraft,
    private readonly parts: SessionParts,
  ) {
    this.current = draft
  }

  get draft(): ProcessDraft {
    return this.current
  }

  /** Nobody writes into what is submitted or published, nor while another holds the pen. */
  get isReadOnly(): boolean {
    return this.current.state !== 'draft' || !this.current.isMine
  }

  /** The files as they are now, with what has not been saved. */
  get files(): readonly BundleFile[] {
    this.shown ??= merged(this.current.files, this.unsaved)
    return this.shown
  }

  /** Name of the one diagram. */
  get diagramName(): string | undefined {
    return this.files.find(file => file.name.endsWith('.bpmn'))?.name
  }

  contentOf(name: string): string | undefined {
    return this.files.find(file => file.name === name)?.content
  }

  /** Looks for what an earlier visit could not save; what the server has meanwhile is no news. */
  async lookForLeftover(): Promise<void> {
    const found = await this.parts.store.read(this.current.id)
    if (!found) return
    const isNews = Object.entries(found.files).some(([name, content]) => (this.contentOf(name) ?? null) !== content)
    if (isNews) this.leftover = found
    else await this.parts.store.forget(this.current.id)
    this.parts.onChange()
  }

  /** Goes on with what was left behind. */
  takeLeftover(): void {
    const files = Object.entries(this.leftover?.files ?? {})
    this.leftover = undefined
    for (const [name, content] of files) this.change(name, content)
  }

  /** Does without what was left behind. */
  async dropLeftover(): Promise<void> {
    this.leftover = undefined
    await this.parts.store.forget(this.current.id)
    this.parts.onChange()
  }

  /** Writes a file, or takes it away with null; saved by itself soon. */
  change(name: string, content: string | null): void {
    if (this.isReadOnly || (this.contentOf(name) ?? null) === content) return
    this.unsaved.set(name, content)
    this.shown = undefined
    if (this.state !== 'conflict') this.state = 'unsaved'
    void this.keep()
    this.plan(this.parts.rest ?? 700)
    this.parts.onChange()
  }

  /** Saves at once what is not saved, and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    while (this.unsaved.size > 0 && (this.state === 'unsaved' || this.state === 'saving')) {
      this.saving ??= this.saveAll().finally(() => {
        this.saving = undefined
      })
      await this.saving
    }
  }

  /** Takes what the server says now; what is being typed stays on top. */
  refresh(draft: ProcessDraft): void {
    this.current = draft
    this.shown = undefined
    if (this.state === 'conflict') this.state = this.unsaved.size > 0 ? 'unsaved' : 'saved'
    if (this.unsaved.size > 0 && !this.isReadOnly) this.plan(0)
    this.parts.onChange()
  }

  /** Forgets what is being typed, and shows what the server has. */
  async giveUp(draft: ProcessDraft): Promise<void> {
    this.unsaved.clear()
    this.state = 'saved'
    await this.parts.store.forget(draft.id)
    this.refresh(draft)
  }

  /** Plans no more; what is not saved is offered at the next visit. */
  close(): void {
    clearTimeout(this.timer)
  }

  private plan(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      if (this.state === 'offline') this.state = 'unsaved'
      void this.flush()
    }, ms)
  }

  private async saveAll(): Promise<void> {
    this.tell('saving')
    for (const [name, content] of [...this.unsaved]) {
      try {
        await this.saveOne(name, content)
      } catch (error) {
        return this.fail(error)
      }
    }
    if (this.unsaved.size > 0) return this.tell('unsaved')
    await this.parts.store.forget(this.current.id)
    this.tell('saved')
  }

  private async saveOne(name: string, content: string | null): Promise<void> {
    const { id, revision } = this.current
    const answer =
      content === null
        ? await this.parts.server.dropFile(id, name, revision)
        : await this.parts.server.saveFile(id, name, content, revision)
    const files = merged(this.current.files, new Map([[name, content]]))
    this.current = { ...this.current, revision: answer.revision, savedAt: answer.savedAt, files: [...files] }
    if (this.unsaved.get(name) === content) this.unsaved.delete(name)
    this.shown = undefined
  }

  private fail(error: unknown): void {
    if (!(error instanceof ApiProblem)) throw error
    const isRefused = error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429
    this.tell(isRefused ? 'conflict' : 'offline')
    if (!isRefused) this.plan(this.parts.retry ?? 5_000)
  }

  private tell(state: SavingState): void {
    this.state = state
    this.parts.onChange()
  }

  private keep(): Promise<void> {
    const files = Object.fromEntries(this.unsaved)
    const at = new Date().toISOString()
    return this.parts.store.write(this.current.id, { at, revision: this.current.revision, files })
  }
}

function merged(files: readonly BundleFile[], changes: ReadonlyMap<string, string | null>): readonly BundleFile[] {
  const kept = files
    .filter(({ name }) => changes.get(name) !== null)
    .map(file => ({ name: file.name, content: changes.get(file.name) ?? file.content }))
  const added = [...changes].flatMap(([name, content]) =>
    content !== null && !files.some(file => file.name === name) ? [{ name, content }] : [],
  )
  return [...kept, ...added]
}
