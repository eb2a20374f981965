import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { api } from '../../api.ts'
import type { Notification, Page } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { shortTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import { problemOf } from '../../problem.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { NOTIFICATIONS_READ } from '../shell/bell.ts'
import './notification-settings.ts'

type View = 'unread' | 'all' | 'how'
const VIEWS: readonly View[] = ['unread', 'all', 'how']

/** What I was told, and how I want to be told. */
@customElement('xf-notifications-page')
export class NotificationsPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .page { max-width: 880px; }
      li { display: grid; grid-template-columns: 8px minmax(0, 1fr) auto auto; gap: 2px var(--s3); align-items: center; min-height: 52px; padding: 6px 0; border-bottom: 1px solid var(--line); }
      li i { width: 8px; height: 8px; border-radius: 50%; }
      li.new i { background: var(--ink); }
      li.new a { font-weight: var(--w-strong); }
      li a { color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
      li a:hover { text-decoration: underline; }
      @media (max-width: 900px) {
        li { grid-template-columns: 8px minmax(0, 1fr) auto; }
        li time { grid-column: 2; grid-row: 2; }
        li button { grid-column: 3; grid-row: 1 / 3; }
      }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly list = new Paged<Notification>(
    this,
    (after, signal) =>
      api.notifications({ ...(this.view === 'unread' && { unread: 'true' }), ...(after && { after }) }, signal),
    ['notification'],
  )

  private get view(): View {
    return VIEWS.find(view => view === this.query.get('view')) ?? 'unread'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.view !== 'how') void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('notice.title')} · ${t('common.product')}`
  }

  private readonly read = async (which: { ids: number[] } | { upTo: number }) => {
    try {
      await api.markRead(which)
    } catch (error) {
      const { detail, title } = problemOf(error)
      return say({ text: detail ?? title ?? t('task.failedTitle') })
    }
    window.dispatchEvent(new CustomEvent(NOTIFICATIONS_READ))
    await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    const words = { unread: t('notice.unread'), all: t('notice.all'), how: t('notice.how') }
    const tabs = VIEWS.map(id => ({ id, word: words[id] }))
    const newest = this.list.resource.value?.items.find(({ readAt }) => readAt === null)
    return html`<div class="page">
      <header><h1>${t('notice.title')}</h1>
        ${
          newest && this.view !== 'how'
            ? html`<button class="btn end" @click=${() => void this.read({ upTo: newest.notificationId })}>${t('notice.readAll')}</button>`
            : nothing
        }
      </header>
      ${tabList(t('notice.views'), tabs, this.view, id => navigate(withQuery({ view: id === 'unread' ? undefined : id })))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">
        ${
          this.view === 'how'
            ? html`<xf-notification-settings></xf-notification-settings>`
            : this.list.resource.render(found =>
                found.items.length === 0 ? this.renderEmpty() : this.renderList(found),
              )
        }
      </div>
    </div>`
  }

  private renderEmpty(): TemplateResult {
    const next = may(['work']) ? html`<a class="btn" href="/inbox">${t('notice.toInbox')}</a>` : undefined
    return emptyFace(t(this.view === 'unread' ? 'notice.empty' : 'notice.emptyAll'), t('notice.emptyText'), next)
  }

  private renderList(found: Page<Notification>): TemplateResult {
    return html`<ul data-face="content">${found.items.map(each => this.renderItem(each))}</ul>
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderItem({ notificationId, text, title, path, at, readAt }: Notification): TemplateResult {
    const isNew = readAt === null
    const read = () => void this.read({ ids: [notificationId] })
    return html`<li class=${classMap({ new: isNew })} data-notification=${notificationId}>
      <i>${isNew ? html`<span class="sr">${t('notice.isUnread')}</span>` : nothing}</i>
      <span><a href=${path} @click=${isNew ? read : nothing}>${text}</a>${title ? html`<br /><span class="sub small">${title}</span>` : nothing}</span>
      <time class="sub small nb" datetime=${at}>${shortTime(at)}</time>
      ${isNew ? html`<button class="btn quiet" @click=${read}>${t('notice.read')}</button>` : html`<span></span>`}
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-notifications-page': NotificationsPage
  }
}
