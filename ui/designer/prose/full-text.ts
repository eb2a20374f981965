import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import {
  fullTextLines,
  type Outline,
  parseFullText,
  type TextLine,
  writeFullText,
} from '../../../server/prose/index.ts'
import { XfElement } from '../../components/element.ts'
import { language } from '../../preferences.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { editsBetween, whatIsLeft } from './text-edits.ts'

/** The whole diagram as text by its grammar: to read, to copy, to edit and apply. Tells `xf-pick` and `xf-edit`. */
@customElement('xf-full-text')
export class FullText extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; }
      .bar { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s3); align-items: center; padding: 2px var(--s4); font-size: var(--t-label); color: var(--ink-3); }
      .bar .btn { min-height: 28px; font-size: var(--t-label); }
      [role="alert"] { flex-basis: 100%; color: var(--red); font-size: var(--t-table); }
      ol { margin: 0; padding: 0 0 var(--s2); list-style: none; overflow: auto; }
      li button { width: 100%; padding: 1px var(--s4); border: 0; background: none; color: inherit; font: 13px/1.7 var(--song); text-align: start; cursor: pointer; overflow-wrap: anywhere; }
      li :is(button:hover, .pointed) { background: var(--hover); }
      li[aria-current] button { background: var(--picked); }
      .technical button { color: var(--ink-3); font-size: var(--t-label); }
      .d1 button { padding-inline-start: calc(var(--s4) + 20px); }
      .d2 button { padding-inline-start: calc(var(--s4) + 40px); }
      .d3 button { padding-inline-start: calc(var(--s4) + 60px); }
      .d4 button { padding-inline-start: calc(var(--s4) + 80px); }
      textarea { width: 100%; height: 100%; padding: var(--s2) var(--s4); border: 0; background: var(--sheet); color: inherit; font: 13px/1.7 var(--mono); resize: none; tab-size: 2; }
    `,
  ]

  @property({ attribute: false }) outline: Outline = { parts: [] }
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) pointed: string | undefined
  @property({ attribute: false }) isReadOnly = false
  @state() private isFolded = true
  @state() private draft: string | undefined
  @state() private problem = ''
  @query('textarea') private readonly area!: HTMLTextAreaElement | null
  private lines: readonly TextLine[] = []
  /** What was applied last, until the diagram says it. */
  private wanted: Outline | undefined

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('outline')) return
    this.lines = fullTextLines(this.outline)
    if (this.wanted) this.compare(this.wanted)
  }

  /** Says it when the canvas could not do all that was asked of it. */
  private compare(wanted: Outline): void {
    this.wanted = undefined
    const left = whatIsLeft(this.outline, wanted)
    if (left.length > 0) this.problem = t('prose.left', { what: left.slice(0, 4).join('；') })
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('picked')) this.show('[aria-current]')
    else if (changed.has('pointed') && !this.matches(':hover')) this.show('.pointed')
  }

  private show(which: string): void {
    this.renderRoot.querySelector(which)?.scrollIntoView({ block: 'nearest' })
  }

  private readonly copy = async () => {
    await navigator.clipboard?.writeText(writeFullText(this.outline))
    say({ text: t('prose.copied') })
  }

  private readonly apply = () => {
    const parsed = parseFullText(this.draft ?? '')
    if (!parsed.ok) return this.showFault(parsed.fault)
    const { edits, beyond } = editsBetween(this.outline, parsed.outline)
    if (beyond.length > 0) {
      this.problem = t('prose.cannot', { what: beyond.slice(0, 4).join('；') })
      return
    }
    this.problem = ''
    this.draft = undefined
    if (edits.length > 0) {
      this.wanted = parsed.outline
      this.tell('xf-edit', { edits })
    }
    say({ text: edits.length > 0 ? t('prose.applied', { n: edits.length }) : t('prose.nothing') })
  }

  /** Says where it does not parse, and goes there. */
  private showFault({
    line,
    column,
    expected,
    found,
  }: {
    line: number
    column: number
    expected: { zh: string; en: string }
    found: string
  }): void {
    this.problem = t('prose.fault', { line, column, expected: expected[language() === 'en' ? 'en' : 'zh'], found })
    const before = (this.draft ?? '').split('\n').slice(0, line - 1)
    const at = before.join('\n').length + (before.length > 0 ? 1 : 0) + column - 1
    this.area?.focus()
    this.area?.setSelectionRange(at, at + 1)
  }

  protected override render(): TemplateResult {
    return html`<div class="bar">
        ${this.draft === undefined ? this.renderReading() : this.renderWriting()}
        ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      </div>
      ${
        this.draft === undefined
          ? html`<ol aria-label=${t('prose.full')}>${this.lines.filter(({ isTechnical }) => !(isTechnical && this.isFolded)).map(line => this.renderLine(line))}</ol>`
          : html`<textarea aria-label=${t('prose.full')} spellcheck="false" lang="zh" .value=${this.draft} @input=${(
              event: Event,
            ) => {
              this.draft = (event.target as HTMLTextAreaElement).value
            }}></textarea>`
      }`
  }

  private renderReading(): TemplateResult {
    return html`<label><input type="checkbox" .checked=${this.isFolded} @change=${(event: Event) => {
      this.isFolded = (event.target as HTMLInputElement).checked
    }}> ${t('prose.fold')}</label>
      <button class="btn quiet" type="button" @click=${this.copy}>${t('prose.copy')}</button>
      ${
        this.isReadOnly
          ? nothing
          : html`<button class="btn quiet" type="button" data-act="edit" @click=${() => {
              this.draft = writeFullText(this.outline)
              this.problem = ''
            }}>${t('prose.edit')}</button>`
      }`
  }

  private renderWriting(): TemplateResult {
    return html`<span>${t('prose.fullHelp')}</span>
      <button class="btn primary" type="button" data-act="apply" @click=${this.apply}>${t('prose.apply')}</button>
      <button class="btn quiet" type="button" @click=${() => {
        this.draft = undefined
        this.problem = ''
      }}>${t('prose.cancel')}</button>`
  }

  private renderLine({ text, depth, elementId, isTechnical }: TextLine): TemplateResult {
    const isHere = elementId === this.picked && !isTechnical
    const isPointed = elementId === this.pointed && !isTechnical
    return html`<li class="d${Math.min(depth, 4)} ${isTechnical ? 'technical' : ''}" aria-current=${isHere ? 'true' : nothing} data-element=${elementId}>
      <button type="button" class=${isPointed ? 'pointed' : ''} @click=${() => this.tell('xf-pick', { elementId })}>${text}</button></li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-full-text': FullText
  }
}
