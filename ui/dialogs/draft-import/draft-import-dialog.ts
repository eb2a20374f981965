import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { processDrafts } from '../../api-process-drafts.ts'
import type { DraftImport, ImportFinding, ProblemDetails, ProcessDraft } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Brings an archive or files in as a draft; what is foreign in them is told before it is converted. */
@customElement('xf-draft-import-dialog')
export class DraftImportDialog extends DialogElement<ProcessDraft> {
  static override styles = [
    DialogElement.styles,
    css`
      dialog.pop { width: min(640px, calc(100vw - 32px)); }
      .drop { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s3); padding: var(--s3); border: 1px dashed var(--edge); border-radius: var(--r2); }
      .drop.over { background: var(--picked); }
      ul, ol { font-size: var(--t-table); line-height: 20px; margin-top: var(--s2); overflow: auto; }
      ul { max-height: 120px; }
      ol { max-height: 38dvh; border-top: 1px solid var(--line); }
      li { padding: 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
      ol > li { display: grid; grid-template-columns: 72px minmax(0, 1fr); gap: var(--s2); }
      .manual > b, .refused > b { color: var(--red); }
      .report { margin-top: var(--s3); }
    `,
  ]

  @state() private files: readonly File[] = []
  @state() private wrong = ''
  @state() private problem: ProblemDetails | undefined
  @state() private report: DraftImport | undefined
  @state() private busy = false
  @state() private isOver = false
  @query('input') private picker!: HTMLInputElement

  private readonly take = (files: Iterable<File> | null | undefined) => {
    this.files = [...(files ?? [])]
    this.wrong = ''
    this.problem = undefined
    this.report = undefined
    this.isOver = false
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const made = this.report?.draft
    if (made) return this.finish(made)
    this.wrong = this.files.length === 0 ? t('deploy.missing') : ''
    if (this.wrong) return
    this.busy = true
    this.problem = undefined
    try {
      // Asked for a second time, what was offered is done.
      this.hear(await processDrafts.import(this.files, this.canConvert))
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  private hear(report: DraftImport): void {
    this.report = report
    if (report.draft) say({ text: t('import.done') })
    if (report.draft && report.findings.every(({ outcome }) => outcome === 'converted')) this.finish(report.draft)
  }

  private get canConvert(): boolean {
    return this.report?.findings.some(({ outcome }) => outcome === 'offered') ?? false
  }

  protected override renderBox(): TemplateResult {
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('import.title')}</h2></header>
      <div>
        <p class="sub">${t('import.text')}</p>
        ${this.report?.draft ? nothing : this.renderPicker()}
        <div class="report" role="status">${this.report ? report(this.report) : nothing}</div>
        ${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('import.failed'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish(this.report?.draft ?? undefined)}>${this.report?.draft ? t('common.close') : t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${this.submitWord()}</button>
      </footer>
    </form>`
  }

  private submitWord(): string {
    if (this.busy) return t('import.busy')
    if (this.report?.draft) return t('import.open')
    return this.canConvert ? t('import.convert') : t('import.submit')
  }

  private renderPicker(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="files">${t('deploy.files')}</label>
      <div
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault()
          this.isOver = true
        }}
        @dragleave=${() => {
          this.isOver = false
        }}
        @drop=${(event: DragEvent) => {
          event.preventDefault()
          this.take(event.dataTransfer?.files)
        }}
      >
        <input id="files" class="sr" type="file" multiple accept=".zip,.bpmn,.dmn,.form,.json" aria-describedby="files-help files-err" @change=${() => this.take(this.picker.files)} />
        <button class="btn" type="button" @click=${() => this.picker.click()}>${icon('plus')}${t('deploy.choose')}</button>
        <span class="small dim">${t('deploy.drop')}</span>
      </div>
      <div class="help" id="files-help">${t('import.accepts')}</div>
      <div class="err" id="files-err" role="alert">${this.wrong}</div>
      <ul>${this.files.map(file => html`<li>${file.name}</li>`)}</ul>
    </div>`
  }
}

function report({ draft, dialect, findings }: DraftImport): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing
  return html`<p class="sub">${draft && dialect !== 'zeebe' ? t('import.converted') : t(`import.foreign.${dialect}`)}</p>
    <ol tabindex="0">${findings.map(line)}</ol>`
}

const line = ({ file, elementId, outcome, message }: ImportFinding) => html`<li class=${outcome}>
  <b>${t(`import.outcome.${outcome}`)}</b>
  <span>${message} <span class="dim mono small">${elementId || file}</span></span>
</li>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-import-dialog': DraftImportDialog
  }
}
