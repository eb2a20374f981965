import { html, nothing, type TemplateResult } from 'lit'
import type { Instance } from '../api-types.ts'
import { shortDate } from '../office-time.ts'
import { t } from '../words/index.ts'

/** Instances as rows: the case, where it stands, in whose hands. */
export const instanceTable = (items: readonly Instance[]): TemplateResult => html`<div class="scroll">
  <table class="tbl stack">
    <thead>
      <tr>
        <th>${t('instances.caseNo')}</th><th>${t('instances.caseTitle')}</th><th>${t('instances.party')}</th><th>${t('instances.procedure')}</th>
        <th>${t('instances.step')}</th><th>${t('instances.started')}</th><th>${t('instances.state')}</th>
      </tr>
    </thead>
    <tbody>${items.map(row)}</tbody>
  </table>
</div>`

const row = (item: Instance) => html`<tr data-instance-key=${item.processInstanceKey}>
  <td class="nb"><a href="/instances/${item.processInstanceKey}">${item.caseNo ?? item.processInstanceKey}</a></td>
  <td class="edge">${item.caseTitle ?? ''}</td>
  <td>${item.party ?? ''}</td>
  <td class="sub edge">${item.processName}</td>
  <td class="full">${item.currentSteps.map(
    step =>
      html`<div>${step.name}${step.assignee ? html` <span class="dim small">${t('instances.with', { name: step.assignee.name })}</span>` : nothing}</div>`,
  )}</td>
  <td class="nb sub">${item.startedBy?.name ?? ''} ${shortDate(item.startDate)}</td>
  <td class="nb edge">${stateTags(item)}</td>
</tr>`

const LOOK = { ACTIVE: 'wait', COMPLETED: 'live', TERMINATED: 'off' } as const

/** The state of an instance in words; why it stands still beside it. */
export const stateTags = (item: Pick<Instance, 'state' | 'hold' | 'hasIncident'>): TemplateResult =>
  html`<span class="tag ${LOOK[item.state]}">${t(`instances.state.${item.state}`)}</span>
    ${item.hold ? html`<span class="tag off">${t(`instances.hold.${item.hold}`)}</span>` : nothing}
    ${item.hasIncident ? html`<span class="tag off">${t('instances.incident')}</span>` : nothing}`
