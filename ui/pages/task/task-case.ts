import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { CaseRecord } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { caseMark } from '../cases/case-marks.ts'
import { factsOf } from '../cases/case-parts.ts'

/** The case of a task as the register has it, for whoever reads that register; of a matter that is no case it shows nothing. */
@customElement('xf-task-case')
export class TaskCase extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: block; margin-top: var(--s6); }
      h2 { display: flex; align-items: baseline; gap: var(--s3); }
      dd { white-space: pre-line; }
    `,
  ]

  @property({ attribute: false }) caseNo = ''
  private readonly record = new Resource<{ found?: CaseRecord }>(this, {
    load: signal => registered(this.caseNo, signal),
    kinds: ['process-instance'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseNo')) void this.record.reload()
  }

  protected override render(): TemplateResult {
    return this.record.render(({ found }) =>
      found
        ? html`<div class="part"><h2>${t('case.inRegister')} ${caseMark(found)}<a class="small" href="/cases/${encodeURIComponent(found.caseNo)}">${t('case.openRegistered')}</a></h2></div>
          ${factsOf(found)}`
        : html`${nothing}`,
    )
  }
}

async function registered(caseNo: string, signal: AbortSignal): Promise<{ found?: CaseRecord }> {
  try {
    return { found: await api.caseRecord(caseNo, signal) }
  } catch (error) {
    const { status } = problemOf(error)
    if (status === 403 || status === 404) return {}
    throw error
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-case': TaskCase
  }
}
