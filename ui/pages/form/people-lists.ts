import type { Component, Form } from '../../../server/forms/index.ts'

/** Lists of people a form may name as `valuesKey`, and which role they hold. */
export const peopleLists: Readonly<Record<string, { role?: string }>> = {
  officers: { role: 'street-officer' },
}

/** The lists of people a form names. */
export function listsNeeded(form: Form): string[] {
  const named = (components: readonly Component[]): string[] =>
    components.flatMap(each => {
      if ('components' in each) return named(each.components)
      return 'valuesKey' in each && each.valuesKey ? [each.valuesKey] : []
    })
  return [...new Set(named(form.components))].filter(name => Object.hasOwn(peopleLists, name))
}
