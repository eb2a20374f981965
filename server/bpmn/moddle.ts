/** A BPMN element as bpmn-moddle hands it over: a type name and whatever properties the XML gave it. */
export interface ModdleElement {
  readonly $type: string
  readonly $parent?: ModdleElement
  readonly id?: string
  readonly [property: string]: unknown
}

/** Whether an element is of a BPMN or Zeebe type (`bpmn:Activity`), or of one derived from it. */
export function isA(element: ModdleElement | undefined, type: string): boolean {
  const instanceOf = element?.$instanceOf
  return typeof instanceOf === 'function' && instanceOf.call(element, type) === true
}

/** The text of an attribute or text child; undefined when it is absent. */
export function textOf(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property]
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value)
}

/** One child or referenced element. */
export function elementOf(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property]
  return isElement(value) ? value : undefined
}

/** Children or referenced elements, in document order. */
export function elementsOf(element: ModdleElement | undefined, property: string): ModdleElement[] {
  const value = element?.[property]
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** The extension elements of one type, for example `zeebe:TaskDefinition`, in document order. */
export function extensionsOf(element: ModdleElement | undefined, type: string): ModdleElement[] {
  return elementsOf(elementOf(element, 'extensionElements'), 'values').filter(value => value.$type === type)
}

/** The first extension element of a type. */
export function extensionOf(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  return extensionsOf(element, type)[0]
}

/** The only event definition of an event; undefined for a none event. */
export function eventDefinitionOf(element: ModdleElement): ModdleElement | undefined {
  return elementsOf(element, 'eventDefinitions')[0]
}

/** `zeebe:taskHeaders` as a plain object. */
export function headersOf(element: ModdleElement): Record<string, string> {
  const headers = elementsOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values')
  return Object.fromEntries(headers.map(header => [textOf(header, 'key') ?? '', textOf(header, 'value') ?? '']))
}

/** `zeebe:properties` as a plain object. */
export function propertiesOf(element: ModdleElement): Record<string, string> {
  const properties = elementsOf(extensionOf(element, 'zeebe:Properties'), 'properties')
  return Object.fromEntries(
    properties.map(property => [textOf(property, 'name') ?? '', textOf(property, 'value') ?? '']),
  )
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}
