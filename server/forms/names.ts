import type { Component, DynamicList, Field } from './schema.ts'

/** Tells a component that holds one value from containers and static text. */
export const isField = (component: Component): component is Field => 'key' in component

/** The name under which a component's value lies in the data around it; none for static text and groups without a path. */
export function nameOf(component: Component): string | undefined {
  if (isField(component)) return component.key
  return 'path' in component ? component.path : undefined
}

/** All names the components put into the object around them, also through groups without a path. */
export function namesIn(components: readonly Component[], { submittedOnly = false } = {}): Set<string> {
  const names = new Set<string>()
  for (const component of components) {
    const name = nameOf(component)
    if (name === undefined) {
      if (component.type === 'group')
        for (const inner of namesIn(component.components, { submittedOnly })) names.add(inner)
    } else if (!(submittedOnly && isField(component) && component.disabled)) {
      names.add(name)
    }
  }
  return names
}

/** A row the form itself names (one of the points of a review), instead of one that a person adds. */
export interface KnownRow {
  readonly key: string
  readonly label: string
}

/** Rows named in the property `rows` as `key:label|key:label`; none if people add the rows. */
export function knownRows(list: DynamicList, language: 'zh' | 'en' = 'zh'): readonly KnownRow[] {
  const written = list.properties?.rows
  if (!written) return []
  const rows = readRows(written)
  const english = new Map(readRows(list.properties?.['en.rows'] ?? '').map(row => [row.key, row.label]))
  return language === 'en' ? rows.map(row => ({ ...row, label: english.get(row.key) ?? row.label })) : rows
}

/** The name that holds the key of a known row in that row's data. */
export const rowKeyOf = (list: DynamicList): string => list.properties?.rowKey ?? 'item'

function readRows(written: string): KnownRow[] {
  return written
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      const [key = '', ...label] = part.split(':')
      return { key: key.trim(), label: label.join(':').trim() || key.trim() }
    })
}
