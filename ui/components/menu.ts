import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { XfElement } from './element.ts'

/** A button with a panel that opens beside it; closes on Escape, on a click elsewhere and when the focus leaves. */
@customElement('xf-menu')
export class Menu extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { position: relative; display: inline-flex; min-width: 0; }
      .pop { position: absolute; z-index: 20; top: calc(100% + 4px); max-width: calc(100vw - 24px); }
      /* Whoever places the menu may turn it over where there is no room. */
      .pop.end { right: var(--menu-right, 0); left: var(--menu-left, auto); }
      .pop.up { top: auto; bottom: calc(100% + 6px); }
      .pop.menu { padding: var(--s1) 0; }
      .btn { min-width: 0; max-width: 100%; }
      :host([bar]) .btn { min-height: var(--ctl-bar); }
    `,
  ]

  /** The accessible name, when the slotted words are not enough. */
  @property() label = ''
  /** Opens upwards. */
  @property({ type: Boolean }) up = false
  /** Keeps to the right edge. */
  @property({ type: Boolean }) end = false
  /** Is a list of acts, without padding. */
  @property({ type: Boolean }) list = false
  /** Shows by a frame that there is something to open. */
  @property({ type: Boolean }) framed = false
  @state() private isOpen = false
  @query('button') private button!: HTMLButtonElement

  /** Closes the panel and gives the focus back. */
  close(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.button.focus()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('pointerdown', this.onOutside)
    this.addEventListener('keydown', this.onKey)
    this.addEventListener('focusout', this.onLeave)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pointerdown', this.onOutside)
  }

  private readonly onOutside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.isOpen = false
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.isOpen) return
    event.preventDefault()
    this.close()
  }

  private readonly onLeave = (event: FocusEvent) => {
    const to = event.relatedTarget
    if (to instanceof Node && !this.contains(to) && !this.shadowRoot?.contains(to)) this.isOpen = false
  }

  private readonly onPick = (event: Event) => {
    const hit = event.composedPath().find(node => node instanceof HTMLElement && node.hasAttribute('data-close'))
    if (hit && (hit as HTMLElement).getAttribute('aria-disabled') !== 'true') this.isOpen = false
  }

  protected override render(): TemplateResult {
    const classes = `pop ${this.end ? 'end' : ''} ${this.up ? 'up' : ''} ${this.list ? 'menu' : ''}`
    return html`<button
        class=${this.framed ? 'btn' : 'btn quiet'}
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls="panel"
        aria-label=${this.label || nothing}
        @click=${() => {
          this.isOpen = !this.isOpen
        }}
      ><slot name="button"></slot></button>
      <div id="panel" class=${classes} ?hidden=${!this.isOpen} @click=${this.onPick}><slot></slot></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-menu': Menu
  }
}
