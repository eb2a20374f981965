import { html, nothing, type TemplateResult } from 'lit'
import {
  descriptionOf,
  type Group,
  isObject,
  type JsonObject,
  labelOf,
  ownValue,
  pointerTo,
} from '../../../server/forms/index.ts'
import { domId, type Place } from './place.ts'

/** Components under one heading: a word and a hairline, never a box. */
export function groupPart(group: Group, place: Place): TemplateResult {
  const inner = insideGroup(group, place)
  const drawn = place.session.draw(group.components, inner)
  return group.label ? heading(group, place, drawn) : drawn
}

/** The place inside a group: in an object of its own if the group has a path, else where the group stands. */
export function insideGroup({ path }: Group, place: Place): Place {
  const depth = place.depth + 1
  if (path === undefined) return { ...place, depth }
  const entered = ownValue(place.entered, path)
  return {
    ...place,
    depth,
    entered: isObject(entered) ? entered : ({} as JsonObject),
    shown: ownValue(place.shown, path),
    pointer: pointerTo(place.pointer, path),
  }
}

function heading(group: Group, { session, pointer }: Place, drawn: TemplateResult): TemplateResult {
  const description = descriptionOf(group, session.language)
  const id = group.path === undefined ? nothing : domId(pointerTo(pointer, group.path))
  return html`<fieldset class="group" id=${id}>
    <legend class="part">
      <b>${labelOf(group, session.language)}</b>
      ${description === '' ? nothing : html`<span class="dim small">${description}</span>`}
    </legend>
    ${drawn}
  </fieldset>`
}
