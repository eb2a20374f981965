import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DecisionModel } from '../../../server/dmn/index.ts'
import { XfElement } from '../../components/element.ts'
import { officeNow } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { askedNames, type Tried, tryTable } from './try-table.ts'

/** A table tried out with values of one's own: what comes out, and by which rules. Nothing is kept. */
@customElement('xf-table-trial')
export class TableTrial extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; }
      .field { margin-bottom: var(--s2); }
      .in { font-family: var(--mono); }
      output { display: block; margin-top: var(--s3); }
      .bad { color: var(--red); overflow-wrap: anywhere; }
    `,
  ]

  @property({ attribute: false }) content = ''
  @property({ attribute: false }) model: DecisionModel | undefined
  @state() private entered: Readonly<Record<string, string>> = {}
  private names: readonly string[] = []

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.model && (changed.has('model') || changed.has('content')))
      this.names = askedNames(this.content, this.model)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model, names } = this
    const [decision] = model ? [...model.decisions.values()].slice(-1) : []
    if (!model || !decision) return nothing
    const entered = Object.fromEntries(names.map(name => [name, this.entered[name] ?? '']))
    const isEntered = Object.values(entered).some(text => text.trim() !== '')
    return html`<p class="help">${t('draftParts.tryText')}</p>
      ${names.map(name => this.renderName(name, entered[name] ?? ''))}
      <output aria-live="polite">${isEntered ? tried(tryTable(model, decision.id, entered, officeNow())) : nothing}</output>`
  }

  private renderName(name: string, value: string): TemplateResult {
    return html`<div class="field">
      <label class="label mono" for="try-${name}">${name}</label>
      <input class="in" id="try-${name}" .value=${value} autocomplete="off" spellcheck="false"
        @input=${(event: InputEvent) => {
          this.entered = { ...this.entered, [name]: (event.target as HTMLInputElement).value }
        }} />
    </div>`
  }
}

function tried({ output, rules, failure }: Tried): TemplateResult {
  if (failure !== undefined) return html`<p class="bad">${failure}</p>`
  return html`<p><b>${t('draftParts.tryOutput')}</b> <span class="mono">${output}</span></p>
    ${rules.map(
      ({ decision, numbers }) =>
        html`<p class="sub">${numbers.length === 0 ? t('draftParts.tryNone', { decision }) : t('draftParts.tryRules', { decision, numbers: numbers.join('、') })}</p>`,
    )}`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-table-trial': TableTrial
  }
}
