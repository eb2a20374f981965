import { html, nothing, type TemplateResult } from 'lit'
import {
  type Component,
  type DynamicList,
  descriptionOf,
  type Group,
  isHidden,
  knownRows,
  labelOf,
  type Option,
  optionsOf,
  type RadioField,
  type TextArea,
  textOf,
} from '../../../server/forms/index.ts'
import { errorBelow } from './field-frame.ts'
import { insideGroup } from './group-part.ts'
import { readSpans } from './markdown.ts'
import { domId, fieldAt, type Place } from './place.ts'
import { segments } from './radio-group.ts'
import { rowPlaces } from './row-list.ts'
import { drawSpans } from './static-text.ts'
import { textAreaControl } from './text-area.ts'
import { ordinal, quantity, say } from './words.ts'

/** One point of a review: its name, what the system found, the verdict, and what is asked for besides. */
interface Point {
  readonly title: string
  readonly place: Place
  readonly verdict: RadioField | undefined
  readonly finding: string
  readonly rest: readonly Component[]
}

/** Points that are each judged on one line: number, name, finding, verdict; what a problem needs is asked below it. */
export function reviewTable(component: DynamicList | Group, place: Place): TemplateResult {
  const { session } = place
  const points = component.type === 'group' ? groupPoints(component, place) : listPoints(component, place)
  const description = [descriptionOf(component, session.language), tally(points)].filter(text => text !== '')
  return html`<fieldset class="group review" @keydown=${(event: KeyboardEvent) => onKey(event, points)}>
    <legend class="part">
      <b>${labelOf(component, session.language)}</b>
      <span class="dim small">${description.join(session.language === 'zh' ? '。' : '. ')}</span>
      ${session.isReadonly ? nothing : keysHint(points)}
    </legend>
    ${points.map(drawPoint)}
  </fieldset>`
}

function listPoints(list: DynamicList, place: Place): Point[] {
  const titles = knownRows(list, place.session.language)
  return rowPlaces(list, place).map((row, index) =>
    pointOf(titles[index]?.label ?? say(place.session.language, 'row', { n: index + 1 }), list.components, row),
  )
}

function groupPoints(group: Group, place: Place): Point[] {
  const inner = insideGroup(group, place)
  return group.components.flatMap(row =>
    row.type === 'group' && !isHidden(row, inner.scope)
      ? [pointOf(labelOf(row, place.session.language), row.components, insideGroup(row, inner))]
      : [],
  )
}

function pointOf(title: string, components: readonly Component[], place: Place): Point {
  const shown = components.filter(component => !isHidden(component, place.scope))
  const verdict = shown.find(component => component.type === 'radio')
  const texts = shown.filter(component => component.type === 'text')
  const finding = texts.map(text => textOf(text, place.scope, place.session.language)).join(' ')
  const rest = shown.filter(component => component !== verdict && component.type !== 'text')
  return { title, place, verdict, finding, rest }
}

function drawPoint(point: Point, index: number): TemplateResult {
  const { title, place, verdict, finding, rest } = point
  const { language } = place.session
  const at = verdict && fieldAt(verdict, place)
  const id = domId(place.pointer)
  const finder = finding === '' ? '' : `${id}-finding`
  const error = at?.error === undefined ? '' : `${at.id}-error`
  return html`<div class="check">
    <i>${ordinal(language, index + 1)}</i><b id="${id}-title">${title}</b>
    <p id="${id}-finding">${drawSpans(readSpans(finding))}</p>
    ${
      at && verdict
        ? html`<span
            id=${at.id}
            role="radiogroup"
            aria-labelledby="${id}-title"
            aria-describedby=${[finder, error].filter(name => name !== '').join(' ') || nothing}
            aria-required=${verdict.validate?.required ? 'true' : nothing}
            aria-invalid=${at.error === undefined ? nothing : 'true'}
            >${segments(at, optionsOf(verdict, at.scope, language))}</span
          >${at.error === undefined ? nothing : html`<div class="say">${errorBelow(at)}</div>`}`
        : nothing
    }
    ${rest.map(component => html`<div class="say">${drawRest(component, point)}</div>`)}
  </div>`
}

function drawRest(component: Component, { title, place }: Point): TemplateResult {
  if (component.type !== 'textarea') return place.session.draw([component], place)
  return note(component, title, place)
}

function note(field: TextArea, row: string, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const label = say(at.language, 'reviewNote', { row, field: labelOf(field, at.language) })
  return html`<label class="sr" for=${at.id}>${label}</label>${textAreaControl({ ...field, description: undefined }, at, 2)}${errorBelow(at)}`
}

function tally(points: readonly Point[]): string {
  const [first] = points
  if (!first?.verdict) return ''
  const { language } = first.place.session
  const values = points.map(({ verdict, place }) => (verdict ? fieldAt(verdict, place).value : null))
  const counts = verdictOptions(first).map(({ label, value }) => ({
    label,
    count: values.filter(found => found === value).length,
  }))
  const undecided = points.length - counts.reduce((sum, { count }) => sum + count, 0)
  const said = counts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => say(language, 'tally', { n: quantity(language, count), label }))
  if (undecided > 0) said.push(say(language, 'undecided', { n: quantity(language, undecided) }))
  return said.join(language === 'zh' ? '，' : ', ')
}

const verdictOptions = ({ verdict, place }: Point): readonly Option[] =>
  verdict ? optionsOf(verdict, place.scope, place.session.language) : []

function keysHint(points: readonly Point[]): TemplateResult | typeof nothing {
  const [first] = points
  if (!first?.verdict) return nothing
  const [calm, bad] = verdictOptions(first)
  const { language } = first.place.session
  const last = Math.min(points.length, 9)
  return html`<span class="end dim small wide" aria-hidden="true"
    ><kbd>1</kbd>–<kbd>${last}</kbd> ${say(language, 'reviewKeys')}${language === 'zh' ? '，' : ', '}<kbd>y</kbd> ${calm?.label}
    <kbd>n</kbd> ${bad?.label}</span
  >`
}

/** `1`–`9` go to a point, `y` and `n` choose its first or second verdict and go on; writing is left alone. */
function onKey(event: KeyboardEvent, points: readonly Point[]): void {
  const target = event.composedPath()[0]
  const isVerdict = target instanceof HTMLInputElement && target.type === 'radio'
  if (!isVerdict || event.ctrlKey || event.metaKey || event.altKey) return
  const current = points.findIndex(({ verdict, place }) => verdict && fieldAt(verdict, place).id === target.name)
  if (/^[1-9]$/.test(event.key)) goTo(points[Number(event.key) - 1])
  else if (event.key === 'y' || event.key === 'n') decide(points, current, event.key === 'y' ? 0 : 1)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function goTo(point: Point | undefined): void {
  if (point?.verdict) point.place.session.focus(fieldAt(point.verdict, point.place).path)
}

function decide(points: readonly Point[], current: number, choice: number): void {
  const point = points[current]
  const option = point && verdictOptions(point)[choice]
  if (!point?.verdict || !option || option.blocked) return
  const at = fieldAt(point.verdict, point.place)
  if (at.isLocked) return
  at.change(option.value)
  at.leave()
  goTo(choice === 0 ? (points[current + 1] ?? point) : point)
}
