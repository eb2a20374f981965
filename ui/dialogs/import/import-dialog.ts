import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { FileRegister, ImportReport, ProblemDetails } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Brings a register in from a file: checked first, shown by row and column what is wrong, then all or nothing. */
@customElement('xf-import-dialog')
export class ImportDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    css`
      dialog.pop { width: min(640px, calc(100vw - 32px)); }
      .scroll { overflow: auto; max-height: 280px; margin-top: var(--s3); }
      .tbl td { vertical-align: top; padding-top: 6px; padding-bottom: 6px; line-height: 20px; }
      .pick { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); }
    `,
  ]

  @property() register: FileRegister = 'appointments'
  @state() private text: string | undefined
  @state() private fileName = ''
  @state() private wrong = ''
  @state() private report: ImportReport | undefined
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('input') private picker!: HTMLInputElement

  private readonly take = async () => {
    const file = this.picker.files?.[0]
    this.text = await file?.text()
    this.fileName = file?.name ?? ''
    this.wrong = ''
    this.report = undefined
    this.problem = undefined
    if (this.text !== undefined) await this.run(true)
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    if (this.text === undefined) this.wrong = t('import.missing')
    else await this.run(false)
  }

  private async run(isDryRun: boolean): Promise<void> {
    this.busy = true
    this.problem = undefined
    try {
      const report = await api.importFile(this.register, { text: this.text ?? '', isDryRun })
      this.report = report
      if (isDryRun) return
      say({ text: t('import.done', { added: report.added, changed: report.changed }) })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const isGood = this.report?.errors.length === 0
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t(`import.${this.register}`)}</h2></header>
      <div>
        <p class="sub">${t('import.text')}</p>
        <div class="field">
          <label class="label" for="file">${t('import.file')}</label>
          <div class="pick">
            <input id="file" class="sr" type="file" accept=".csv,text/csv" aria-describedby="file-err" @change=${this.take} />
            <button class="btn" type="button" @click=${() => this.picker.click()}>${icon('plus')}${t('deploy.choose')}</button>
            <span class="small mono cut">${this.fileName}</span>
          </div>
          <div class="err" id="file-err" role="alert">${this.wrong}</div>
        </div>
        <div aria-live="polite">${this.report ? this.renderReport(this.report) : nothing}</div>
        ${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('record.failed'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy || !isGood}>${t('import.submit')}</button>
      </footer>
    </form>`
  }

  private renderReport({ errors, ...counts }: ImportReport): TemplateResult {
    if (errors.length === 0) return html`<div class="note">${icon('check')}<div>${t('import.good', counts)}</div></div>`
    return html`<div class="note">${icon('warn')}<div><b>${t('import.wrong', { n: errors.length })}</b></div></div>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title">
        <table class="tbl">
          <thead><tr><th>${t('import.row')}</th><th>${t('import.column')}</th><th>${t('import.error')}</th></tr></thead>
          <tbody>${errors.map(each => html`<tr><td>${each.row}</td><td class="nb">${each.column ?? nothing}</td><td>${each.message}</td></tr>`)}</tbody>
        </table>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-import-dialog': ImportDialog
  }
}
