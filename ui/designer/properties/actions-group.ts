import { html, nothing, type TemplateResult } from 'lit'
import { elementsOf, type ModdleElement, textOf } from '../../../server/bpmn/moddle.ts'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'
import { anotherButton, type Button, readActions, writeActions } from './actions.ts'
import { type Subject, setWord } from './subject.ts'

/** 按钮: what whoever does the task may choose, as he sees it, and where each leads. */
export function actionsGroup(subject: Subject): TemplateResult {
  const buttons = readActions(subject.words.actions ?? '')
  const write = (next: readonly Button[]) => setWord(subject, 'actions', writeActions(next))
  const rename = (index: number, label: string) =>
    write(buttons.map((button, at) => (at === index && label ? { ...button, label } : button)))
  return html`<ol class="acts">${buttons.map(
    (button, index) => html`<li>
      <input class="in" aria-label=${t('draft.actions.label')} .value=${button.label} ?disabled=${subject.isReadOnly}
        @change=${(event: Event) => rename(index, (event.currentTarget as HTMLInputElement).value.trim())} />
      <span class="dim cut mono">${button.field}=${button.value}</span>
      ${
        subject.isReadOnly
          ? html`<span class="tag">${t(index === 0 ? 'draft.actions.main' : 'draft.actions.other')}</span>`
          : html`<button class="btn quiet icon" type="button" aria-label=${t('draft.actions.remove', { label: button.label })} @click=${() => write(buttons.toSpliced(index, 1))}>${icon('x')}</button>`
      }</li>`,
  )}</ol>
  ${leads(subject.element, buttons)}
  ${
    subject.isReadOnly
      ? nothing
      : html`<button class="btn quiet wide" type="button" @click=${() => write([...buttons, anotherButton(buttons, t('draft.actions.new'), subject.elementId)])}>${icon('plus')}${t('draft.actions.add')}</button>`
  }`
}

export const actionsAbout = ({ words }: Subject): string => {
  const n = readActions(words.actions ?? '').length
  return n === 0 ? t('draft.actions.none') : t('draft.actions.count', { n })
}

/** The flows after the gateway that follows, as far as their conditions name a button. */
function leads(element: ModdleElement, buttons: readonly Button[]): TemplateResult | typeof nothing {
  const flows = elementsOf(element, 'outgoing').flatMap(flow => {
    const target = flow.targetRef as ModdleElement | undefined
    return target?.$type === 'bpmn:ExclusiveGateway' ? elementsOf(target, 'outgoing') : []
  })
  const lines = buttons.flatMap(({ field, value, label }) => {
    const flow = flows.find(each => {
      const condition = textOf(each.conditionExpression as ModdleElement | undefined, 'body') ?? ''
      return condition.includes(field) && condition.includes(`"${value}"`)
    })
    const target = flow?.targetRef as ModdleElement | undefined
    return target ? [t('draft.actions.leads', { label, target: textOf(target, 'name') ?? String(target.id) })] : []
  })
  return lines.length === 0 ? nothing : html`<p class="said">${lines.join(' ')}</p>`
}
