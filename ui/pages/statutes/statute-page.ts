import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Statute, StatuteArticle, StatuteImpact, StatuteVersion } from '../../api-types.ts'
import { inForceText, verificationMark } from '../../components/citation.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { lawText } from '../../components/law-text.ts'
import { openStatuteImport } from '../../dialogs/statute-import/open-statute-import.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { citedByList } from './cited-by.ts'
import { impactList } from './impact-list.ts'
import { correctDays, removeText, showHistory } from './statute-acts.ts'
import sheet from './statute-page.css?inline'
import { versionList } from './version-list.ts'

/** A law as of a day: its versions, its articles, what we say of them, and who cites them. */
@customElement('xf-statute-page')
export class StatutePage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page), unsafeCSS(sheet), css`:host { scroll-behavior: auto; }`]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  /** The article that was scrolled to, so that news does not move what is read. */
  private reached = ''
  private readonly statute = new Resource<Statute>(this, {
    load: signal => api.statute(this.params.name ?? '', this.query.get('day') ?? undefined, signal),
    lazy: true,
  })

  private readonly impact = new Resource<StatuteImpact>(this, {
    load: signal => api.statuteImpact(this.params.name ?? '', this.query.get('day') ?? undefined, signal),
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('params') && changed.get('params')?.name !== this.params.name
    const before = changed.get('query') as URLSearchParams | undefined
    if (!isOther && !(changed.has('query') && before?.get('day') !== this.query.get('day'))) return
    void this.statute.reload()
    if (may(['administrate', 'audit'])) void this.impact.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.statute.value?.name ?? t('statutes.title')} · ${t('common.product')}`
    const article = this.query.get('article') ?? ''
    if (!this.statute.value || article === this.reached) return
    this.reached = article
    this.renderRoot.querySelector(`[data-article="${CSS.escape(article)}"]`)?.scrollIntoView({ block: 'center' })
  }

  private readonly pickDay = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    if (value) navigate(withQuery({ day: value, article: undefined }), { replace: true })
  }

  /** Does it, and asks again when it was done. */
  private readonly follow = (act: Promise<boolean>) =>
    void act.then(isDone => (isDone ? this.statute.refresh() : undefined))

  protected override render(): TemplateResult {
    return html`<div class="page">
      <a class="btn quiet back" href="/statutes">${icon('left')}${t('statute.back')}</a>
      ${this.statute.render(statute => this.renderStatute(statute), 10)}
    </div>`
  }

  private renderStatute(statute: Statute): TemplateResult {
    const { title, day, verification, isInForce, hasText, citedBy, preamble } = statute
    return html`<div data-face="content">
      <header class="head">
        <h1>${title}</h1>
        <p class="sub">${inForceText(statute)} ${verification ? verificationMark(verification) : nothing}
          ${isInForce ? nothing : html`<span class="tag stop">${t('law.notInForce', { day })}</span>`}</p>
      </header>
      <div class="tools">
        <label class="label" for="day">${t('statute.day')}</label>
        <input class="in" id="day" type="date" .value=${day} @change=${this.pickDay} />
        ${may(['administrate', 'audit']) ? html`<button class="btn" @click=${() => void showHistory(statute.name)}>${t('statute.history')}</button>` : nothing}
      </div>
      <div class="cols">
        <div>
          ${hasText ? nothing : this.renderNoText()}
          ${preamble.map(text => html`<p class="preamble">${text}</p>`)}
          ${this.renderArticles(statute)}
        </div>
        <aside>
          <div class="part"><h2>${t('statute.versions')}</h2></div>
          ${versionList(statute.versions, may(['administrate']) ? version => this.renderActs(version) : () => nothing)}
          ${this.renderImpact(statute)}
          ${citedBy.length > 0 ? html`<div class="part"><h2>${t('statute.citedWhole')}</h2></div>${citedByList(citedBy)}` : nothing}
        </aside>
      </div>
    </div>`
  }

  /** Where something changed, administrators and auditors see what it touches. */
  private renderImpact({ isInForce, articles }: Statute): TemplateResult | typeof nothing {
    const isChanged = !isInForce || articles.some(article => article.isChanged)
    if (!isChanged || !may(['administrate', 'audit'])) return nothing
    return html`<div class="part"><h2>${t('statute.impact')}</h2></div>${this.impact.render(impactList, 3)}`
  }

  private renderNoText(): TemplateResult {
    const isAdmin = may(['administrate'])
    return html`<div class="note">${icon('info')}<div>
      <b>${t('statute.noTextTitle')}</b><br />${t(isAdmin ? 'statute.noTextAdmin' : 'statute.noTextText')}
      ${isAdmin ? html`<div class="acts"><button class="btn" @click=${() => this.follow(openStatuteImport())}>${t('statutes.import')}</button></div>` : nothing}
    </div></div>`
  }

  private renderActs(version: StatuteVersion): TemplateResult {
    return html`<div class="acts">
      <button class="btn quiet" @click=${() => this.follow(correctDays(version))}>${t('statute.correct')}</button>
      <button class="btn quiet danger" @click=${() => this.follow(removeText(version))}>${t('statute.remove')}</button>
    </div>`
  }

  private renderArticles({ articles }: Statute): TemplateResult[] {
    let above: readonly string[] = []
    return articles.map(article => {
      const { headings } = article
      const first = headings.findIndex((heading, level) => heading !== above[level])
      const fresh = first < 0 ? [] : headings.slice(first)
      above = headings
      return html`${fresh.map((heading, index) => html`<h2 class="heading level-${first + index}">${heading}</h2>`)}${this.renderArticle(article)}`
    })
  }

  private renderArticle({ article, label, paragraphs, summary, isChanged, citedBy }: StatuteArticle): TemplateResult {
    const isWanted = this.query.get('article') === article
    return html`<article class=${isWanted ? 'wanted' : ''} data-article=${article}>
      <h3>${label} ${isChanged ? html`<span class="tag">${t('statute.changed')}</span>` : nothing}</h3>
      ${paragraphs ? html`<div class="law">${lawText(paragraphs)}</div>` : nothing}
      ${summary ? html`<p class="ours"><span class="tag off">${t('statute.summary')}</span> ${summary}</p>` : nothing}
      ${citedBy.length > 0 ? html`<div class="cited small" role="group" aria-label=${t('statute.citedHere')}><div class="dim">${t('statute.citedHere')}</div>${citedByList(citedBy)}</div>` : nothing}
    </article>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-statute-page': StatutePage
  }
}
