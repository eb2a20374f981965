import { FeelObject } from './feel-object.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelValue } from './feel-value.ts'

/** A value with properties of its own, such as the year of a date. */
export interface HasProperties extends FeelObject {
  /** Undefined when it has none of that name. */
  property(name: string): FeelValue | undefined
}

/** The property of a value that is no context; undefined when it has none of that name. */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  if (value instanceof FeelRange) return rangeProperty(value, name)
  return hasProperties(value) ? value.property(name) : undefined
}

function hasProperties(value: FeelValue): value is HasProperties {
  return value instanceof FeelObject && 'property' in value
}

function rangeProperty(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.start.value ?? null
    case 'end':
      return range.end.value ?? null
    case 'start included':
      return range.start.isIncluded
    case 'end included':
      return range.end.isIncluded
    default:
      return undefined
  }
}
