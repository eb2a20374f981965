import { type CSSResultGroup, LitElement } from 'lit'
import { LANGUAGE_CHANGED } from '../preferences.ts'
import { sharedSheets } from '../styles/sheets.ts'

/** What every element of ours is: it wears the shared style sheets and speaks the chosen language. */
export class XfElement extends LitElement {
  static override styles: CSSResultGroup = sharedSheets

  private readonly speakAgain = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener(LANGUAGE_CHANGED, this.speakAgain)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(LANGUAGE_CHANGED, this.speakAgain)
  }

  /** Tells whoever holds this element that something was done in it. */
  protected tell<T>(type: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
