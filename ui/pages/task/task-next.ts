import { html, nothing, type TemplateResult } from 'lit'
import type { NextStep, TaskDetail } from '../../api-types.ts'
import { t } from '../../words/index.ts'

/** What somebody is about to choose: a button pointed at, or an answer in the form. */
export interface Choice {
  field: string
  value: unknown
  label: string
}

/** What comes next and who will get it, before anything is submitted: for the choice at hand, else for each. */
export function nextPart(task: TaskDetail, choice: Choice | undefined): TemplateResult {
  const fits = choice ? task.next.filter(step => isOf(step, choice)) : []
  const shown = fits.length > 0 ? fits : task.next
  return html`<section aria-labelledby="next">
    <div class="part">
      <h2 id="next">${t('task.next')}</h2>
      ${fits.length > 0 && choice ? html`<span class="end dim small">${t('task.nextBy', { action: choice.label })}</span>` : nothing}
    </div>
    <ol class="line">
      <li class="now"><b>${task.name}</b> <span class="dim">${task.assignee?.name ?? t('task.unclaimed')}</span></li>
      ${shown.length === 0 ? html`<li class="next">${t('task.nextUnknown')}</li>` : shown.map(step => stepLine(step, task, fits.length > 0))}
    </ol>
  </section>`
}

function stepLine(step: NextStep, task: TaskDetail, isChosen: boolean): TemplateResult {
  const action = isChosen ? undefined : task.actions.find(each => isOf(step, each))
  const lead = action?.label ?? step.condition
  const who = step.kind === 'end' ? t('task.nextEnd') : (step.roleName ?? '')
  return html`<li class="next" data-element=${step.elementId}>
    ${lead && !lead.startsWith('=') ? html`<span class="tag">${lead}</span> ` : nothing}<b>${step.name}</b>
    ${who ? html` <span class="dim">${who}</span>` : nothing}${backPart(step)}
  </li>`
}

/** Before something is sent back: what ends, what stays, what cannot be undone. */
function backPart({ back }: NextStep): TemplateResult | typeof nothing {
  if (!back) return nothing
  const line = (kind: 'cancels' | 'stays' | 'stands', names: readonly string[]) =>
    names.length > 0
      ? html`<li data-back=${kind}>${t(`task.back.${kind}`, { names: names.join(t('task.back.and')) })}</li>`
      : nothing
  return html`<ul class="back small dim" aria-label=${t('task.back')}>
    ${line('cancels', back.cancels)} ${line('stays', back.stays)} ${line('stands', back.stands)}
  </ul>`
}

const isOf = (step: NextStep, choice: { field: string; value: unknown }) =>
  step.action?.field === choice.field && step.action.value === choice.value
