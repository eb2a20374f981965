import { isPersonal } from './labels.ts'
import { isField, nameOf } from './names.ts'
import type { Component, Form } from './schema.ts'

/**
 * The variables a form stores personal data in: those of fields marked `personal`, and of groups and lists that hold such
 * a field or are marked themselves. The journal keeps a commitment of the whole variable.
 */
export function personalFields(form: Form): string[] {
  const names = new Set<string>()
  addPersonalNames(form.components, false, names)
  return [...names]
}

function addPersonalNames(components: readonly Component[], isWithin: boolean, names: Set<string>): void {
  for (const component of components) {
    const name = nameOf(component)
    if (name === undefined) {
      if (component.type === 'group') addPersonalNames(component.components, isWithin || isPersonal(component), names)
    } else if (isWithin || holdsPersonal(component)) {
      names.add(name)
    }
  }
}

const holdsPersonal = (component: Component): boolean =>
  isPersonal(component) ||
  (!isField(component) && 'components' in component && component.components.some(holdsPersonal))
