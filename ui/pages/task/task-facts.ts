import { html, nothing, type TemplateResult } from 'lit'
import type { Component, Form, Json } from '../../../server/forms/index.ts'
// Not through the room's door, which would bring the validator into the inbox.
import { labelOf } from '../../../server/forms/labels.ts'
import type { StoredFile, TaskDetail } from '../../api-types.ts'
import { citation } from '../../components/citation.ts'
import { emptyFace } from '../../components/faces.ts'
import { limitOf } from '../../components/limit.ts'
import { said } from '../../components/said.ts'
import { twoTimes } from '../../components/two-times.ts'
import { dayTime } from '../../office-time.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'

/** What is known of the case: who, what, and what has been filled in, by the labels of the form. */
export function caseFacts(task: TaskDetail): TemplateResult {
  const basics: [string, string | null][] = [
    [t('task.caseNo'), task.caseNo],
    [t('task.caseTitle'), task.caseTitle],
    [t('task.party'), task.party],
    [
      t('task.procedure'),
      t('task.procedureVersion', { name: task.processName, version: task.processDefinitionVersion }),
    ],
    [t('task.arrived'), dayTime(task.creationDate)],
    [t('task.due'), limitOf(task).text],
  ]
  if (task.caseNo) void import('./task-case.ts')
  const filled = task.form ? filledIn(task.form, task.variables) : []
  return html`<div class="part"><h2>${t('task.caseBasics')}</h2></div>
    ${pairs(basics)}
    ${filled.length > 0 ? html`<div class="part"><h2>${t('task.caseData')}</h2></div>${pairs(filled)}` : nothing}
    ${task.caseNo ? html`<xf-task-case .caseNo=${task.caseNo}></xf-task-case>` : nothing}`
}

const pairs = (rows: readonly (readonly [string, string | null])[]) =>
  html`<dl class="kv">${rows.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`

function filledIn(form: Form, values: Record<string, Json>): [string, string][] {
  return leaves(form.components).flatMap((field): [string, string][] => {
    const text = valueText(values[field.key], field)
    return text ? [[labelOf(field, language() === 'en' ? 'en' : 'zh'), text]] : []
  })
}

type Leaf = Extract<Component, { key: string }>

function leaves(components: readonly Component[]): Leaf[] {
  return components.flatMap(each => {
    if (each.type === 'group' && !each.path) return leaves(each.components)
    return 'key' in each && each.type !== 'filepicker' ? [each] : []
  })
}

function valueText(value: Json | undefined, field: Leaf): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'task.yes' : 'task.no')
  if (Array.isArray(value)) return value.map(each => valueText(each, field)).join(t('task.comma'))
  if (typeof value === 'object') return ''
  const options = 'values' in field ? field.values : undefined
  // A value outside the options is the procedure's own mark for "not chosen yet".
  return options ? (options.find(option => option.value === value)?.label ?? '') : String(value)
}

/** Every file named in the variables, once. */
export function filesOf(variables: Json): StoredFile[] {
  const found = new Map<string, StoredFile>()
  const look = (value: Json): void => {
    if (value === null || typeof value !== 'object') return
    if (!Array.isArray(value) && typeof value.fileId === 'string') {
      found.set(value.fileId, {
        fileId: value.fileId,
        name: String(value.name ?? value.fileId),
        size: Number(value.size ?? 0),
        type: String(value.type ?? ''),
      })
      return
    }
    for (const each of Object.values(value)) look(each)
  }
  look(variables)
  return [...found.values()]
}

/** The articles the step rests on. */
export function basisPart(task: TaskDetail): TemplateResult {
  if (task.basis.length === 0) return emptyFace(t('task.noBasis'), t('task.noBasisText'))
  return html`${task.basis.map(citation)}`
}

/** Who did what, and when. */
export function historyPart(task: TaskDetail): TemplateResult {
  if (task.history.length === 0) return emptyFace(t('task.noHistory'), t('task.noHistoryText'))
  return html`<ol class="line history">
    ${task.history.map(item => html`<li class="went" data-seq=${item.seq}><time datetime=${item.at}>${dayTime(item.at)}</time><span>${said(item.actor, item.sentence)} ${twoTimes(item)}</span></li>`)}
    ${task.state === 'CREATED' ? html`<li class="now"><time></time><span><b>${task.name}</b> ${task.assignee?.name ?? t('task.unclaimed')}</span></li>` : nothing}
  </ol>`
}
