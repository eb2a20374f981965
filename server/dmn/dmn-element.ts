/** A DMN element as dmn-moddle hands it over: a type name and whatever the XML gave it. */
export interface DmnElement {
  readonly $type: string
  readonly $parent?: DmnElement
  readonly id?: string
  readonly [property: string]: unknown
}

/** The text of an attribute or of a text child, without white space around it; undefined when absent or empty. */
export function textOf(element: DmnElement | undefined, property: string): string | undefined {
  const value = element?.[property]
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

/** One child element. */
export function elementOf(element: DmnElement | undefined, property: string): DmnElement | undefined {
  const value = element?.[property]
  return isElement(value) ? value : undefined
}

/** Child elements in document order. */
export function elementsOf(element: DmnElement | undefined, property: string): DmnElement[] {
  const value = element?.[property]
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** The id an element goes by in messages: its own, or that of the nearest element around it that has one. */
export function idOf(element: DmnElement): string {
  return element.id ?? (element.$parent ? idOf(element.$parent) : element.$type)
}

function isElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value
}
