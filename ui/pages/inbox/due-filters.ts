import { html, nothing, type TemplateResult } from 'lit'
import type { TaskPage } from '../../api-types.ts'
import { withQuery } from '../../navigation.ts'
import { t } from '../../words/index.ts'

/** How many are overdue or nearly so; each leads to just these, and back. */
export function dueFilters(dues: TaskPage['dues'], due: string | null): TemplateResult | typeof nothing {
  if (!dues) return nothing
  if (dues.overdue + dues.soon === 0 && !due) return nothing
  return html`<div class="dues">${dueFilter('overdue', dues.overdue, due)}${dueFilter('soon', dues.soon, due)}</div>`
}

function dueFilter(kind: 'overdue' | 'soon', n: number, due: string | null): TemplateResult | typeof nothing {
  const isOn = due === kind
  if (n === 0 && !isOn) return nothing
  const href = withQuery({ due: isOn ? undefined : kind, task: undefined })
  const word = t(kind === 'overdue' ? 'inbox.dueOverdue' : 'inbox.dueSoon', { n })
  return html`<a class="tag ${kind === 'overdue' ? 'stop' : 'wait'} ${isOn ? 'on' : ''}" data-due=${kind} href=${href} aria-current=${isOn ? 'true' : nothing}>${word}${isOn ? html`<span aria-hidden="true"> ×</span><span class="sr">${t('inbox.dueAll')}</span>` : nothing}</a>`
}
