import { html, nothing, type TemplateResult } from 'lit'
import type { InstanceDetail } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { limitMarkOf } from '../../components/limit.ts'
import '../../components/limit-reason.ts'
import '../../components/menu.ts'
import { t } from '../../words/index.ts'

/** The lamp of the limit that a whole procedure has; it opens its explanation. Most procedures have none. */
export function procedureLimits({
  limits,
  state,
  startDate,
  endDate,
}: InstanceDetail): TemplateResult | typeof nothing {
  const [limit] = [...limits].sort((a, b) => Date.parse(a.dueDate) - Date.parse(b.dueDate))
  if (!limit) return nothing
  const lamp = limitMarkOf({
    ...{ creationDate: startDate, completionDate: endDate, dueDate: limit.dueDate, limit, suspension: null },
    state: state === 'ACTIVE' ? 'CREATED' : state === 'COMPLETED' ? 'COMPLETED' : 'CANCELED',
  })
  return html`<xf-menu end framed id="procedure-limit"
    ><span slot="button" title=${t('limit.openTip')}>${lamp} ${icon('down')}<span class="sr">${t('limit.explain')}</span></span
    >${limits.map(reason => html`<xf-limit-reason .reason=${reason}></xf-limit-reason>`)}</xf-menu>`
}
