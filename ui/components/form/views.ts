import type { nothing, TemplateResult } from 'lit'
import { type Component, isHidden } from '../../../server/forms/index.ts'
import { checkbox, checklist } from './check-boxes.ts'
import { dateTimeInput } from './datetime-input.ts'
import { fileInput } from './file-input.ts'
import { groupPart } from './group-part.ts'
import { layOut } from './layout.ts'
import { numberInput } from './number-input.ts'
import type { Place } from './place.ts'
import { radioGroup } from './radio-group.ts'
import { reviewTable } from './review-table.ts'
import { rowList } from './row-list.ts'
import { selectInput } from './select-input.ts'
import { staticText } from './static-text.ts'
import { textArea } from './text-area.ts'
import { textInput } from './text-input.ts'

type View<C> = (component: C, place: Place) => TemplateResult | typeof nothing

const views: { [T in Component['type']]: View<Extract<Component, { type: T }>> } = {
  textfield: textInput,
  textarea: textArea,
  number: numberInput,
  datetime: dateTimeInput,
  select: selectInput,
  radio: radioGroup,
  checklist,
  checkbox,
  filepicker: fileInput,
  text: staticText,
  group: (group, place) => (isReview(group) ? reviewTable(group, place) : groupPart(group, place)),
  dynamiclist: (list, place) => (isReview(list) ? reviewTable(list, place) : rowList(list, place)),
}

/** Draws components at a place, without those that are hidden there. */
export const drawComponents = (components: readonly Component[], place: Place): TemplateResult =>
  layOut(
    components.filter(component => !isHidden(component, place.scope)),
    component => (views[component.type] as View<Component>)(component, place),
  )

const isReview = (component: Component): boolean => component.properties?.display === 'review'
