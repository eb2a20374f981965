import { type Language, labelOf } from './labels.ts'
import { isField } from './names.ts'
import type { Component, Form } from './schema.ts'

/** Something a form cannot be sent without. */
interface AskedFor {
  /** As people read it. */
  readonly label: string
  /** A document to hand in, not a value to enter. */
  readonly isFile: boolean
}

/** What a form asks for of everybody: its required fields and rows, in its order; what only some answers ask for is left out. */
export function askedFor(form: Form, language: Language = 'zh'): AskedFor[] {
  return askedIn(form.components, language)
}

function askedIn(components: readonly Component[], language: Language): AskedFor[] {
  return components
    .filter(({ conditional }) => conditional?.hide === undefined)
    .flatMap(component => {
      if (component.type === 'group') return askedIn(component.components, language)
      const asked = { label: labelOf(component, language), isFile: component.type === 'filepicker' }
      return isAsked(component) && asked.label !== '' ? [asked] : []
    })
}

function isAsked(component: Component): boolean {
  if (component.type === 'dynamiclist') return Number(component.properties?.minRows ?? 0) > 0
  if (!isField(component) || component.disabled || component.readonly === true) return false
  return component.validate?.required === true
}
