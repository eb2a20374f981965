import { css, html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProcessDefinition } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Resource } from '../../resource.ts'
import { t } from '../../words/index.ts'

/** Typing counts as finished after this many ms. */
const PAUSE = 300

/** What narrows the list: the procedure, and words of the case. Both are in the address. */
@customElement('xf-inbox-filters')
export class InboxFilters extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: flex; align-items: center; gap: var(--s3); flex: 1; min-width: 0; }
      .in { min-height: 28px; padding-top: 2px; padding-bottom: 2px; font-size: var(--t-table); }
      select.in { width: auto; max-width: 140px; border-color: transparent; background-color: transparent; color: var(--ink-2); margin-left: -9px; }
      select.in:hover { background-color: var(--hover); }
      input.in { flex: 1; min-width: 80px; width: 0; border-color: var(--rule); }
      @media (pointer: coarse) { .in { min-height: 44px; } }
    `,
  ]

  @property() procedure = ''
  @property() q = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly definitions = new Resource<readonly ProcessDefinition[]>(this, {
    load: async signal => (await api.definitions(signal)).items,
    kinds: ['process-definition'],
  })

  private readonly choose = (event: Event) => {
    navigate(withQuery({ procedure: (event.target as HTMLSelectElement).value, task: undefined }))
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim(), task: undefined }), { replace: true }), PAUSE)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  protected override render(): TemplateResult {
    const known = this.definitions.value ?? []
    return html`<select class="in" aria-label=${t('inbox.procedure')} @change=${this.choose}>
        <option value="" ?selected=${!this.procedure}>${t('inbox.allProcedures')}</option>
        ${known.map(each => html`<option value=${each.processDefinitionId} ?selected=${each.processDefinitionId === this.procedure}>${each.name}</option>`)}
      </select>
      <input class="in" type="search" .value=${this.q} aria-label=${t('inbox.filter')} placeholder=${t('inbox.filter')} @input=${this.type} />`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-inbox-filters': InboxFilters
  }
}
