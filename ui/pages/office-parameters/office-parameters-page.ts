import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { OfficeParameter } from '../../api-types.ts'
import { citationLink, verificationMark } from '../../components/citation.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import type { RecordField, RecordValues } from '../../dialogs/record/record-field.ts'
import { openHistory } from '../../dialogs/register-history/open-register-history.ts'
import { officeNow } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** What the office sets itself and is no limit of time, each with its mark and where it comes from. */
@customElement('xf-office-parameters-page')
export class OfficeParametersPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tbl .tag { margin-right: var(--s1); }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly list = new Resource<{ items: OfficeParameter[] }>(this, {
    load: signal => api.officeParameters(signal),
  })

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('parameters.title')} · ${t('common.product')}`
  }

  private readonly edit = async (parameter: OfficeParameter) => {
    const isDone = await openRecord({
      title: parameter.name,
      fields: [
        valueField(parameter),
        { name: 'effectiveFrom', label: t('parameters.from'), type: 'date', value: today() },
        reasonField(),
      ],
      send: values =>
        api.setOfficeParameter(parameter.key, parameter.seq, {
          ...{
            value: valueIn(parameter, values),
            effectiveFrom: values.effectiveFrom ?? '',
            reason: values.reason ?? '',
          },
        }),
    })
    if (isDone) await this.list.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('parameters.title')}</h1><p>${t('parameters.text')}</p><a class="btn end" href="/limits">${t('parameters.limits')}</a></header>
      ${this.list.render(({ items }) => (items.length === 0 ? emptyFace(t('parameters.empty'), t('parameters.emptyText')) : this.renderTable(items)), 8)}
    </div>`
  }

  private renderTable(items: readonly OfficeParameter[]): TemplateResult {
    return html`<div class="scroll" data-face="content"><table class="tbl stack">
      <thead><tr><th>${t('parameters.name')}</th><th>${t('parameters.value')}</th><th>${t('parameters.basis')}</th><th></th></tr></thead>
      <tbody>${items.map(item => this.renderRow(item))}</tbody>
    </table></div>`
  }

  private renderRow(item: OfficeParameter): TemplateResult {
    const { key, name, marks, basis, isShipped, effectiveFrom } = item
    return html`<tr data-parameter=${key}>
      <td><b>${name}</b><br /><span class="mono dim small">${key}</span></td>
      <td>${item.type === 'text' ? html`<span class="mono">${valueText(item)}</span>` : valueText(item)}${isShipped ? nothing : html`<br /><span class="sub small">${t('parameters.since', { date: effectiveFrom })}</span>`}</td>
      <td>${basis.map(citationLink)}${marks.map(verificationMark)}</td>
      <td class="n nb full">
        ${may(['administrate']) ? html`<button class="btn quiet" @click=${() => void this.edit(item)}>${t('parameters.change')}</button>` : nothing}
        <button class="btn quiet" @click=${() => void openHistory(name, () => versionsOf(key))}>${t('parameters.history')}</button>
      </td>
    </tr>`
  }
}

const OFFICE_OFFSET_MS = 8 * 3_600_000
const today = (): string => new Date(officeNow() + OFFICE_OFFSET_MS).toISOString().slice(0, 10)

const valueText = ({ type, value, unit }: OfficeParameter): string => {
  if (type === 'yes-no') return t(value === true ? 'parameters.yes' : 'parameters.no')
  return unit === null ? String(value) : `${value} ${unit}`
}

function valueField(parameter: OfficeParameter): RecordField {
  const { type, value, unit } = parameter
  const label = unit === null ? t('parameters.value') : `${t('parameters.value')}（${unit}）`
  if (type === 'day') return { name: 'value', label, type: 'date', value: String(value) }
  if (type !== 'yes-no') return { name: 'value', label, value: String(value) }
  const options = ['yes', 'no'] as const
  return {
    ...{ name: 'value', label, type: 'select', value: value === true ? 'yes' : 'no' },
    options: options.map(each => ({ value: each, word: t(`parameters.${each}`) })),
  }
}

function valueIn({ type }: OfficeParameter, { value = '' }: RecordValues): OfficeParameter['value'] {
  if (type === 'number') return Number(value)
  return type === 'yes-no' ? value === 'yes' : value
}

/** The versions of a parameter, told as a history. */
async function versionsOf(key: string) {
  const { items } = await api.officeParameterVersions(key)
  const told = items.map((each, index) => ({
    ...{ seq: each.seq, at: each.changedAt, reason: each.reason },
    actor: each.changedBy ?? { id: 'house', name: t('parameters.shipped') },
    sentence: t('parameters.setFrom', { date: each.isShipped ? '' : each.effectiveFrom }),
    fields: [
      { label: each.name, before: items[index + 1] ? valueText(items[index + 1]!) : null, after: valueText(each) },
    ],
  }))
  return { items: told, page: {} }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-office-parameters-page': OfficeParametersPage
  }
}
