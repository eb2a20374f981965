import { html, nothing, type TemplateResult } from 'lit'
import type { Incident, InstanceDetail, JournalEntry } from '../../api-types.ts'
import { emptyFace } from '../../components/faces.ts'
import { incidentCause } from '../../components/incident-cause.ts'
import { said } from '../../components/said.ts'
import { twoTimes } from '../../components/two-times.ts'
import { dayTime, exactTime, shortTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** The journal of the instance, newest first: what, who, and the chain of hashes. */
export function recordsTable(entries: readonly JournalEntry[]): TemplateResult {
  if (entries.length === 0) return emptyFace(t('instance.noRecords'), t('instance.noRecordsText'))
  return html`<table class="tbl">
    <thead>
      <tr>
        <th class="n">${t('instance.seq')}</th><th>${t('instance.time')}</th><th>${t('instance.what')}</th><th>${t('instance.who')}</th>
        <th>${t('instance.hash')}</th><th>${t('instance.prev')}</th>
      </tr>
    </thead>
    <tbody>
      ${[...entries].reverse().map(
        entry => html`<tr data-seq=${entry.seq} data-kind=${entry.kind}>
          <td class="n">${entry.seq}</td>
          <td class="nb">${exactTime(entry.at)}</td>
          <td class="what">${entry.kind === 'refused' ? html`<span class="red">${t('instance.refused')}</span> ` : nothing}${entry.sentence} ${twoTimes(entry)}</td>
          <td class="nb ${entry.actor.kind === 'person' ? '' : 'sub'}">${entry.actor.name}</td>
          <td class="mono hash" title=${entry.hash}>${fours(entry.hash, 8)} … ${entry.hash.slice(-4)}</td>
          <td class="mono hash" title=${entry.prev}>${fours(entry.prev, 8)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

/** The same journal as prose: what people and the system did, oldest first. */
export function chronicle(entries: readonly JournalEntry[]): TemplateResult {
  if (entries.length === 0) return emptyFace(t('instance.noRecords'), t('instance.noRecordsText'))
  return html`<ol class="line">
    ${entries.map(
      entry => html`<li class=${entry.kind === 'refused' ? 'late' : 'went'} data-seq=${entry.seq}>
        <time datetime=${entry.at}>${dayTime(entry.at)}</time><span>${said(entry.actor, entry.sentence)} ${twoTimes(entry)}</span>
      </li>`,
    )}
  </ol>`
}

/** The variables as they stand. */
export function variablesTable({ variables }: InstanceDetail): TemplateResult {
  if (variables.length === 0) return emptyFace(t('instance.noVariables'), t('instance.noVariablesText'))
  return html`<table class="tbl">
    <thead><tr><th>${t('instance.name')}</th><th>${t('instance.value')}</th><th>${t('instance.changed')}</th></tr></thead>
    <tbody>
      ${variables.map(
        each => html`<tr data-variable=${each.name}>
          <td class="mono">${each.name}</td>
          <td class="value">${valueText(each.value)}</td>
          <td class="nb sub">${shortTime(each.updatedAt)} <span class="dim small">${t('instance.bySeq', { seq: each.updatedBySeq })}</span></td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

/** The open tasks. */
export function tasksTable({ openTasks }: InstanceDetail): TemplateResult {
  if (openTasks.length === 0) return emptyFace(t('instance.noTasks'), t('instance.noTasksText'))
  return html`<table class="tbl">
    <thead><tr><th>${t('instance.step')}</th><th>${t('instance.holder')}</th><th>${t('instance.arrived')}</th></tr></thead>
    <tbody>
      ${openTasks.map(
        task => html`<tr data-task-key=${task.userTaskKey}>
          <td><a href="/tasks/${task.userTaskKey}">${task.name}</a></td>
          <td>${task.assignee?.name ?? html`<span class="dim">${t('inbox.unassigned')}</span>`}</td>
          <td class="nb sub">${dayTime(task.creationDate)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

/** The incidents; an operator may resolve those that are open. */
export function incidentsTable(
  { incidents }: InstanceDetail,
  resolve: ((incident: Incident) => void) | undefined,
): TemplateResult {
  if (incidents.length === 0) return emptyFace(t('instance.noEvents'), t('instance.noEventsText'))
  return html`<table class="tbl">
    <thead><tr><th>${t('instance.step')}</th><th>${t('incidents.cause')}</th><th>${t('incidents.since')}</th><th></th></tr></thead>
    <tbody>
      ${incidents.map(
        each => html`<tr data-incident-key=${each.incidentKey}>
          <td>${each.elementName}</td>
          <td class="what cause">${incidentCause(each)}</td>
          <td class="nb sub">${shortTime(each.creationDate)}</td>
          <td class="n nb">${
            each.resolvedDate
              ? html`<span class="dim small">${t('incidents.resolvedAt', { time: shortTime(each.resolvedDate) })}</span>`
              : resolve
                ? html`<button class="btn" @click=${() => resolve(each)}>${t('incidents.act')}</button>`
                : nothing
          }</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

/** Keys and hashes are read in groups of four. */
const fours = (text: string, length: number) => text.slice(0, length).replaceAll(/(.{4})(?=.)/g, '$1 ')

const valueText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1))
