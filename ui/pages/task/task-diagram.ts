import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { InstanceDetail } from '../../api-types.ts'
import '../../components/diagram/diagram.ts'
import { XfElement } from '../../components/element.ts'
import { Resource } from '../../resource.ts'

/** The diagram of the procedure a task belongs to, with the path taken so far. */
@customElement('xf-task-diagram')
export class TaskDiagram extends XfElement {
  static override styles = [XfElement.styles, css`:host { display: grid; } xf-diagram { min-height: 320px; }`]

  @property({ attribute: false }) instanceKey = ''
  @property({ attribute: false }) definitionKey = ''
  private readonly drawn = new Resource<{ xml: string; instance: InstanceDetail }>(this, {
    load: async signal => {
      const [xml, instance] = await Promise.all([
        api.diagram(this.definitionKey, signal),
        api.instance(this.instanceKey, signal),
      ])
      return { xml, instance }
    },
    kinds: ['process-instance', 'user-task'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('instanceKey')) void this.drawn.reload()
  }

  protected override render(): TemplateResult {
    return this.drawn.render(
      ({ xml, instance }) =>
        html`<xf-diagram .xml=${xml} .visits=${instance.elements} .flows=${instance.flows}></xf-diagram>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-diagram': TaskDiagram
  }
}
