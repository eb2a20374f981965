import type { KnownData, Resource } from '../../../server/lint/index.ts'
import type { LintAnswer, LintQuestion } from './lint-worker.ts'

/** As long as people type, nothing is judged, ms. */
const REST = 250

/** Judges a draft beside the page: each change anew, the latest only. */
export class DraftLinter {
  private readonly worker: Worker
  private run = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param hear told once for each draft that was judged to the end */
  constructor(known: KnownData, hear: (answer: LintAnswer) => void) {
    this.worker = new Worker(new URL('./lint-worker.ts', import.meta.url), { type: 'module', name: 'xunfa-lint' })
    this.worker.onmessage = ({ data }: MessageEvent<LintAnswer>) => {
      if (data.run === this.run) hear(data)
    }
    this.worker.onerror = ({ message }) => hear({ run: this.run, failure: message })
    this.ask({ known })
  }

  /** A scenario says nothing about the draft itself. */
  judge(files: readonly Resource[]): void {
    clearTimeout(this.timer)
    this.run += 1
    const resources = files
      .filter(({ name }) => !name.endsWith('.scenario.json'))
      .map(({ name, content }) => ({ name, content }))
    this.timer = setTimeout(() => this.ask({ run: this.run, files: resources }), REST)
  }

  close(): void {
    clearTimeout(this.timer)
    this.worker.terminate()
  }

  private ask(question: LintQuestion): void {
    this.worker.postMessage(question)
  }
}
