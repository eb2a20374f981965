import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Law, StatuteHit } from '../../api-types.ts'
import { inForceText, lawAddress, verificationMark } from '../../components/citation.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { openStatuteImport } from '../../dialogs/statute-import/open-statute-import.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { officeNow } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { dayAt } from './day-at.ts'

interface Shown {
  items: Law[]
  hits: StatuteHit[]
}

const TYPING_MS = 250

/** The laws of the office: which hold, which are cited, whose text is missing; and where words stand in them. */
@customElement('xf-statutes-page')
export class StatutesPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; height: auto; }
      .hits { display: grid; gap: var(--s2); margin-bottom: var(--s6); max-width: 904px; }
      .hits li { line-height: 22px; padding-bottom: var(--s2); border-bottom: 1px solid var(--line); }
      .hits a { font-weight: var(--w-strong); text-decoration: none; }
      .hits a:hover { text-decoration: underline; }
      .hits mark { background: var(--amber-soft); color: inherit; }
      .note { margin-bottom: var(--s4); }
      ul { list-style: none; padding: 0; margin: 0; }
      h2 { font-size: var(--t-title); line-height: 24px; margin-bottom: var(--s2); }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private typing: ReturnType<typeof setTimeout> | undefined
  private readonly shown = new Resource<Shown>(this, {
    load: signal => api.statutes(this.wanted, signal),
    lazy: true,
  })

  private get wanted(): string {
    return (this.query.get('q') ?? '').trim()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return
    void (this.shown.value ? this.shown.refresh() : this.shown.reload())
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('statutes.title')} · ${t('common.product')}`
  }

  private readonly find = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.typing)
    this.typing = setTimeout(() => navigate(withQuery({ q: value.trim() || undefined }), { replace: true }), TYPING_MS)
  }

  private readonly bringIn = async () => {
    if (await openStatuteImport()) await this.shown.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header>
        <h1>${t('statutes.title')}</h1><p>${t('statutes.text')}</p>
        ${may(['administrate']) ? html`<button class="btn primary end" @click=${this.bringIn}>${icon('plus')}${t('statutes.import')}</button>` : nothing}
      </header>
      <div class="tools">
        <input class="in" type="search" aria-label=${t('statutes.find')} placeholder=${t('statutes.find')} .value=${this.wanted} @input=${this.find} />
      </div>
      ${this.shown.render(shown => this.renderShown(shown))}
    </div>`
  }

  private renderShown({ items, hits }: Shown): TemplateResult {
    const q = this.wanted
    const found = items.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(q.toLowerCase()))
    if (found.length === 0 && hits.length === 0)
      return emptyFace(t('statutes.empty'), q ? t('statutes.noHits', { q }) : t('statutes.emptyText'))
    return html`<div data-face="content">
      ${q === '' && may(['administrate', 'audit']) ? html`${renderExpired(items)}${this.renderMissing(items)}` : nothing}
      ${hits.length > 0 ? this.renderHits(hits) : nothing}
      ${found.length > 0 ? this.renderLaws(found) : nothing}
    </div>`
  }

  private renderMissing(items: readonly Law[]): TemplateResult | typeof nothing {
    const n = items.filter(isMissing).length
    if (n === 0) return nothing
    return html`<div class="note" data-missing=${n}>${icon('info')}<div><b>${t('statutes.missingTitle', { n })}</b><br />${t('statutes.missingText')}</div></div>`
  }

  private renderHits(hits: readonly StatuteHit[]): TemplateResult {
    const day = dayAt(officeNow())
    return html`<section>
      <h2>${t('statutes.hits', { n: hits.length })}</h2>
      <ul class="hits">
        ${hits.map(
          hit => html`<li data-hit="${hit.name} ${hit.article}">
            <a href=${lawAddress({ ...hit, day })}>${hit.name} ${hit.label}</a>
            ${hit.isOfficial ? nothing : html`<span class="tag off">${t('statutes.ours')}</span>`}
            <div class="sub">${this.marked(hit.excerpt)}</div>
          </li>`,
        )}
      </ul>
    </section>`
  }

  /** The words that were looked for. */
  private marked(text: string) {
    const words = this.wanted.split(/\s+/).filter(word => word !== '')
    const places = new RegExp(`(${words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'i')
    return text.split(places).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part))
  }

  private renderLaws(items: readonly Law[]): TemplateResult {
    const heads = [t('statutes.name'), t('statutes.inForce'), t('statutes.official'), t('statutes.citedBy')]
    return html`<div class="scroll"><table class="tbl stack">
      <thead><tr>${heads.map(head => html`<th>${head}</th>`)}</tr></thead>
      <tbody>${items.map(law => this.renderLaw(law))}</tbody>
    </table></div>`
  }

  private renderLaw(law: Law): TemplateResult {
    const { name, title, verification, isInForce, articles, versions, citedBy } = law
    return html`<tr data-law=${name}>
      <td><a href="/statutes/${encodeURIComponent(name)}"><b>${name}</b></a> ${verification ? verificationMark(verification) : nothing}<br /><span class="sub small">${title}</span></td>
      <td class="nb">${inForceText(law)} ${isInForce ? nothing : html`<span class="tag stop">${t('statutes.notInForce')}</span>`}
        ${versions > 1 ? html`<br /><span class="sub small">${t('statutes.versions', { n: versions })}</span>` : nothing}</td>
      <td class="nb">${articles > 0 ? t('statutes.articles', { n: articles }) : html`<span class="tag ${isMissing(law) ? 'wait' : 'off'}">${t('statutes.missing')}</span>`}</td>
      <td class="nb">${citedBy > 0 ? t('statutes.times', { n: citedBy }) : html`<span class="dim">—</span>`}</td>
    </tr>`
  }
}

/** Laws that are cited and hold no more. */
function renderExpired(items: readonly Law[]): TemplateResult | typeof nothing {
  const expired = items.filter(({ citedBy, isInForce }) => citedBy > 0 && !isInForce)
  if (expired.length === 0) return nothing
  const laws = expired.map(({ name }) => name).join(t('statute.and'))
  return html`<div class="note warn" data-expired=${expired.length}>${icon('warn')}<div><b>${t('statutes.expiredTitle', { laws })}</b><br />${t('statutes.expiredText')}</div></div>`
}

/** Cited, in force, and without its text. */
const isMissing = ({ citedBy, articles, isInForce }: Law): boolean => citedBy > 0 && articles === 0 && isInForce

declare global {
  interface HTMLElementTagNameMap {
    'xf-statutes-page': StatutesPage
  }
}
