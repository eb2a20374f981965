import { css, html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BundleFile } from '../api-types.ts'
import { XfElement } from '../components/element.ts'
import { say } from '../toast.ts'
import { t } from '../words/index.ts'

/** The text of the diagram as it is kept: to read, to copy, never to break it by typing. */
@customElement('xf-draft-source')
export class DraftSource extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; height: 100%; }
      p { display: flex; align-items: center; gap: var(--s3); padding: 2px var(--s4); color: var(--ink-3); font-size: var(--t-label); }
      pre { margin: 0; padding: 0 var(--s4) var(--s3); overflow: auto; font: 12px/18px var(--mono); white-space: pre; }
    `,
  ]

  @property({ attribute: false }) files: readonly BundleFile[] = []

  protected override render(): TemplateResult {
    const xml = this.files.find(({ name }) => name.endsWith('.bpmn'))?.content ?? ''
    return html`<p>${t('draft.sourceText', { n: xml.split('\n').length - 1 })}
        <button class="btn quiet" type="button" @click=${() => this.copy(xml)}>${t('draft.copy')}</button></p>
      <pre tabindex="0" role="region" aria-label=${t('draft.tab.source')} lang="en">${xml}</pre>`
  }

  private async copy(xml: string): Promise<void> {
    await navigator.clipboard?.writeText(xml)
    say({ text: t('draft.copied') })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-source': DraftSource
  }
}
