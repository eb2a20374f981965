import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { BundleProblem, ProblemDetails } from '../../api-types.ts'
import { bundleProblemStyles, bundleProblems } from '../../components/bundle-problems.ts'
import { icon } from '../../components/icon.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What the rules say of the files that are chosen. */
type Check = 'none' | 'asking' | 'failed' | readonly BundleProblem[]

/** Publishes a bundle: all its files at once, or none. */
@customElement('xf-deploy-dialog')
export class DeployDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    bundleProblemStyles,
    css`
      dialog.pop { width: min(640px, calc(100vw - 32px)); }
      .check > .sub { margin-top: var(--s3); }
      .drop { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s3); padding: var(--s3); border: 1px dashed var(--edge); border-radius: var(--r2); }
      .drop.over { background: var(--picked); }
      ul { font-size: var(--t-table); margin-top: var(--s2); max-height: 120px; overflow: auto; }
      li { padding: 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    `,
  ]

  @state() private files: readonly File[] = []
  @state() private wrong = ''
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @state() private check: Check = 'none'
  @state() private isOver = false
  @query('input') private picker!: HTMLInputElement

  private readonly take = (files: Iterable<File> | null | undefined) => {
    this.files = [...(files ?? [])]
    this.wrong = ''
    this.problem = undefined
    this.isOver = false
    void this.lookThrough(this.files)
  }

  /** What the rules say is shown before anything is published; whoever chose other files meanwhile waits for theirs. */
  private async lookThrough(files: readonly File[]): Promise<void> {
    if (files.length === 0) {
      this.check = 'none'
      return
    }
    this.check = 'asking'
    const found = await api.checkBundle(files).catch((): Check => 'failed')
    if (files === this.files) this.check = found
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    if (this.files.length === 0) {
      this.wrong = t('deploy.missing')
      return
    }
    this.busy = true
    this.problem = undefined
    try {
      await api.deploy(this.files)
      say({ text: t('deploy.done', { n: this.files.length }) })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('deploy.title')}</h2></header>
      <div>
        <p class="sub">${t('deploy.text')}</p>
        ${this.renderPicker()}
        <div class="check" role="status">${this.renderCheck()}</div>
        ${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('deploy.failed'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${this.busy ? t('deploy.busy') : t('deploy.submit')}</button>
      </footer>
    </form>`
  }

  private renderCheck(): TemplateResult | typeof nothing {
    if (this.check === 'none') return nothing
    if (this.check === 'asking') return html`<p class="sub">${t('deploy.checking')}</p>`
    if (this.check === 'failed') return html`<p class="sub">${t('deploy.unchecked')}</p>`
    if (this.check.length === 0) return html`<p class="sub">${t('deploy.clean')}</p>`
    const errors = this.check.filter(({ severity }) => severity === 'error').length
    return html`<p class="sub">${t('deploy.found', { errors, others: this.check.length - errors })}</p>
      ${bundleProblems(this.check)}`
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
        <input id="files" class="sr" type="file" multiple accept=".bpmn,.dmn,.form" aria-describedby="files-help files-err" @change=${() => this.take(this.picker.files)} />
        <button class="btn" type="button" @click=${() => this.picker.click()}>${icon('plus')}${t('deploy.choose')}</button>
        <span class="small dim">${t('deploy.drop')}</span>
      </div>
      <div class="help" id="files-help">${t('deploy.filesHelp')}</div>
      <div class="err" id="files-err" role="alert">${this.wrong}</div>
      <ul>${this.files.map(file => html`<li>${file.name}</li>`)}</ul>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-deploy-dialog': DeployDialog
  }
}
