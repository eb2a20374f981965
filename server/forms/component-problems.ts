import { compileExpression } from '../feel/index.ts'
import { kindOf } from './fields/field-kinds.ts'
import { isField, knownRows, nameOf } from './names.ts'
import { type ChoiceField, optionFor, optionsOf } from './options.ts'
import type { FormProblem, ProblemId } from './problem-words.ts'
import { propertyProblems } from './property-problems.ts'
import type { Component, Field, Form } from './schema.ts'
import { isExpression, rootScope } from './scope.ts'
import { expressionsIn } from './static-text.ts'
import { describeError } from './words.ts'

/** What the shape of a form cannot tell: names used twice, expressions that cannot be read, properties nobody knows. */
export function componentProblems(form: Form): FormProblem[] {
  const ids = new Set<string>()
  return [...duplicateNames(form.components), ...form.components.flatMap(component => problemsOf(component, form, ids))]
}

function problemsOf(component: Component, form: Form, ids: Set<string>): FormProblem[] {
  const problems = [...propertyProblems(component), ...expressionProblems(component)]
  if (ids.has(component.id)) problems.push(problem(component, 'id', 'idTwice', { name: component.id }))
  ids.add(component.id)
  if (isField(component)) return [...problems, ...fieldProblems(component, form)]
  if (component.type === 'text') return problems
  if (component.type === 'dynamiclist') problems.push(...rowProblems(component))
  if (component.path !== undefined) problems.push(...duplicateNames(component.components))
  return [...problems, ...component.components.flatMap(inner => problemsOf(inner, form, ids))]
}

function duplicateNames(components: readonly Component[], seen = new Set<string>()): FormProblem[] {
  return components.flatMap(component => {
    const name = nameOf(component)
    if (name === undefined) return component.type === 'group' ? duplicateNames(component.components, seen) : []
    const isTaken = seen.has(name)
    seen.add(name)
    return isTaken
      ? [
          problem(component, isField(component) ? 'key' : 'path', 'nameTwice', {
            name,
          }),
        ]
      : []
  })
}

function expressionProblems(component: Component): FormProblem[] {
  return expressionsOf(component).flatMap(([key, written]) => {
    try {
      compileExpression(written.slice(1))
      return []
    } catch (error) {
      return [problem(component, key, 'expression', { message: messageOf(error) })]
    }
  })
}

function expressionsOf(component: Component): [key: string, written: string][] {
  const places: [string, unknown][] = [['conditional.hide', component.conditional?.hide]]
  for (const [name, value] of Object.entries(component.properties ?? {})) {
    if (name.startsWith('blocked.')) places.push([`properties.${name}`, value])
  }
  if (component.type === 'text') {
    for (const written of [component.text, component.properties?.['en.text'] ?? '']) {
      places.push(...expressionsIn(written).map((expression): [string, string] => ['text', expression]))
    }
  }
  if (isField(component)) {
    places.push(['readonly', component.readonly])
    if ('valuesExpression' in component) places.push(['valuesExpression', component.valuesExpression])
    for (const [name, bound] of Object.entries(component.validate ?? {})) {
      if (name !== 'pattern' && name !== 'patternErrorMessage') places.push([`validate.${name}`, bound])
    }
  }
  return places.filter((place): place is [string, `=${string}`] => isExpression(place[1]))
}

function fieldProblems(field: Field, form: Form): FormProblem[] {
  const problems = isChoice(field) ? optionProblems(field, form) : []
  const pattern = field.validate && 'pattern' in field.validate ? field.validate.pattern : undefined
  if (pattern !== undefined) {
    try {
      new RegExp(pattern)
    } catch (error) {
      problems.push(
        problem(field, 'validate.pattern', 'pattern', {
          message: messageOf(error),
        }),
      )
    }
  }
  return [...problems, ...defaultProblems(field, form)]
}

const isChoice = (field: Field): field is ChoiceField =>
  field.type === 'select' || field.type === 'radio' || field.type === 'checklist'

function optionProblems(field: ChoiceField, form: Form): FormProblem[] {
  const sources = [field.values, field.valuesKey, field.valuesExpression].filter(source => source !== undefined)
  if (sources.length !== 1) return [problem(field, 'values', 'noOptions', { found: sources.length })]
  if (!field.values) return []
  const options = optionsOf(withoutConditions(field), emptyScope(form))
  return options
    .filter((option, index) => optionFor(options.slice(0, index), option.value))
    .map(option => problem(field, 'values', 'optionTwice', { value: String(option.value) }))
}

// Conditions that block an option may be the very thing that cannot be read.
const withoutConditions = (field: ChoiceField): ChoiceField => ({ ...field, properties: {} })

function defaultProblems(field: Field, form: Form): FormProblem[] {
  if (!('defaultValue' in field) || field.defaultValue === undefined || (isChoice(field) && !field.values)) return []
  const bare = isChoice(field) ? withoutConditions(field) : field
  const wrong = kindOf(bare).type(bare, field.defaultValue, emptyScope(form))
  return wrong
    ? [
        problem(field, 'defaultValue', 'defaultValue', {
          message: describeError(wrong, 'zh'),
        }),
      ]
    : []
}

function rowProblems(list: Extract<Component, { type: 'dynamiclist' }>): FormProblem[] {
  const keys = knownRows(list).map(row => row.key)
  return keys
    .filter((key, index) => key === '' || keys.indexOf(key) < index)
    .map(value => problem(list, 'properties.rows', 'rowKey', { value }))
}

const emptyScope = (form: Form) => rootScope(form, {}, { variables: {}, now: 0 })

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const problem = (component: Component, key: string, id: ProblemId, params: FormProblem['params']): FormProblem => ({
  componentId: component.id,
  key,
  id,
  params,
})
