import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { LiveController } from '../../live.ts'
import { t } from '../../words/index.ts'

/** Told by the page of notifications when something was read there. */
export const NOTIFICATIONS_READ = 'xf-notifications-read'

/** Beside the person: how much he has not read. */
@customElement('xf-bell')
export class Bell extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      a { position: relative; display: grid; place-items: center; width: 32px; height: 32px; color: var(--ink-2); border-radius: var(--r2); }
      a:hover { color: var(--ink); background: var(--hover); }
      .ico { width: 18px; height: 18px; }
      b {
        position: absolute; top: 0; left: 17px; display: grid; place-items: center; min-width: 16px; height: 16px; padding: 0 4px;
        border-radius: 8px; font: 600 10px/1 var(--sans); background: var(--ink); color: var(--paper);
      }
    `,
  ]

  @state() private count = 0

  constructor() {
    super()
    new LiveController(this, ['notification'], this.ask)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener(NOTIFICATIONS_READ, this.ask)
    this.ask()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(NOTIFICATIONS_READ, this.ask)
  }

  private readonly ask = () => {
    void api
      .unread()
      .then(count => {
        this.count = count
      })
      // The number stays as it was; the next news asks again.
      .catch(() => undefined)
  }

  protected override render(): TemplateResult {
    const shown = this.count > 99 ? '99+' : String(this.count)
    const label = this.count > 0 ? t('notice.bell', { n: shown }) : t('notice.bellNone')
    return html`<a href="/notifications" aria-label=${label}>${icon('bell')}${this.count > 0 ? html`<b aria-hidden="true">${shown}</b>` : nothing}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-bell': Bell
  }
}
