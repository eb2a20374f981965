import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProblemDetails, StatuteFile, StatuteReading } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'
import { type RecordField, recordField } from '../record/record-field.ts'

/** Brings the official text of a law in: read first, with every fault by line; then its name and days are confirmed. */
@customElement('xf-statute-import-dialog')
export class StatuteImportDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    css`
      dialog.pop { width: min(640px, calc(100vw - 32px)); }
      .scroll { overflow: auto; max-height: 260px; margin-top: var(--s3); }
      .tbl td { vertical-align: top; padding-top: 6px; padding-bottom: 6px; line-height: 20px; height: auto; }
      .pick { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 0 var(--s4); }
    `,
  ]

  @state() private file: StatuteFile | undefined
  @state() private fileName = ''
  @state() private isPartial = false
  @state() private missing = ''
  @state() private reading: StatuteReading | undefined
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('form') private form!: HTMLFormElement
  @query('#statute-file') private picker!: HTMLInputElement

  private readonly take = async () => {
    const file = this.picker.files?.[0]
    this.file = file && (await contentOf(file))
    this.fileName = file?.name ?? ''
    this.missing = ''
    await this.look()
  }

  private readonly turnPartial = async (event: Event) => {
    this.isPartial = (event.target as HTMLInputElement).checked
    await this.look()
  }

  private async look(): Promise<void> {
    this.reading = undefined
    this.errors = {}
    const { file, isPartial } = this
    if (!file) return
    await this.attempt(async () => {
      this.reading = await api.readStatute({ ...file, isPartial })
    })
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const { file, fileName, isPartial } = this
    if (!file || !this.reading) {
      this.missing = t('statuteImport.missing')
      return
    }
    const given = new FormData(this.form)
    const value = (name: string) => String(given.get(name) ?? '').trim()
    await this.attempt(async () => {
      const { isNew } = await api.importStatute({
        ...file,
        ...{ fileName, isPartial, name: value('name'), title: value('title') },
        ...{ promulgatedOn: value('promulgatedOn'), inForceFrom: value('inForceFrom') },
        inForceTo: value('inForceTo') || null,
      })
      say({ text: isNew ? t('statuteImport.done', { name: value('name') }) : t('statuteImport.same') })
      this.finish(isNew)
    })
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy = true
    this.problem = undefined
    this.errors = {}
    try {
      await act()
    } catch (error) {
      const problem = problemOf(error)
      const wrong = (problem.errors ?? []).map(({ path, message }) => [path.slice(1), message ?? ''])
      this.errors = Object.fromEntries(wrong)
      if (wrong.length === 0) this.problem = problem
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const isGood = this.reading?.faults.length === 0
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('statutes.import')}</h2></header>
      <div>
        <p class="sub">${t('statuteImport.text')}</p>
        <div class="field">
          <label class="label" for="statute-file">${t('statuteImport.file')}</label>
          <div class="pick">
            <input id="statute-file" class="sr" type="file" accept=".docx,.md,.txt,text/markdown,text/plain" aria-describedby="statute-file-err" @change=${this.take} />
            <button class="btn" type="button" @click=${() => this.picker.click()}>${icon('plus')}${t('deploy.choose')}</button>
            <span class="small mono cut">${this.fileName}</span>
          </div>
          <div class="err" id="statute-file-err" role="alert">${this.missing || (this.errors.docx ?? '')}</div>
        </div>
        <div class="field"><label class="choice">
          <input type="checkbox" .checked=${this.isPartial} @change=${this.turnPartial} /><span>${t('statuteImport.partial')}</span><small>${t('statuteImport.partialHelp')}</small>
        </label><div class="err">${this.errors.isPartial ?? ''}</div></div>
        <div aria-live="polite">${this.reading ? this.renderReading(this.reading) : nothing}</div>
        ${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('record.failed'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy || (this.reading !== undefined && !isGood)}>${t('statuteImport.submit')}</button>
      </footer>
    </form>`
  }

  private renderReading(reading: StatuteReading): TemplateResult {
    const { title, articles, faults, knownAs } = reading
    if (faults.length > 0) return this.renderFaults(faults)
    return html`<div class="note">${icon('check')}<div>${t('statuteImport.good', { title, n: articles })}${knownAs === null ? nothing : html`<br />${t('statuteImport.known', { file: knownAs })}`}</div></div>
      ${this.fields(reading).map(field => recordField(field, this.errors[field.name] ?? ''))}
      <div class="pair">${this.days(reading).map(field => recordField(field, this.errors[field.name] ?? ''))}</div>`
  }

  private fields({ title, name }: StatuteReading): RecordField[] {
    return [
      { name: 'title', label: t('statuteImport.title'), value: title },
      { name: 'name', label: t('statuteImport.name'), value: name, help: t('statuteImport.nameHelp') },
    ]
  }

  private days({ promulgatedOn, inForceFrom, inForceTo }: StatuteReading): RecordField[] {
    return [
      { name: 'promulgatedOn', label: t('statute.promulgatedOn'), type: 'date', value: promulgatedOn ?? '' },
      {
        name: 'inForceFrom',
        label: t('statute.inForceFrom'),
        type: 'date',
        value: inForceFrom ?? '',
        help: t('statuteImport.fromHelp'),
      },
      {
        name: 'inForceTo',
        label: t('statute.inForceTo'),
        type: 'date',
        value: inForceTo ?? '',
        isOptional: true,
        help: t('statute.inForceToHelp'),
      },
    ]
  }

  private renderFaults(faults: StatuteReading['faults']): TemplateResult {
    return html`<div class="note">${icon('warn')}<div><b>${t('statuteImport.wrong', { n: faults.length })}</b></div></div>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title">
        <table class="tbl">
          <thead><tr><th class="n">${t('statuteImport.line')}</th><th>${t('statuteImport.fault')}</th></tr></thead>
          <tbody>${faults.map(({ line, message }) => html`<tr data-line=${line}><td class="n">${line}</td><td>${message}</td></tr>`)}</tbody>
        </table>
      </div>`
  }
}

/** A document goes as it is, everything else as its text. */
async function contentOf(file: File): Promise<StatuteFile> {
  if (!/\.docx?$/i.test(file.name)) return { text: await file.text() }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += PART) parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)))
  return { docx: btoa(parts.join('')) }
}

/** As many arguments a call takes without trouble. */
const PART = 0x8000

declare global {
  interface HTMLElementTagNameMap {
    'xf-statute-import-dialog': StatuteImportDialog
  }
}
