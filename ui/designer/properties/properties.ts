import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ModdleElement } from '../../../server/bpmn/moddle.ts'
import type { BundleFile, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { t, type WordId } from '../../words/index.ts'
import type { DraftModeler } from '../canvas/draft-modeler.ts'

/** What can be said of the chosen element, in the words of the trade; all else stands under 技术. Tells `xf-edit` and `xf-file`. */
@customElement('xf-draft-properties')
export class DraftProperties extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; padding: var(--s3) var(--s4) var(--s6); }
      header { padding-bottom: var(--s2); }
      details { border-top: 1px solid var(--line); }
      summary { display: flex; align-items: center; gap: 6px; min-height: 36px; cursor: pointer; font-size: var(--t-table); font-weight: var(--w-strong); list-style: none; }
      summary::-webkit-details-marker { display: none; }
      summary > span { margin-left: auto; font-weight: var(--w); color: var(--ink-3); font-size: var(--t-label); }
      summary > .ico { transition: rotate var(--quick); color: var(--ink-3); }
      details:not([open]) > summary > .ico { rotate: -90deg; }
    `,
  ]

  @property({ attribute: false }) modeler: DraftModeler | undefined
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) revision = 0
  @property({ type: Boolean }) isReadOnly = false
  @state() private isTechnical = false

  /** What is chosen; the process when nothing is. */
  private get element(): ModdleElement | undefined {
    if (!this.modeler) return undefined
    return this.modeler.business(this.picked ?? this.draft?.processId ?? '')
  }

  protected override render(): TemplateResult {
    const { element } = this
    if (!element) return html``
    return html`<section aria-label=${t('draft.properties')}>
      <header><b>${element.name || t('draft.noName')}</b></header>
      ${
        this.isReadOnly
          ? nothing
          : this.group(
              'draft.group.technical',
              String(element.id),
              this.isTechnical,
              html`${this.isTechnical ? html`<xf-draft-tech .modeler=${this.modeler}></xf-draft-tech>` : nothing}`,
              this.openTechnical,
            )
      }
    </section>`
  }

  private readonly openTechnical = (isOpen: boolean) => {
    this.isTechnical = isOpen
    if (isOpen) void import('../tech-panel.ts')
  }

  private group(
    word: WordId,
    about: string,
    isOpen: boolean,
    content: TemplateResult,
    onToggle?: (isOpen: boolean) => void,
  ) {
    return html`<details ?open=${isOpen} @toggle=${(event: Event) => onToggle?.((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>${icon('down')}${t(word)} <span>${about}</span></summary>${content}
    </details>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-properties': DraftProperties
  }
}
