import type { Component, Form } from '../../forms/index.ts'

/** Options a form takes by `valuesKey`. */
export type Options = Readonly<Record<string, readonly { label: string; value: string }[]>>

/** A form with the lists it names filled in. */
export function withOptions(form: Form, options: Options): Form {
  const filled = (component: Component): Component => {
    if ('components' in component) return { ...component, components: component.components.map(filled) }
    if (!('valuesKey' in component) || component.valuesKey === undefined) return component
    const values = options[component.valuesKey]
    if (!values) return component
    const { valuesKey: _, ...rest } = component
    return { ...rest, values: [...values] }
  }
  return { ...form, components: form.components.map(filled) }
}
