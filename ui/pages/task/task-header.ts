import { html, nothing, type TemplateResult } from 'lit'
import type { TaskDetail } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { limitMark } from '../../components/limit.ts'
import '../../components/menu.ts'
import { personMark } from '../../components/person.ts'
import { shortDate, shortTime } from '../../office-time.ts'
import { me } from '../../session.ts'
import { t } from '../../words/index.ts'
import '../suspension/case-suspension.ts'
import './task-limits.ts'

/** What the sheet says at its top: the step, its limit, the case, who holds it. */
export function taskHeader(task: TaskDetail, back: { href: string; word: string }, isAlone: boolean): TemplateResult {
  const title = isAlone
    ? html`<h1 id="title" tabindex="-1">${task.name}</h1>`
    : html`<h2 id="title" tabindex="-1">${task.name}</h2>`
  return html`<header>
    ${isAlone ? nothing : html`<a class="btn quiet back" href=${back.href}>${icon('left')}${back.word}</a>`}
    <div class="head">
      ${isAlone ? html`<a class="btn quiet icon" href=${back.href} aria-label=${t('task.backToInbox')}>${icon('left')}</a>` : nothing}
      ${title}
      ${task.signature ? html`<span class="tag wait" data-signature=${task.signature.state}>${t(`sheet.mark.${task.signature.state}`)}</span>` : nothing}
      ${task.round ? html`<span class="tag mine">${t('task.round', { n: task.round })}</span>` : nothing}
      ${task.suspension && task.state === 'CREATED' ? html`<span class="tag wait">${t('limit.paused')}</span>` : nothing}
      <span class="limits">${limits(task)}</span>
    </div>
    <div class="meta">
      <a href="/instances/${task.processInstanceKey}">${task.caseTitle ?? task.processName}</a>
      ${task.caseNo ? html`<span class="nb">${task.caseNo}</span>` : nothing} ${task.party ? html`<span>${task.party}</span>` : nothing}
      ${holder(task)}
    </div>
    ${task.caseNo && (task.suspension || maySuspend()) ? html`<xf-case-suspension .caseNo=${task.caseNo} @xf-changed=${tellChanged}></xf-case-suspension>` : nothing}
  </header>`
}

/** The heads of an office decide whether its cases stand still. */
const SUSPENDING_ROLES = new Set(['subdistrict-deputy', 'subdistrict-head'])
const maySuspend = (): boolean => me()?.appointments.some(({ role }) => SUSPENDING_ROLES.has(role)) ?? false
/** The sheet asks again when its limits have changed. */
const tellChanged = (event: Event) =>
  event.target?.dispatchEvent(new CustomEvent('xf-limits-changed', { bubbles: true, composed: true }))

/** The lamp; of a statutory limit it opens its explanation. */
function limits(task: TaskDetail): TemplateResult {
  if (!task.limitReason) return limitMark(task)
  return html`<xf-menu end framed id="limit"
    ><span slot="button" title=${t('limit.openTip')}>${limitMark(task)} ${icon('down')}<span class="sr">${t('limit.explain')}</span></span
    ><xf-task-limits .task=${task}></xf-task-limits
  ></xf-menu>`
}

function away({ awayUntil }: TaskDetail): TemplateResult | typeof nothing {
  if (awayUntil === undefined) return nothing
  return html`<a class="tag wait" href="/absences?tab=tasks">${t('task.away', { day: awayUntil })}</a>`
}

function holder(task: TaskDetail): TemplateResult {
  if (task.state === 'CREATED') {
    return task.assignee
      ? html`${personMark(task.assignee.name, t('task.holder', { date: shortDate(task.creationDate) }))}${away(task)}`
      : html`<span>${t('task.unclaimed')}</span>`
  }
  const time = shortTime(task.completionDate ?? task.creationDate)
  if (task.state === 'CANCELED') return html`<span class="tag off">${t('task.canceled', { time })}</span>`
  const by = task.completedBy ?? task.assignee
  const second = task.cosignedBy
  const done =
    by && second
      ? t('sheet.doneBy', { first: by.name, second: second.name, time })
      : by && t('task.doneBy', { name: by.name, time })
  return html`<span class="tag live">${done || t('task.done', { time })}</span>
    ${actionWord(task)}`
}

function actionWord(task: TaskDetail): TemplateResult | typeof nothing {
  const label = task.actions.find(each => each.action === task.action)?.label
  return label ? html`<span>${t('task.chose', { action: label })}</span>` : nothing
}
