import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { XfElement } from '../../components/element.ts'
import { LANGUAGE_CHANGED, language, theme } from '../../preferences.ts'
import { type FromFrame, readFromFrame, type ToFrame } from './messages.ts'

/** A file as it was edited, or a part of it that was picked, or what kept it from being opened. */
export type FrameNews = Exclude<FromFrame, { kind: 'ready' }>

/**
 * An editor in a document of its own, which may style itself as it likes while this page keeps its strict policy. It is given a
 * file and tells `xf-frame` with what happened; a file it has just told of is not opened anew.
 */
@customElement('xf-editor-frame')
export class EditorFrame extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; min-height: 0; }
      iframe { display: block; width: 100%; height: 100%; border: 0; background: var(--paper); }
    `,
  ]

  /** Address of the editor's document. */
  @property() src = ''
  /** What a screen reader calls it. */
  @property() label = ''
  @property() name = ''
  @property({ attribute: false }) content = ''
  @property({ type: Boolean }) readonly = false
  @query('iframe') private frame!: HTMLIFrameElement
  private isReady = false
  /** What the editor holds, so that its own news do not come back to it. */
  private held = ''

  private readonly hear = (event: MessageEvent<unknown>) => {
    if (event.origin !== location.origin || event.source !== this.frame?.contentWindow) return
    const news = readFromFrame(event.data)
    if (news === undefined) return
    if (news.kind === 'ready') return this.begin()
    if (news.kind !== 'leave' && news.name !== this.name) return
    if (news.kind === 'changed') this.held = keyOf(news.name, news.content)
    this.tell<FrameNews>('xf-frame', news)
  }

  private readonly look = () => this.ask({ kind: 'look', theme: theme(), language: language() })

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('message', this.hear)
    window.addEventListener(LANGUAGE_CHANGED, this.look)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('message', this.hear)
    window.removeEventListener(LANGUAGE_CHANGED, this.look)
    this.isReady = false
  }

  private begin(): void {
    this.isReady = true
    this.held = ''
    this.look()
    this.openFile()
  }

  private ask(message: ToFrame): void {
    if (this.isReady) this.frame.contentWindow?.postMessage(message, location.origin)
  }

  private openFile(): void {
    const { name, content, readonly } = this
    const key = keyOf(name, content)
    if (!this.isReady || key === this.held) return
    this.held = key
    this.ask({ kind: 'open', name, content, isReadOnly: readonly })
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('readonly') && changed.get('readonly') !== undefined) this.held = ''
    this.openFile()
  }

  protected override render(): TemplateResult {
    return html`<iframe src=${this.src} title=${this.label}></iframe>`
  }
}

const keyOf = (name: string, content: string): string => `${name}\n${content}`

declare global {
  interface HTMLElementTagNameMap {
    'xf-editor-frame': EditorFrame
  }
}
