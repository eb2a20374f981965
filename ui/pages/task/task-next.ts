import { html, nothing, type TemplateResult } from 'lit'
import type { NextStep, TaskAction, TaskDetail } from '../../api-types.ts'
import { t } from '../../words/index.ts'

/** What comes next and who will get it, before anything is submitted: for the action pointed at, else for each. */
export function nextPart(task: TaskDetail, pointedAt: TaskAction | undefined): TemplateResult {
  const shown = task.next.filter(step => !pointedAt || !step.action || isOf(step, pointedAt))
  return html`<section aria-labelledby="next">
    <div class="part">
      <h2 id="next">${t('task.next')}</h2>
      ${pointedAt ? html`<span class="end dim small">${t('task.nextBy', { action: pointedAt.label })}</span>` : nothing}
    </div>
    <ol class="line">
      <li class="now"><b>${task.name}</b> <span class="dim">${task.assignee?.name ?? t('task.unclaimed')}</span></li>
      ${shown.length === 0 ? html`<li class="next">${t('task.nextUnknown')}</li>` : shown.map(step => stepLine(step, task.actions))}
    </ol>
  </section>`
}

function stepLine(step: NextStep, actions: readonly TaskAction[]): TemplateResult {
  const action = actions.find(each => isOf(step, each))
  const who = step.kind === 'end' ? t('task.nextEnd') : (step.roleName ?? '')
  return html`<li class="next" data-element=${step.elementId}>
    ${action ? html`<span class="tag">${action.label}</span> ` : nothing}<b>${step.name}</b>
    ${who ? html` <span class="dim">${who}</span>` : nothing}
  </li>`
}

const isOf = (step: NextStep, action: TaskAction) =>
  step.action?.field === action.field && step.action.value === action.value
