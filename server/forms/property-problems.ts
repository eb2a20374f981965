import type { FormProblem } from './problem-words.ts'
import type { Component } from './schema.ts'

type Rule = {
  readonly matches: (value: string) => boolean
  readonly expected: string
}

const anyText: Rule = { matches: () => true, expected: 'text' }
const oneOf = (...values: string[]): Rule => ({
  matches: value => values.includes(value),
  expected: values.join(' | '),
})
const count: Rule = {
  matches: value => /^\d{1,4}$/.test(value),
  expected: 'a whole number',
}
const name: Rule = {
  matches: value => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value),
  expected: 'a plain identifier',
}
const expression: Rule = {
  matches: value => value.startsWith('='),
  expected: 'a FEEL expression, starting with =',
}

const everywhere: Readonly<Record<string, Rule>> = {
  'en.label': anyText,
  'en.description': anyText,
}
const personal = { personal: oneOf('true', 'false') }
const perOption = {
  'help.*': anyText,
  'blocked.*': expression,
  'reason.*': anyText,
  'en.option.*': anyText,
  'en.help.*': anyText,
  'en.reason.*': anyText,
}

/** The properties each kind of component knows; `*` stands for the value of an option. */
const known: Readonly<Record<Component['type'], Readonly<Record<string, Rule>>>> = {
  textfield: personal,
  textarea: personal,
  number: { ...personal, unit: oneOf('fen') },
  datetime: { ...personal, factTime: oneOf('true', 'false') },
  select: { ...personal, ...perOption },
  radio: { ...personal, ...perOption, display: oneOf('columns', 'segments') },
  checklist: { ...personal, ...perOption, display: oneOf('columns') },
  checkbox: personal,
  filepicker: personal,
  text: { 'en.text': anyText },
  group: { ...personal, display: oneOf('review') },
  dynamiclist: {
    ...personal,
    display: oneOf('review'),
    rows: anyText,
    'en.rows': anyText,
    rowKey: name,
    minRows: count,
    maxRows: count,
  },
}

/** What is wrong with the properties of a component. A mistyped one would be ignored in silence, so it is refused. */
export function propertyProblems(component: Component): FormProblem[] {
  const rules = { ...everywhere, ...known[component.type] }
  return Object.entries(component.properties ?? {}).flatMap(([property, value]): FormProblem[] => {
    const rule = ruleFor(property, rules)
    const at = { componentId: component.id, key: `properties.${property}` }
    if (!rule)
      return [
        {
          ...at,
          id: 'unknownProperty',
          params: { key: property, expected: Object.keys(rules).join(', ') },
        },
      ]
    if (!rule.matches(value))
      return [
        {
          ...at,
          id: 'wrongProperty',
          params: { expected: rule.expected, found: value },
        },
      ]
    return isStray(property, component)
      ? [
          {
            ...at,
            id: 'optionMissing',
            params: { value: lastPart(property) },
          },
        ]
      : []
  })
}

const lastPart = (property: string): string => property.replace(/^(?:en\.)?\w+\./, '')

function ruleFor(property: string, rules: Readonly<Record<string, Rule>>): Rule | undefined {
  if (Object.hasOwn(rules, property)) return rules[property]
  return rules[property.replace(/^((?:en\.)?(?:help|blocked|reason|option)\.).+$/, '$1*')]
}

// Says whether a property speaks of an option that the form does not have.
function isStray(property: string, component: Component): boolean {
  if (!('values' in component) || !component.values || !/^(?:en\.)?(?:help|blocked|reason|option)\./.test(property))
    return false
  return !component.values.some(({ value }) => String(value) === lastPart(property))
}
