import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProblemDetails } from '../../api-types.ts'
import { failureNote } from '../../components/refusal.ts'
import { longDate, officeNow } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'
import { readDays } from './read-days.ts'

type DayList = 'holidays' | 'workdays'

/** The working days of a year, entered by hand with where they were announced. */
@customElement('xf-calendar-year-dialog')
export class CalendarYearDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    css`textarea { min-height: 104px; font: 13px/20px var(--mono); }`,
  ].flat()

  @state() private texts: Record<DayList, string> = { holidays: '', workdays: '' }
  @state() private wrong: Partial<Record<DayList | 'source', string>> = {}
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('#year') private year!: HTMLInputElement
  @query('#source') private source!: HTMLInputElement

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const read = { holidays: readDays(this.texts.holidays), workdays: readDays(this.texts.workdays) }
    const source = this.source.value.trim()
    const complaint = (list: DayList) => {
      const found = read[list]
      return 'line' in found ? { [list]: t('year.wrongLine', found) } : {}
    }
    this.wrong = {
      ...(source ? {} : { source: t('year.sourceMissing') }),
      ...complaint('holidays'),
      ...complaint('workdays'),
    }
    if (!('days' in read.holidays) || !('days' in read.workdays) || !source) return
    this.busy = true
    this.problem = undefined
    try {
      const { days: holidays } = read.holidays
      const { days: workdays } = read.workdays
      const { version } = await api.importCalendarYear({ year: Number(this.year.value), source, holidays, workdays })
      say({ text: t('limits.imported', { version }) })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const count = (list: DayList) => {
      const found = readDays(this.texts[list])
      return 'days' in found ? found.days.length : 0
    }
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('year.title')}</h2></header>
      <div>
        <p class="sub">${t('year.text')}</p>
        <div class="field"><label class="label" for="year">${t('year.year')}</label>
          <input class="in" id="year" type="number" min="2020" max="2100" .value=${String(Number(longDate(officeNow()).slice(0, 4)) + 1)} /></div>
        <div class="field"><label class="label" for="source">${t('year.source')} <span class="must">${t('common.required')}</span></label>
          <input class="in" id="source" maxlength="200" aria-describedby="source-err" aria-invalid=${this.wrong.source ? 'true' : nothing} />
          <div class="err" id="source-err">${this.wrong.source ?? ''}</div></div>
        ${this.renderDays('holidays')} ${this.renderDays('workdays')}
        <p class="sub" role="status">${t('year.count', { holidays: count('holidays'), workdays: count('workdays') })}</p>
        ${this.problem ? failureNote(this.problem, t('task.failedTitle'), this.problem.errors?.map(({ message }) => message).join(' ') ?? '') : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${t('year.submit')}</button>
      </footer>
    </form>`
  }

  private renderDays(list: DayList): TemplateResult {
    return html`<div class="field"><label class="label" for=${list}>${t(`year.${list}`)}</label>
      <textarea class="in" id=${list} aria-describedby="${list}-err" aria-invalid=${this.wrong[list] ? 'true' : nothing}
        @input=${(event: Event) => {
          this.texts = { ...this.texts, [list]: (event.target as HTMLTextAreaElement).value }
        }}></textarea>
      <div class="err" id="${list}-err">${this.wrong[list] ?? ''}</div></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-calendar-year-dialog': CalendarYearDialog
  }
}
