import { css, html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import type { Office, ProblemDetails } from '../api-types.ts'
import { XfElement } from '../components/element.ts'
import { errorFace, loadingFace } from '../components/faces.ts'
import { startLive, stopLive } from '../live.ts'
import { NAVIGATED, navigate } from '../navigation.ts'
import { setOfficeClock } from '../office-time.ts'
import { problemOf } from '../problem.ts'
import { SESSION_LOST } from '../request.ts'
import { homePath, me, SESSION_CHANGED, setMe } from '../session.ts'

/** The program: finds out who is signed in, and shows the door or the house. */
@customElement('xf-app')
export class App extends XfElement {
  static override styles = [
    XfElement.styles,
    css`:host { display: block; } .alone { max-width: 460px; margin: 12vh auto 0; padding: 0 var(--s4); }`,
  ]

  @state() private office: Office | undefined
  @state() private problem: ProblemDetails | undefined
  @state() private wasLost = false

  private readonly onSession = () => {
    if (me()) this.wasLost = false
    if (me()) startLive()
    else stopLive()
    void this.prepare()
    this.requestUpdate()
  }

  private readonly onLost = () => {
    if (!me()) return
    this.wasLost = true
    setMe(undefined)
  }

  private readonly onAddress = () => void this.prepare().then(() => this.requestUpdate())

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener(SESSION_CHANGED, this.onSession)
    window.addEventListener(SESSION_LOST, this.onLost)
    window.addEventListener(NAVIGATED, this.onAddress)
    void this.enter()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(SESSION_CHANGED, this.onSession)
    window.removeEventListener(SESSION_LOST, this.onLost)
    window.removeEventListener(NAVIGATED, this.onAddress)
  }

  private readonly enter = async () => {
    this.problem = undefined
    try {
      const office = await api.office()
      const person = office.bringsSession ? await api.session().catch(signedOut) : undefined
      setOfficeClock(office.now)
      this.office = office
      setMe(person)
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  private async prepare(): Promise<void> {
    if (this.isSetUp) await import('./sign-in/set-up-page.ts')
    else if (this.isInvitation) await import('./sign-in/invitation-page.ts')
    else if (!me()) await import('./sign-in/sign-in-page.ts')
    else await import('./shell/shell.ts')
    if (me() && ['/', '/sign-in', '/set-up'].includes(location.pathname)) navigate(homePath(), { replace: true })
  }

  private get isSetUp(): boolean {
    return location.pathname === '/set-up' && !me()
  }

  /** Whoever holds a link chooses a password, also in a browser where somebody else is signed in. */
  private get isInvitation(): boolean {
    return location.pathname === '/invitation'
  }

  protected override render(): TemplateResult {
    if (this.problem) return html`<main class="alone">${errorFace(this.problem, () => void this.enter())}</main>`
    if (!this.office) return html`<main class="alone">${loadingFace(3)}</main>`
    if (this.isSetUp) return html`<xf-set-up-page></xf-set-up-page>`
    if (this.isInvitation) return html`<xf-invitation-page></xf-invitation-page>`
    if (!me()) return html`<xf-sign-in-page .office=${this.office} .wasLost=${this.wasLost}></xf-sign-in-page>`
    return html`<xf-shell .office=${this.office}></xf-shell>`
  }
}

function signedOut(error: unknown): undefined {
  if (problemOf(error).status === 401) return undefined
  throw error
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-app': App
  }
}
