import { isField } from './names.ts'
import type { Component, NumberField } from './schema.ts'

/** The languages a person reads the program in. */
export type Language = 'zh' | 'en'

/** The name of a component as people read it; English from the property `en.label`, else the one written. */
export function labelOf(component: Component, language: Language = 'zh'): string {
  const english = language === 'en' ? component.properties?.['en.label'] : undefined
  return english ?? writtenLabel(component)
}

/** The help below a field or beside a heading; English from the property `en.description`. */
export function descriptionOf(component: Component, language: Language = 'zh'): string {
  const english = language === 'en' ? component.properties?.['en.description'] : undefined
  return english ?? ('description' in component ? (component.description ?? '') : '')
}

/** Says whether a number is an amount of money, stored in fen. */
export const isMoney = (field: NumberField): boolean => field.properties?.unit === 'fen'

/** Says whether what is entered is about a person and stays out of the journal. */
export const isPersonal = (component: Component): boolean => component.properties?.personal === 'true'

function writtenLabel(component: Component): string {
  if (component.type === 'datetime')
    return component.label ?? component.dateLabel ?? component.timeLabel ?? component.key
  if ('label' in component && component.label) return component.label
  return isField(component) ? component.key : ''
}
