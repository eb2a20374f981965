import { elementOf, extensionOf, type FlowNode, textOf, type UserTaskWords } from '../../bpmn/index.ts'
import type { Json } from '../../engine/protocol/records.ts'
import { nameOf } from '../../forms/names.ts'
import type { Component } from '../../forms/schema.ts'
import type { ProcedureModel } from '../model.ts'
import { feelOf, inputsOf, outputsOf, wordsOf } from '../reading.ts'
import { contextEntries } from './context-entries.ts'
import type { Domain } from './domain.ts'

/** One place where a variable gets a value: known values, an open kind of value, or an expression over other variables. */
export interface Writer extends Pick<Domain, 'open'> {
  variable: string
  elementId: string
  values: readonly Json[]
  /** FEEL without its `=`. */
  expression?: string
  /** Names in the expression may be values that come from outside. */
  isForeign?: boolean
  /** Whoever passes the element has written it. */
  isCertain: boolean
}

/** Everything in a bundle that writes variables, as far as the bundle says it. */
export function writersOf(model: ProcedureModel): Writer[] {
  return [...model.nodes.flatMap(node => writersOfNode(model, node)), ...writersOfRequests(model)]
}

/** What one node writes. */
export function writersOfNode(model: ProcedureModel, node: FlowNode): Writer[] {
  const task = wordsOf(model, node)
  const isForeign = bringsValues(node)
  const entryOf = entriesOfScript(node)
  const mapped = outputsOf(node).map(({ source, target }) => ({
    ...mapping(node.id, entryOf(source), target),
    isForeign,
  }))
  return [
    ...resultsOf(node),
    ...localsOf(node),
    ...mapped,
    ...(task ? writersOfTask(task) : []),
    ...writersOfForm(model, node, new Set(task?.actions.map(({ field }) => field))),
    ...writersOfLoop(node),
  ]
}

/** A script that makes a context, and mappings that take it apart again: each takes its own expression. */
function entriesOfScript({ source }: FlowNode): (mapping: string) => string {
  const script = extensionOf(source, 'zeebe:Script')
  const entries = contextEntries(feelOf(textOf(script, 'expression')) ?? '')
  const variable = textOf(script, 'resultVariable') ?? ''
  return mapping => {
    const [, made, name = ''] = /^=\s*(\w+)\.(\w+)\s*$/.exec(mapping) ?? []
    const entry = made === variable ? entries?.get(name) : undefined
    return entry === undefined ? mapping : `=${entry}`
  }
}

/** What a sub-process declares for the steps inside it; each branch of several has its own. */
function localsOf(node: FlowNode): Writer[] {
  if (node.type !== 'bpmn:SubProcess') return []
  return inputsOf(node).map(({ source, target }) => ({ ...mapping(node.id, source, target), isForeign: true }))
}

/** Jobs, calls and messages come with values of their own, whatever a variable of that name held before. */
function bringsValues({ type, eventType, source }: FlowNode): boolean {
  if (extensionOf(source, 'zeebe:TaskDefinition') || type === 'bpmn:CallActivity') return true
  return type === 'bpmn:ReceiveTask' || /Message|Signal|Error|Escalation/.test(eventType ?? '')
}

function mapping(elementId: string, source: string, target: string): Writer {
  const [variable = target, ...rest] = target.split('.')
  if (rest.length > 0) return other(variable, elementId)
  const expression = feelOf(source)
  return expression === undefined
    ? { variable, elementId, values: [source], isCertain: true }
    : { variable, elementId, values: [], expression, isCertain: true }
}

/** The result of a script or decision; with output mappings it is only seen by them, which changes nothing here. */
function resultsOf({ id, source }: FlowNode): Writer[] {
  const script = extensionOf(source, 'zeebe:Script')
  const expression = feelOf(textOf(script, 'expression'))
  const variable = textOf(script, 'resultVariable')
  const decided = textOf(extensionOf(source, 'zeebe:CalledDecision'), 'resultVariable')
  return [
    ...(variable !== undefined && expression !== undefined
      ? [{ variable, elementId: id, values: [], expression, isCertain: true }]
      : []),
    ...(decided === undefined ? [] : [other(decided, id)]),
  ]
}

const other = (variable: string, elementId: string, isCertain = true): Writer => ({
  ...{ variable, elementId, values: [], open: 'other' as const, isCertain },
})

const text = (variable: string, elementId: string, isCertain = true): Writer => ({
  ...{ variable, elementId, values: [], open: 'text' as const, isCertain },
})

/** Buttons set their field; the gate adds who did it and what the register of cases says. */
function writersOfTask({ id, actions, doneBy, caseFacts }: UserTaskWords): Writer[] {
  const fields = [...new Set(actions.map(({ field }) => field))]
  return [
    ...fields.map(variable => {
      const buttons = actions.filter(({ field }) => field === variable)
      const values = buttons.map(({ value }) => value)
      return { variable, elementId: id, values, isCertain: buttons.length === actions.length }
    }),
    ...(doneBy === undefined ? [] : [text(doneBy, id)]),
    ...(caseFacts
      ? [
          text('lastMaterialChangeAt', id),
          { variable: 'hearingHeld', elementId: id, values: [true, false], isCertain: true },
        ]
      : []),
  ]
}

function writersOfForm({ forms }: ProcedureModel, { id, source }: FlowNode, buttons: Set<string>): Writer[] {
  const formId = textOf(extensionOf(source, 'zeebe:FormDefinition'), 'formId')
  const components = forms.get(formId ?? '')?.form.components ?? []
  return components
    .flatMap(component => writersOfComponent(component, id, true))
    .filter(({ variable }) => !buttons.has(variable))
}

function writersOfComponent(component: Component, elementId: string, isShown: boolean): Writer[] {
  const isAlways = isShown && component.conditional?.hide === undefined
  const variable = nameOf(component)
  if (component.type === 'group' && variable === undefined)
    return component.components.flatMap(inner => writersOfComponent(inner, elementId, isAlways))
  if (variable === undefined || ('disabled' in component && component.disabled)) return []
  const isRequired = 'validate' in component && component.validate !== undefined && component.validate.required === true
  const at = { variable, elementId, isCertain: isAlways && (isRequired || component.type === 'checkbox') }
  if (component.type === 'checkbox') return [{ ...at, values: [true, false] }]
  if (component.type === 'radio' || component.type === 'select')
    return [
      component.values
        ? { ...at, values: component.values.map(({ value }) => value) }
        : { ...at, values: [], open: 'text' },
    ]
  if (component.type === 'number') return [{ ...at, values: [], open: 'number' }]
  const isText = ['textfield', 'textarea', 'datetime'].includes(component.type)
  return [{ ...at, values: [], open: isText ? 'text' : 'other' }]
}

/** The row of each branch, and the list of what the branches gave. */
function writersOfLoop({ id, source }: FlowNode): Writer[] {
  const loop = extensionOf(elementOf(source, 'loopCharacteristics'), 'zeebe:LoopCharacteristics')
  return ['inputElement', 'outputCollection'].flatMap(key => {
    const variable = textOf(loop, key)
    return variable === undefined ? [] : [other(variable, id)]
  })
}

function writersOfRequests({ words }: ProcedureModel): Writer[] {
  return words.properties.requests.flatMap(({ reason, person }) => [
    text(reason, words.id, false),
    ...(person ? [text(person.variable, words.id, false)] : []),
  ])
}
