import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IntakeMatter } from '../../answers/intake.ts'
import { api } from '../../api.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { dayTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { may, me } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { MATTER_READERS } from './readers.ts'
import './intake-clients.ts'

type View = 'matters' | 'clients'

/** What programs outside hand in, for the street it concerns; and which programs may, for administrators. */
@customElement('xf-intake-page')
export class IntakePage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
      .problem { max-width: 46ch; white-space: pre-line; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly list = new Paged<IntakeMatter>(
    this,
    (after, signal) => api.intakeMatters(after ? { after } : {}, signal),
    ['process-instance'],
  )

  /** Who sees what: streets their matters, administrators the programs, auditors both. */
  private get views(): readonly View[] {
    const isOfStreet = me()?.appointments.some(({ role }) => MATTER_READERS.includes(role)) === true
    const isReader = isOfStreet || may(['audit', 'supervise'])
    return [
      ...(isReader ? (['matters'] as const) : []),
      ...(may(['administrate', 'audit']) ? (['clients'] as const) : []),
    ]
  }

  private get view(): View {
    return this.views.find(view => view === this.query.get('view')) ?? this.views[0] ?? 'matters'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.view === 'matters') void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('intake.title')} · ${t('common.product')}`
  }

  protected override render(): TemplateResult {
    const tabs = this.views.map(id => ({ id, word: t(`intake.${id}`), count: undefined }))
    return html`<div class="page">
      <header><h1>${t('intake.title')}</h1><p>${t('intake.text')}</p></header>
      ${tabs.length > 1 ? tabList(t('intake.views'), tabs, this.view, id => navigate(withQuery({ view: id === 'matters' ? undefined : id }))) : nothing}
      <div id="panel" role=${tabs.length > 1 ? 'tabpanel' : nothing} aria-labelledby=${tabs.length > 1 ? `tab-${this.view}` : nothing}>
        ${
          this.view === 'clients'
            ? html`<xf-intake-clients></xf-intake-clients>`
            : this.list.resource.render(({ items }) =>
                items.length === 0 ? emptyFace(t('intake.empty'), t('intake.emptyText')) : this.renderTable(items),
              )
        }
      </div>
    </div>`
  }

  private renderTable(items: readonly IntakeMatter[]): TemplateResult {
    return html`<div class="scroll" data-face="content"><table class="tbl stack">
        <thead><tr><th>${t('intake.ticket')}</th><th>${t('intake.matter')}</th><th>${t('intake.reporter')}</th><th>${t('intake.at')}</th><th>${t('intake.process')}</th></tr></thead>
        <tbody>${items.map(matterRow)}</tbody>
      </table></div>
      ${pager(items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }
}

const LEVEL_TAG = { normal: '', key: 'wait', emergency: 'stop' } as const

const matterRow = (each: IntakeMatter): TemplateResult => html`<tr data-ticket=${each.ticketNo}>
  <td class="nb"><span class="mono">${each.ticketNo}</span><div class="sub small">${each.source.name} · ${each.org.name}</div></td>
  <td class="full"><b>${each.title}</b> <span class="tag ${LEVEL_TAG[each.level]}">${t(`intake.level.${each.level}`)}</span>
    <div class="problem">${each.problem}</div>${each.place ? html`<div class="sub small">${each.place}</div>` : nothing}</td>
  <td class="nb">${each.reporter ?? html`<span class="dim">${t('intake.anonymous')}</span>`}${each.phone ? html`<div class="mono small">${each.phone}</div>` : nothing}</td>
  <td class="sub small nb"><div>${t('intake.happened', { at: dayTime(each.happenedAt) })}</div><div>${t('intake.received', { at: dayTime(each.receivedAt) })}</div></td>
  <td>${
    each.process && each.processInstanceKey
      ? html`<a href="/instances/${each.processInstanceKey}">${each.process.name}</a>`
      : html`<span class="tag wait">${t('intake.noProcess')}</span>`
  }</td>
</tr>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-intake-page': IntakePage
  }
}
