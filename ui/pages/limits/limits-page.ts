import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { CalendarYear, LimitParameter } from '../../api-types.ts'
import { citationLink, verificationMark } from '../../components/citation.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { amountWords } from '../../components/limit-words.ts'
import { failureNote } from '../../components/refusal.ts'
import { openCalendarYear } from '../../dialogs/calendar-year/open-calendar-year.ts'
import { openLimitParameter } from '../../dialogs/limit-parameter/open-limit-parameter.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { limitPolicies } from './limit-policies.ts'
import { readCalendarFile } from './read-calendar-file.ts'

interface Shown {
  items: LimitParameter[]
  calendar: { version: number; years: CalendarYear[] }
}

/** Every limit of the office with its marks, and the years whose working days are known. */
@customElement('xf-limits-page')
export class LimitsPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .years { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; margin-bottom: var(--s4); }
      .find { max-width: 280px; margin-bottom: var(--s3); }
      .tbl .tag { margin-right: var(--s1); }
      .tbl td div > a { display: inline-block; line-height: 24px; }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private wanted = ''
  @state() private failure: TemplateResult | undefined
  private readonly shown = new Resource<Shown>(this, {
    load: async signal => {
      const [{ items }, calendar] = await Promise.all([api.limitParameters(signal), api.calendar(signal)])
      return { items, calendar }
    },
  })

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('limits.title')} · ${t('common.product')}`
  }

  private get mayChange(): boolean {
    return may(['administrate'])
  }

  private readonly edit = async (parameter: LimitParameter) => {
    if (await openLimitParameter(parameter)) await this.shown.refresh()
  }

  private readonly enterYear = async () => {
    if (await openCalendarYear()) await this.shown.refresh()
  }

  private readonly importYear = async (event: Event) => {
    const field = event.target as HTMLInputElement
    const file = field.files?.[0]
    if (!file) return
    this.failure = undefined
    try {
      const year = readCalendarFile(await file.text())
      if (!year) throw new Error(t('limits.importBroken'))
      const { version } = await api.importCalendarYear(year)
      say({ text: t('limits.imported', { version }) })
      await this.shown.refresh()
    } catch (error) {
      this.failure = failureNote(problemOf(error), t('limits.importBroken'))
    } finally {
      field.value = ''
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('limits.title')}</h1><p>${t('limits.text')}</p><a class="btn end" href="/office-parameters">${t('parameters.title')}</a></header>
      ${this.shown.render(shown => (shown.items.length === 0 ? emptyFace(t('limits.none'), t('limits.noneText')) : this.renderAll(shown)))}
    </div>`
  }

  private renderEmpty(): TemplateResult {
    return emptyFace(t('limits.empty'), t('limits.emptyText'))
  }

  private renderAll({ items, calendar }: Shown): TemplateResult {
    const found = items.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(this.wanted.toLowerCase()))
    return html`<div data-face="content">
      ${this.renderYears(calendar)} ${this.failure ?? nothing}
      <input class="in find" type="search" aria-label=${t('limits.find')} placeholder=${t('limits.find')} .value=${this.wanted}
        @input=${(event: Event) => {
          this.wanted = (event.target as HTMLInputElement).value
        }} />
      ${found.length === 0 ? this.renderEmpty() : this.renderTable(found)}
    </div>`
  }

  private renderYears({ version, years }: Shown['calendar']): TemplateResult {
    return html`<section class="years" aria-label=${t('limits.years', { version })}>
      <b>${t('limits.years', { version })}</b>
      ${years.map(
        ({ year, source, holidays, workdays }) =>
          html`<span class="sub" title=${source}>${t('limits.year', { year, holidays: holidays.length, workdays: workdays.length })}</span>`,
      )}
      ${
        this.mayChange
          ? html`<button class="btn" @click=${() => void this.enterYear()}>${t('year.act')}</button><label class="btn" title=${t('limits.importText')}>${t('limits.import')}<input class="sr" id="calendar-file" type="file" accept=".json,application/json" @change=${this.importYear} /></label>`
          : nothing
      }
    </section>`
  }

  private renderTable(items: readonly LimitParameter[]): TemplateResult {
    const heads = [t('limits.key'), t('limits.amount'), t('limits.from'), t('limits.basis'), t('limits.after')]
    return html`<div class="scroll"><table class="tbl stack">
      <thead><tr>${heads.map(head => html`<th>${head}</th>`)}<th><span class="sr">${t('limits.edit')}</span></th></tr></thead>
      <tbody>${items.map(item => this.renderRow(item))}</tbody>
    </table></div>`
  }

  private renderRow(item: LimitParameter): TemplateResult {
    const { key, name, amount, start, basis, marks, consequence, isShipped, effectiveFrom } = item
    return html`<tr data-limit=${key}>
      <td><b>${name}</b><br /><span class="mono dim small">${key}</span></td>
      <td class="nb">${amountWords(amount)}${isShipped ? nothing : html`<br /><span class="sub small">${t('limits.own', { date: effectiveFrom })}</span>`}</td>
      <td>${start}</td>
      <td>${basis.map(citationLink)}${marks.map(verificationMark)}</td>
      <td>${t(`limit.after.${consequence}`)}${limitPolicies(item)}</td>
      <td class="n nb">${this.mayChange ? html`<button class="btn" @click=${() => void this.edit(item)}>${t('limits.edit')}</button>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-limits-page': LimitsPage
  }
}
