import { html, nothing, type TemplateResult } from 'lit'
import type { RegisterHistory } from '../api-types.ts'
import { dayTime } from '../office-time.ts'
import { t } from '../words/index.ts'
import { said } from './said.ts'
import { twoTimes } from './two-times.ts'

/** What was changed of a person or an organisation, newest first: who, when, why, and each field before and after. */
export function registerHistory(items: RegisterHistory['items']): TemplateResult {
  if (items.length === 0) return html`<p class="sub">${t('history.empty')}</p>`
  return html`<ol class="line">
    ${items.map(
      ({ at, actor, sentence, reason, fields, happenedAt, late }) => html`<li class="went">
        <div>${said(actor, sentence)} <time datetime=${at}>${dayTime(at)}</time> ${twoTimes({ at, happenedAt, late })}</div>
        ${reason ? html`<div class="sub">${t('history.because', { reason })}</div>` : nothing}
        ${fields.map(field)}
      </li>`,
    )}
  </ol>`
}

const field = ({ label, before, after }: RegisterHistory['items'][number]['fields'][number]) => html`<div class="small">
  <span class="dim">${label}</span>
  ${before === null ? nothing : html`<del class="dim">${before}</del> →`} <b>${after ?? t('history.nothing')}</b>
</div>`
