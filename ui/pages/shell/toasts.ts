import { css, html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { TOAST, type Toast } from '../../toast.ts'

/** How long a toast stays, in ms. */
const STAY = 6_000

/** Says what was done, at the bottom, without taking the focus. */
@customElement('xf-toasts')
export class Toasts extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { position: fixed; left: 64px; bottom: 12px; z-index: 30; max-width: calc(100vw - 24px); }
      @media (max-width: 900px) { :host { left: 12px; bottom: 72px; } }
      @media print { :host { display: none; } }
    `,
  ]

  @state() private toast: Toast | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  private readonly show = (event: Event) => {
    this.toast = (event as CustomEvent<Toast>).detail
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.toast = undefined
    }, STAY)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener(TOAST, this.show)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(TOAST, this.show)
    clearTimeout(this.timer)
  }

  protected override render(): TemplateResult {
    const { toast } = this
    return html`<div role="status">
      ${
        toast
          ? html`<div class="pop toast">${icon('check')}<span>${toast.text}</span>${toast.link ? html`<a href=${toast.link.href}>${toast.link.text}</a>` : null}</div>`
          : null
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-toasts': Toasts
  }
}
