import { type Component, type Form, isField, knownRows, type Language, labelOf } from '../../../server/forms/index.ts'
import { say } from './words.ts'

/** Names what lies at a path for a person: `当事人 第 2 行 姓名`; the last name of the path where the form has none. */
export function labelAt(form: Form, path: string, language: Language): string {
  const names = path.split('/').slice(1)
  const labels = labelsIn(form.components, names, language)
  return labels.length > 0 ? labels.join(' ') : (names.at(-1) ?? '')
}

function labelsIn(components: readonly Component[], names: readonly string[], language: Language): string[] {
  const [name, ...rest] = names
  if (name === undefined) return []
  for (const component of components) {
    if (component.type === 'text') continue
    if (isField(component)) {
      if (component.key === name) return [labelOf(component, language)]
    } else if (component.type === 'group' && component.path === undefined) {
      const found = labelsIn(component.components, names, language)
      if (found.length > 0) return found
    } else if (component.path === name) {
      return component.type === 'group'
        ? [...known(component.label, component, language), ...labelsIn(component.components, rest, language)]
        : rowLabels(component, rest, language)
    }
  }
  return []
}

const known = (label: string | undefined, component: Component, language: Language): string[] =>
  label ? [labelOf(component, language)] : []

function rowLabels(
  list: Extract<Component, { type: 'dynamiclist' }>,
  [row, ...rest]: readonly string[],
  language: Language,
): string[] {
  if (row === undefined) return known(list.label, list, language)
  const index = Number(row)
  const named = knownRows(list, language)[index]?.label
  const inner = labelsIn(list.components, rest, language)
  return named === undefined
    ? [...known(list.label, list, language), say(language, 'row', { n: index + 1 }), ...inner]
    : [named, ...(isVerdict(list, rest) ? [] : inner)]
}

// The verdict of a review has the name of its point; `主体与权限 结论` says nothing more.
const isVerdict = (list: Extract<Component, { type: 'dynamiclist' }>, [name]: readonly string[]): boolean =>
  list.properties?.display === 'review' && list.components.find(inner => inner.type === 'radio')?.key === name
