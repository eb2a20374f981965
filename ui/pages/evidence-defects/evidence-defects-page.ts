import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { CertificateState, DefectState, EvidenceDefect, Page } from '../../api-types.ts'
import { certificateMark } from '../../components/certificate-mark.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { personMark } from '../../components/person.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { dayTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

const states: readonly DefectState[] = ['open', 'harmless', 'remedied', 'excluded', 'cleared']
const outcomes = ['harmless', 'remedied', 'excluded'] as const

/** Acts done while the certificate was not valid, the latest first; reviewers of the street judge them here. */
@customElement('xf-evidence-defects-page')
export class EvidenceDefectsPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<EvidenceDefect>(
    this,
    (after, signal) => api.evidenceDefects({ ...this.asked, ...(after ? { after } : {}) }, signal),
    [],
  )

  private get asked(): { q?: string; state?: DefectState } {
    const asked = ['q', 'state'].map(name => [name, this.query.get(name)])
    return Object.fromEntries(asked.filter(([, value]) => value))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('defects.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly choose = (event: Event) =>
    navigate(withQuery({ state: (event.target as HTMLSelectElement).value || undefined }))

  private async assess(defect: EvidenceDefect): Promise<void> {
    const isDone = await openRecord({
      title: t('defects.assessTitle', { task: defect.task }),
      text: `${defect.person.name} ${defect.caseNo ?? ''} ${dayTime(defect.actedAt)}`,
      submit: t('defects.assess'),
      fields: [
        {
          ...{ name: 'state', label: t('defects.state'), type: 'select' },
          options: outcomes.map(value => ({ value, word: t(`defects.state.${value}`) })),
        },
        { name: 'note', label: t('common.reason'), type: 'textarea' },
      ],
      send: ({ state, note = '' }) =>
        api.assessDefect(defect.defectId, { state: state as (typeof outcomes)[number], note }),
    })
    if (!isDone) return
    say({ text: t('defects.assessed') })
    await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('defects.title')}</h1><p>${t('defects.lead')}</p></header>
      <div class="tools">
        <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('defects.search')} placeholder=${t('defects.search')} @input=${this.type} />
        <select class="in" aria-label=${t('defects.state')} @change=${this.choose}>
          <option value="">${t('defects.all')}</option>
          ${states.map(state => html`<option value=${state} ?selected=${this.query.get('state') === state}>${t(`defects.state.${state}`)}</option>`)}
        </select>
      </div>
      ${this.list.resource.render(found => (found.items.length === 0 ? emptyFace(t('defects.empty'), t('defects.emptyText')) : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTable(found: Page<EvidenceDefect>): TemplateResult {
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr>
            <th>${t('defects.person')}</th><th>${t('defects.act')}</th><th>${t('defects.case')}</th><th>${t('defects.when')}</th>
            <th>${t('defects.certificate')}</th><th>${t('defects.state')}</th><th></th>
          </tr></thead>
          <tbody>${found.items.map(each => this.renderRow(each))}</tbody>
        </table>
      </div>
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(each: EvidenceDefect): TemplateResult {
    const { assessedBy, note } = each
    return html`<tr data-defect=${each.defectId}>
      <td>${personMark(each.person.name)}</td>
      <td><div><a href="/tasks/${each.userTaskKey}">${each.task}</a></div><small class="sub">${t(`defects.part.${each.part}`)}</small></td>
      <td><a href="/instances/${each.processInstanceKey}">${each.caseNo ?? t('inbox.noCase')}</a></td>
      <td class="sub">${dayTime(each.actedAt)}</td>
      <td>${certificateMark(each.certificateState as CertificateState)} <span class="mono">${each.certificate}</span></td>
      <td>${t(`defects.state.${each.state}`)}${assessedBy ? html`<br /><small class="sub">${t('defects.by', { name: assessedBy.name, note: note ?? '' })}</small>` : nothing}</td>
      <td class="n">${each.canAssess ? html`<button class="btn quiet" @click=${() => void this.assess(each)}>${t('defects.assess')}</button>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-evidence-defects-page': EvidenceDefectsPage
  }
}
