import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import type { Office } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace, errorFace, forbiddenFace, loadingFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { languageButton } from '../../components/language-button.ts'
import { openShortcuts } from '../../dialogs/shortcuts/open-shortcuts.ts'
import { KeysController, listenToKeys } from '../../keys.ts'
import { followLinks, navigate } from '../../navigation.ts'
import { longDate, officeNow } from '../../office-time.ts'
import { railIsWide, setRailWide } from '../../preferences.ts'
import { problemOf } from '../../problem.ts'
import { matchRoute, type PathParams, type Route } from '../../routes.ts'
import { homePath, may, me } from '../../session.ts'
import shell from '../../styles/shell.css?inline'
import { loadWords, t } from '../../words/index.ts'
import './account-menu.ts'
import './bell.ts'
import { isOpen, railEntries } from './rail.ts'
import './toasts.ts'

/** What every page is handed: the parts of its path, and its query. */
export interface PageElement extends HTMLElement {
  params: PathParams
  query: URLSearchParams
}

/** The house: rail, top bar, and the page the address names. */
@customElement('xf-shell')
export class Shell extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(shell)]

  @property({ attribute: false }) office!: Office
  @state() private page: TemplateResult | PageElement = loadingFace()
  @state() private rail: string | undefined
  @state() private isDeep = false
  @state() private isRailWide = railIsWide()
  @query('#search') private searchField!: HTMLInputElement
  @query('main') private main!: HTMLElement
  @query('.rail > [aria-current]') private door?: HTMLElement
  private shown: string | undefined
  private readonly leave: (() => void)[] = []

  constructor() {
    super()
    new KeysController(this, {
      search: () => this.searchField.focus(),
      help: () => void openShortcuts(),
      inbox: () => may(['work']) && navigate('/inbox'),
      start: () => may(['work']) && navigate('/start'),
      cases: () => may(['work', 'audit', 'supervise']) && navigate('/cases'),
      instances: () => may(['work', 'audit', 'operate', 'administrate']) && navigate('/instances'),
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.leave.push(
      followLinks(() => void this.follow()),
      listenToKeys(),
    )
    void this.follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const stop of this.leave.splice(0)) stop()
  }

  /** On a phone the doors are more than the bar is wide. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('rail')) this.door?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }

  /** Shows the page of the present address; stays with the element while only parameters change. */
  private async follow(): Promise<void> {
    if (location.pathname === '/') return navigate(homePath(), { replace: true })
    const hit = matchRoute(location.pathname)
    this.rail = hit?.route.rail
    this.isDeep = hit?.route.isDeep?.(new URLSearchParams(location.search)) ?? false
    if (!hit)
      return this.put(
        emptyFace(t('shell.notFound'), t('shell.notFoundText'), html`<a class="btn" href="/">${t('shell.home')}</a>`),
        t('shell.notFound'),
      )
    if (!may(hit.route.permissions)) return this.put(forbiddenFace(), t('forbidden.title'))
    await this.open(hit.route, hit.params)
  }

  private async open(route: Route, params: PathParams): Promise<void> {
    const query = new URLSearchParams(location.search)
    if (this.shown === route.element) {
      Object.assign(this.page, { params, query })
      return
    }
    try {
      await Promise.all([route.load(), route.words && loadWords(route.words)])
    } catch (error) {
      return this.put(
        errorFace(problemOf(error), () => location.reload()),
        t('error.title'),
      )
    }
    if (matchRoute(location.pathname)?.route !== route) return
    const isFirst = this.shown === undefined
    this.page = Object.assign(document.createElement(route.element) as PageElement, { params, query })
    this.shown = route.element
    if (!isFirst) this.main.focus({ preventScroll: true })
  }

  private put(face: TemplateResult, title: string): void {
    this.shown = undefined
    this.page = html`<div class="alone">${face}</div>`
    document.title = `${title} · ${t('common.product')}`
  }

  private readonly search = (event: Event) => {
    event.preventDefault()
    const q = this.searchField.value.trim()
    navigate(q ? `/search?q=${encodeURIComponent(q)}` : '/search')
  }

  protected override render(): TemplateResult {
    return html`<div class=${classMap({ app: true, 'wide-rail': this.isRailWide, deep: this.isDeep })}>
      <a class="skip" href="#main" @click=${this.skip}>${t('shell.skip')}</a>
      ${this.renderRail()} ${this.renderTop()}
      <main id="main" tabindex="-1">${this.page}</main>
      <xf-toasts></xf-toasts>
    </div>`
  }

  private readonly skip = (event: Event) => {
    event.preventDefault()
    this.main.focus()
  }

  private renderRail(): TemplateResult {
    return html`<nav class="rail" aria-label=${t('shell.nav')}>
      <div class="mark" aria-hidden="true"><b>循法</b></div>
      ${railEntries
        .filter(isOpen)
        .map(
          entry =>
            html`<a href=${entry.path} aria-current=${this.rail === entry.path ? 'page' : nothing}>${icon(entry.icon)}${t(entry.word)}</a>`,
        )}
      <button class="low" aria-pressed=${this.isRailWide} @click=${this.toggleRail}>${icon('more')}${this.isRailWide ? t('shell.narrow') : t('shell.widen')}</button>
    </nav>`
  }

  private readonly toggleRail = () => {
    this.isRailWide = !this.isRailWide
    setRailWide(this.isRailWide)
  }

  private renderTop(): TemplateResult {
    const person = me()
    return html`<header class="top">
      <form class="find" role="search" @submit=${this.search}>
        ${icon('search')}
        <input id="search" type="search" name="q" autocomplete="off" aria-label=${t('shell.searchLabel')} placeholder=${t('shell.search')} aria-keyshortcuts="/" />
        <kbd aria-hidden="true">/</kbd>
      </form>
      <span class="office wide">${longDate(officeNow())} · ${t(`shell.day.${this.office.dayKind}`)}${this.office.demo ? html` · <span class="dim">${t('shell.demo')}</span>` : nothing}</span>
      <span class="sep wide"></span>
      ${(person?.permissions.length ?? 0) > 0 ? html`<xf-bell></xf-bell>` : nothing}
      ${person ? html`<xf-account-menu class="me" .person=${person}></xf-account-menu>` : nothing}
      ${languageButton('btn quiet wide')}
    </header>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-shell': Shell
  }
}
