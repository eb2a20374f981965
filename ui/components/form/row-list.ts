import { html, nothing, type TemplateResult } from 'lit'
import {
  type DynamicList,
  descriptionOf,
  isObject,
  type Json,
  type KnownRow,
  knownRows,
  labelOf,
  newRow,
  ownValue,
  pointerTo,
  rowScope,
} from '../../../server/forms/index.ts'
import { icon } from '../icon.ts'
import { domId, type Place } from './place.ts'
import { say } from './words.ts'

/** Components repeated for each row, with rows to add and remove unless the form names them. */
export function rowList(list: DynamicList, place: Place): TemplateResult {
  const { session, pointer } = place
  const path = pointerTo(pointer, list.path)
  const error = session.errorAt(path)
  const known = knownRows(list, session.language)
  const isFixed = session.isReadonly || known.length > 0 || list.allowAddRemove === false
  const description = descriptionOf(list, session.language)
  const rows = rowPlaces(list, place)
  return html`<fieldset class="group rows" id=${domId(path)} aria-describedby=${error === undefined ? nothing : `${domId(path)}-error`}>
    <legend class="part">
      <b>${labelOf(list, session.language)}</b>
      ${description === '' ? nothing : html`<span class="dim small">${description}</span>`}
    </legend>
    ${rows.length === 0 ? html`<p class="dim small none">${say(session.language, 'noRows')}</p>` : nothing}
    ${rows.map((row, index) => drawRow(list, row, index, { path, isFixed, label: known[index], total: rows.length }))}
    ${error === undefined || errorIsInRow(place, path, rows.length) ? nothing : html`<p class="err" id="${domId(path)}-error">${error}</p>`}
    ${isFixed ? nothing : addButton(list, place, path, rows.length)}
  </fieldset>`
}

/** The place of each row of a list. */
export function rowPlaces(list: DynamicList, place: Place): Place[] {
  const path = pointerTo(place.pointer, list.path)
  const entered = ownValue(place.entered, list.path)
  const shown = ownValue(place.shown, list.path)
  const rows: readonly Json[] = Array.isArray(entered) ? entered : []
  return rows.map((row, index) => {
    const shownRow: unknown = Array.isArray(shown) ? shown[index] : undefined
    return {
      session: place.session,
      scope: rowScope(place.scope, shownRow, index),
      entered: isObject(row) ? row : {},
      shown: shownRow,
      pointer: pointerTo(path, index),
      depth: place.depth + 1,
    }
  })
}

interface RowFrame {
  readonly path: string
  readonly isFixed: boolean
  readonly label: KnownRow | undefined
  readonly total: number
}

function drawRow(list: DynamicList, row: Place, index: number, frame: RowFrame): TemplateResult {
  const { session } = row
  const title = frame.label?.label ?? say(session.language, 'row', { n: index + 1 })
  const remove = html`<button
    type="button"
    class="btn quiet icon"
    data-remove=${index}
    aria-label=${say(session.language, 'removeRow', { n: index + 1 })}
    title=${say(session.language, 'remove')}
    @click=${() => removeRow(row, frame, index)}
  >
    ${icon('x')}
  </button>`
  return html`<div class="item" role="group" aria-label=${title} id=${domId(row.pointer)}>
    <div class="item-head"><span class="small dim">${title}</span>${frame.isFixed ? nothing : remove}</div>
    ${session.draw(list.components, row)}
  </div>`
}

function addButton(list: DynamicList, { session, scope }: Place, path: string, total: number): TemplateResult {
  const label = labelOf(list, session.language)
  const most = Number(list.properties?.maxRows ?? Number.POSITIVE_INFINITY)
  const name = label === '' ? nothing : say(session.language, 'addTo', { label })
  return html`<button
    type="button"
    class="btn"
    id="${domId(path)}-add"
    ?disabled=${total >= most}
    aria-label=${name}
    @click=${() => {
      const rows = session.entered(path)
      session.change(path, [...(Array.isArray(rows) ? (rows as Json[]) : []), newRow(list, scope)])
      session.focus(pointerTo(path, total))
    }}
  >
    ${icon('plus')} ${say(session.language, 'add')}
  </button>`
}

function removeRow({ session }: Place, { path, total }: RowFrame, index: number): void {
  const rows = session.entered(path)
  if (!Array.isArray(rows)) return
  session.change(
    path,
    (rows as Json[]).filter((_, other) => other !== index),
  )
  // The focus goes to the row that took this one's place, else to the one before, else to the button that adds.
  const next = Math.min(index, total - 2)
  session.focus(next < 0 ? `${path}-add` : pointerTo(path, next))
}

const errorIsInRow = ({ session }: Place, path: string, total: number): boolean =>
  session.errorAt(path) !== undefined &&
  Array.from({ length: total }, (_, index) => session.errorAt(pointerTo(path, index))).some(
    found => found !== undefined,
  )
