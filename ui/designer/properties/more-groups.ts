import { html, nothing, type TemplateResult } from 'lit'
import { elementOf, type ModdleElement, textOf } from '../../../server/bpmn/moddle.ts'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'
import { newForm, partName } from '../frames/part-changes.ts'
import { line, row } from './fields.ts'
import { formFileOf, formIdOf } from './form-of.ts'
import type { Subject } from './subject.ts'

/** 表单: which form is filled in, and the way to it. */
export function formGroup(subject: Subject, open: (name: string) => void): TemplateResult {
  const id = formIdOf(subject.element)
  const file = formFileOf(subject.element, subject.files)
  return html`<div class="rows">${row(
    t('draft.form.id'),
    line(
      t('draft.form.id'),
      id,
      formId => subject.edit([{ kind: 'set-form', elementId: subject.elementId, formId }]),
      subject.isReadOnly,
      true,
    ),
  )}</div>
    ${id && !file ? html`<p class="said">${t('draft.form.missing')}</p>` : nothing}
    ${!file && !subject.isReadOnly ? html`<button class="btn quiet wide" type="button" @click=${() => begin(subject, open)}>${icon('plus')}${t('draft.form.begin')}</button>` : nothing}
    ${file ? html`<button class="btn quiet wide" type="button" @click=${() => open(file.name)}>${t('draft.form.open')}</button>` : nothing}`
}

/** Begins the form of a task under the name that the rules expect, and opens it. */
function begin(subject: Subject, open: (name: string) => void): void {
  const process = processOf(subject.element)
  const { files, edits } = newForm(process, partName(subject.elementId), subject.elementId)
  for (const { name, content } of files) subject.writeFile(name, content)
  subject.edit(edits)
  for (const { name } of files) open(name)
}

const processOf = (element: ModdleElement): string => {
  const parent = elementOf(element, '$parent')
  return element.$type === 'bpmn:Process' || !parent ? (element.id ?? '') : processOf(parent)
}

/** For the head of the group. */
export function formAbout(subject: Subject): string {
  const file = formFileOf(subject.element, subject.files)
  if (!file) return formIdOf(subject.element) || t('draft.form.none')
  return t('draft.form.fields', { n: fieldsIn(file.content) })
}

/** 条件: when a flow is taken. */
export function conditionGroup(subject: Subject): TemplateResult {
  if (isDefault(subject.element)) return html`<p class="said">${t('draft.condition.default')}</p>`
  return html`<div class="rows">${row(
    t('draft.condition.text'),
    line(
      t('draft.condition.text'),
      conditionOf(subject.element),
      expression =>
        subject.edit([
          expression === ''
            ? { kind: 'remove-condition', elementId: subject.elementId }
            : { kind: 'set-condition', elementId: subject.elementId, expression },
        ]),
      subject.isReadOnly,
      true,
    ),
  )}</div>`
}

/** Whether a flow comes out of a choice. */
export const hasCondition = (element: ModdleElement): boolean =>
  element.$type === 'bpmn:SequenceFlow' &&
  /(Exclusive|Inclusive)Gateway$/.test(elementOf(element, 'sourceRef')?.$type ?? '')

const isDefault = (flow: ModdleElement) => elementOf(elementOf(flow, 'sourceRef'), 'default') === flow
const conditionOf = (flow: ModdleElement) => textOf(elementOf(flow, 'conditionExpression'), 'body') ?? ''
function fieldsIn(content: string): number {
  try {
    const { components = [] } = JSON.parse(content) as { components?: { key?: string }[] }
    return components.filter(({ key }) => key !== undefined).length
  } catch {
    return 0
  }
}
