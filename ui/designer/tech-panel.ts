import properties from '@bpmn-io/properties-panel/dist/assets/properties-panel.css?inline'
import templates from 'bpmn-js-element-templates/dist/assets/element-templates.css?inline'
import { css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { XfElement } from '../components/element.ts'
import { language } from '../preferences.ts'
import type { DraftModeler } from './canvas/draft-modeler.ts'
import theme from './canvas/theme.css?inline'
import { translateDocument } from './frames/translate-document.ts'
import { panelWords } from './words/index.ts'

/** Everything else an element has in the dialect of Zeebe: the properties panel of bpmn.io, for who knows it. */
@customElement('xf-draft-tech')
export class DraftTech extends XfElement {
  static override styles = [
    unsafeCSS(properties),
    unsafeCSS(templates),
    XfElement.styles,
    unsafeCSS(theme),
    css`
      :host { display: block; margin: 0 calc(-1 * var(--s4)); }
      .bio-properties-panel { --font-family: var(--hei); font-size: var(--t-table); --font-family-monospace: var(--mono); font-family: var(--hei); }
      .bio-properties-panel-header { display: none; }
    `,
  ]

  @property({ attribute: false }) modeler: DraftModeler | undefined
  @query('div') private place!: HTMLElement

  protected override firstUpdated(): void {
    if (language() !== 'en') translateDocument(panelWords, this.place)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('modeler') && this.modeler) this.modeler.service('propertiesPanel').attachTo(this.place)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.modeler?.service('propertiesPanel').detach()
  }

  protected override render(): TemplateResult {
    return html`<div></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-tech': DraftTech
  }
}
