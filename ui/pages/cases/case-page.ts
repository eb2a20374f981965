import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { CaseRecord, Chronicle, ProblemDetails, Verdict } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { refusalNote } from '../../components/refusal.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import '../suspension/case-suspension.ts'
import { changeCase, closeCase, nameHandlers, sendToReview } from './case-acts.ts'
import { caseMark } from './case-marks.ts'
import { changesOf, chronicleOf, factsOf, filesOf } from './case-parts.ts'
import './case-start.ts'
import { reviewList } from './review-parts.ts'

const tabs = ['facts', 'chronicle', 'reviews', 'files', 'changes'] as const
type TabId = (typeof tabs)[number]

/** Everything of a case: facts, chronicle of all its procedures, reviews, files, changes; and what may be done with it. */
@customElement('xf-case-page')
export class CasePage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .page { max-width: 1080px; }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s3); margin-bottom: var(--s3); }
      .head h1 { font-size: var(--t-page); line-height: 32px; }
      .head .acts { margin-left: auto; display: flex; flex-wrap: wrap; gap: var(--s2); }
      .back { margin-left: -8px; }
      #panel { padding-top: var(--s4); }
      .review + .review { margin-top: var(--s6); }
      .review h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--s1) var(--s3); font-size: var(--t-body); margin-bottom: var(--s2); }
      .doc { display: inline-block; line-height: 24px; }
      dd { white-space: pre-line; }
      @media (max-width: 900px) { .head .acts { margin-left: 0; width: 100%; } }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private barred: ProblemDetails | undefined
  private readonly record = new Resource<CaseRecord>(this, {
    load: signal => api.caseRecord(this.caseNo, signal),
    kinds: ['process-instance', 'user-task'],
    lazy: true,
  })
  private readonly chronicle = new Resource<Chronicle>(this, {
    load: signal => api.chronicle(this.caseNo, undefined, signal),
    kinds: ['process-instance'],
    lazy: true,
  })

  private get caseNo(): string {
    return this.params.caseNo ?? ''
  }

  private get tab(): TabId {
    return tabs.find(each => each === this.query.get('tab')) ?? 'facts'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) {
      this.barred = undefined
      void this.record.reload()
    }
    if (changed.has('params') || (changed.has('query') && this.tab === 'chronicle')) void this.chronicle.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.record.value?.title ?? this.caseNo} · ${t('common.product')}`
  }

  private readonly explain = (refusal: ProblemDetails | undefined) => {
    this.barred = refusal
  }

  private readonly refresh = () => void Promise.all([this.record.refresh(), this.chronicle.refresh()])

  private readonly follow = (act: Promise<boolean>) => {
    this.barred = undefined
    void act.then(isDone => (isDone ? this.refresh() : undefined))
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <a class="btn quiet back" href="/cases">${icon('left')}${t('case.back')}</a>
      ${this.record.render(found => this.renderCase(found), 10)}
    </div>`
  }

  private renderCase(found: CaseRecord): TemplateResult {
    const counts: Partial<Record<TabId, number>> = {
      reviews: found.reviews.length,
      files: found.materials.filter(({ removedAt }) => removedAt === null).length + found.documents.length,
      changes: found.changes.length,
    }
    const words = tabs.map(id => ({ id, word: t(`case.tab.${id}`), count: counts[id] }))
    return html`<div data-face="content">
      <div class="head">
        <h1>${found.title}</h1><span class="mono sub">${found.caseNo}</span>${caseMark(found)}<span class="sub">${found.org.name}</span>
        <div class="acts">
          ${this.button(found.canReview, 'case.review', () => sendToReview(found), 'primary')}
          ${this.button(found.canChange, 'case.change', () => changeCase(found))}
          <xf-case-start .caseNo=${found.caseNo}></xf-case-start>
          ${found.canClose.refusal?.id === 'case.close.heads-only' ? nothing : this.button(found.canClose, 'case.close', () => closeCase(found))}
          ${found.canNameHandlers.permitted ? this.button(found.canNameHandlers, 'case.name', () => nameHandlers(found)) : nothing}
        </div>
      </div>
      ${this.barred ? refusalNote(this.barred, 'case.barred') : nothing}
      <xf-case-suspension .caseNo=${found.caseNo} @xf-changed=${this.refresh}></xf-case-suspension>
      ${tabList(t('cases.title'), words, this.tab, id => navigate(withQuery({ tab: id === 'facts' ? '' : id })))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}" tabindex="0">${this.renderTab(found)}</div>
    </div>`
  }

  private renderTab(found: CaseRecord): TemplateResult {
    switch (this.tab) {
      case 'chronicle':
        return this.chronicle.render(chronicleOf, 8)
      case 'reviews':
        return reviewList(found.reviews)
      case 'files':
        return filesOf(found)
      case 'changes':
        return changesOf(found)
      default:
        return factsOf(found)
    }
  }

  /** A greyed act says why, with the rule and its articles. */
  private button(
    { permitted, refusal }: Verdict,
    word: 'case.review' | 'case.change' | 'case.name' | 'case.close',
    act: () => Promise<boolean>,
    look = '',
  ): TemplateResult {
    const why = permitted ? nothing : (refusal?.detail ?? nothing)
    return html`<button class="btn ${look}" aria-disabled=${permitted ? nothing : 'true'} title=${why} aria-description=${why}
      @click=${() => (permitted ? this.follow(act()) : this.explain(refusal))}>${t(word)}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-case-page': CasePage
  }
}
