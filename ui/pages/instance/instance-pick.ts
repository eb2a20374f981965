import { html, nothing, type TemplateResult } from 'lit'
import type { InstanceDetail } from '../../api-types.ts'
import { dwellText } from '../../components/diagram/dwell.ts'
import { limitMark } from '../../components/limit.ts'
import { personMark } from '../../components/person.ts'
import { dayTime, officeNow } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** What is known of the element chosen in the diagram; without a choice, of where the instance stands. */
export function pickedElement(instance: InstanceDetail, picked: string | undefined): TemplateResult {
  const visit = instance.elements.find(each => each.elementId === picked)
  const task = instance.openTasks.find(each => each.elementId === picked)
  return html`<div class="part"><h2>${visit?.name || task?.name || t('instance.picked')}</h2>${picked ? html`<span class="end dim small mono">${picked}</span>` : nothing}</div>
    ${picked ? nothing : html`<p class="small sub">${t('instance.pickNone')}</p>`}
    ${picked && !visit ? html`<p class="small sub">${t('instance.notHere')}</p>` : nothing}
    ${
      visit
        ? html`<dl class="kv">
            <dt>${t('instance.now')}</dt><dd>${t(visit.state === 'now' ? 'instance.nowHere' : 'instance.wasHere')}</dd>
            <dt>${t('instance.visits')}</dt><dd>${t('instance.times', { n: visit.count })}</dd>
            <dt>${t('instance.dwell')}</dt><dd>${dwellText(visit.openSince ? visit.dwellMs + officeNow() - Date.parse(visit.openSince) : visit.dwellMs)}</dd>
            ${visit.openSince ? html`<dt>${t('instance.since')}</dt><dd>${dayTime(visit.openSince)}</dd>` : nothing}
            ${task ? html`<dt>${t('instance.givenTo')}</dt><dd>${task.assignee ? personMark(task.assignee.name) : t('inbox.unassigned')}</dd>` : nothing}
            ${task?.dueDate ? html`<dt>${t('task.due')}</dt><dd>${limitMark(task)}</dd>` : nothing}
          </dl>`
        : nothing
    }
    <p class="small dim legend">${t('instance.legend')}</p>`
}
