import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { query } from 'lit/decorators.js'
import { XfElement } from '../components/element.ts'

/** What every dialog is: a native modal that opens when it is put on the page, and answers once. */
export abstract class DialogElement<Answer> extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      dialog.pop { padding: 0; width: min(480px, calc(100vw - 32px)); max-height: calc(100dvh - 48px); margin: auto; overflow: auto; }
      dialog > form > header, dialog > header { padding: var(--s4) var(--s6) 0; font-size: var(--t-title); line-height: 24px; }
      dialog > form > div { padding: var(--s3) var(--s6) var(--s4); }
      dialog > form > footer { display: flex; justify-content: flex-end; gap: var(--s2); padding: var(--s3) var(--s6); border-top: 1px solid var(--line); }
      h2 { font-weight: var(--w-strong); }
      .field { margin-top: var(--s3); margin-bottom: 0; }
      .note { margin-top: var(--s3); }
    `,
  ]

  @query('dialog') protected box!: HTMLDialogElement
  private answer: Answer | undefined
  private settle: (answer: Answer | undefined) => void = () => undefined

  /** Resolves when the dialog has closed; to nothing if it was given up. */
  readonly closed = new Promise<Answer | undefined>(resolve => {
    this.settle = resolve
  })

  protected override firstUpdated(_changed: PropertyValues): void {
    this.box.addEventListener('close', () => this.settle(this.answer))
    this.box.showModal()
  }

  /** Closes with this answer. */
  protected finish(answer?: Answer): void {
    this.answer = answer
    this.box.close()
  }

  protected override render(): TemplateResult {
    return html`<dialog class="pop" aria-labelledby="title">${this.renderBox()}</dialog>`
  }

  /** What is in the dialog; its heading has the id `title`. */
  protected abstract renderBox(): TemplateResult
}

/** Puts a dialog on the page, waits for its answer, takes it away, and gives the focus back to where it came from. */
export async function askDialog<Answer>(dialog: DialogElement<Answer>): Promise<Answer | undefined> {
  const before = focused()
  document.body.append(dialog)
  try {
    return await dialog.closed
  } finally {
    dialog.remove()
    if (before?.isConnected) before.focus()
  }
}

function focused(): HTMLElement | undefined {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement ? element : undefined
}
