import { elementOf, elementsOf, extensionOf, type ModdleElement, textOf } from '../../../server/bpmn/moddle.ts'
import type { DraftModeler } from './draft-modeler.ts'
import type { Drawn } from './drawn.ts'

/** Where our words stand: the headers of a task, the properties of a process. */
const WORDS = {
  task: { type: 'zeebe:TaskHeaders', list: 'values', item: 'zeebe:Header', key: 'key' },
  process: { type: 'zeebe:Properties', list: 'properties', item: 'zeebe:Property', key: 'name' },
} as const

/** Sets the extension element of a type to these attributes; without attributes takes it away. */
export function setExtension(
  modeler: DraftModeler,
  elementId: string,
  type: string,
  attributes: object | undefined,
): void {
  setExtensionOf(modeler, placeOf(modeler, elementId), type, attributes)
}

/** The same for what is not drawn itself: the message of an event, say. `drawn` is what shows it. */
export function setExtensionOf(
  modeler: DraftModeler,
  { drawn, business }: Place,
  type: string,
  attributes?: object,
): void {
  const values = elementsOf(elementOf(business, 'extensionElements'), 'values')
  const index = values.findIndex(({ $type }) => $type === type)
  const made = attributes ? [modeler.service('bpmnFactory').create(type, attributes)] : []
  if (index >= 0) values.splice(index, 1, ...made)
  else values.push(...made)
  const extensionElements =
    values.length === 0 ? undefined : adopted(modeler, business, 'bpmn:ExtensionElements', { values })
  modeler.service('modeling').updateModdleProperties(drawn, business, { extensionElements })
}

/** Sets a word of ours: a header of a task, a property of a process; without value takes it away. */
export function setHeader(modeler: DraftModeler, elementId: string, key: string, value: string | undefined): void {
  const { business } = placeOf(modeler, elementId)
  const words = WORDS[business.$type === 'bpmn:Process' ? 'process' : 'task']
  const entries = elementsOf(extensionOf(business, words.type), words.list).map(
    each => [textOf(each, words.key) ?? '', textOf(each, 'value') ?? ''] as const,
  )
  const index = entries.findIndex(([name]) => name === key)
  const made = value === undefined ? [] : [[key, value] as const]
  if (index >= 0) entries.splice(index, 1, ...made)
  else entries.push(...made)
  const items = entries.map(([name, text]) =>
    modeler.service('bpmnFactory').create(words.item, { [words.key]: name, value: text }),
  )
  setExtension(modeler, elementId, words.type, items.length === 0 ? undefined : { [words.list]: items })
}

interface Place {
  drawn: Drawn
  business: ModdleElement
}

function placeOf(modeler: DraftModeler, elementId: string): Place {
  const drawn = modeler.drawn(elementId)
  const business = modeler.business(elementId)
  if (!drawn || !business) throw new Error(`Expected an element '${elementId}' in the diagram, found none`)
  return { drawn, business }
}

/** An element with its children, each knowing where it belongs. */
function adopted(modeler: DraftModeler, parent: ModdleElement, type: string, attributes: { values: ModdleElement[] }) {
  const element = modeler.service('bpmnFactory').create(type, attributes)
  Object.assign(element, { $parent: parent })
  for (const value of attributes.values) Object.assign(value, { $parent: element })
  return element
}
