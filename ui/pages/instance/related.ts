import { css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Chronicle, InstanceDetail } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { stateTags } from '../../components/instance-table.ts'
import { withQuery } from '../../navigation.ts'
import { Resource } from '../../resource.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { chronicleOf } from '../cases/case-parts.ts'

/** Procedures that have to do with an instance, with the way to them, and the way to one chronicle of all. */
@customElement('xf-related')
export class Related extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; font-size: var(--t-table); line-height: 20px; padding: var(--s2) var(--s6) 0; }
      @media (max-width: 900px) { :host { padding-inline: var(--s4); } }
      .list { display: flex; flex-wrap: wrap; gap: 2px var(--s4); }
      .list > span { white-space: nowrap; }
      a { display: inline-block; padding: 4px 0; }
    `,
  ]

  @property({ attribute: false }) related: InstanceDetail['related'] = []
  /** Whether the chronicle tells of all of them now. */
  @property({ type: Boolean }) told = false

  protected override render(): TemplateResult {
    const href = withQuery({ chronicle: this.told ? undefined : 'related' })
    return html`<div class="list" role="group" aria-label=${t('instance.related')}>
        ${this.related.map(
          each => html`<span data-related=${each.processInstanceKey}><span class="dim small">${t(`instance.relation.${each.relation}`)}</span>
            <a href="/instances/${each.processInstanceKey}">${each.processName}</a> ${stateTags({ ...each, hold: null, hasIncident: false })}</span>`,
        )}
      </div>
      <a href=${href}>${t(this.told ? 'instance.own' : 'instance.withRelated')}</a>`
  }
}

/** What was done in an instance and in those that have to do with it, in order of time. */
@customElement('xf-related-chronicle')
export class RelatedChronicle extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property() key = ''
  private readonly told = new Resource<Chronicle>(this, {
    load: signal => api.instanceChronicle(this.key, signal),
    kinds: ['process-instance'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('key') && this.key) void this.told.reload()
  }

  protected override render(): TemplateResult {
    return this.told.render(chronicleOf, 8)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-related': Related
    'xf-related-chronicle': RelatedChronicle
  }
}
