import { BpmnModdle } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { elementOf, elementsOf, extensionOf, isA, type ModdleElement, textOf } from '../moddle.ts'
import { asFeel, camundaAttributes } from './camunda-attributes.ts'
import { camundaElements } from './camunda-elements.ts'
import { type Conversion, converted, extend, type ForeignFinding, left } from './finding.ts'

/** In which words the executable part of a diagram is written. */
export type Dialect = 'zeebe' | 'camunda-7' | 'plain-bpmn' | 'unknown'

const ZEEBE = 'http://camunda.org/schema/zeebe/1.0'
const CAMUNDA_7 = 'http://camunda.org/schema/1.0/bpmn'
const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/** Told by the namespaces that a file declares. */
export function dialectOf(xml: string): Dialect {
  if (xml.includes(`"${ZEEBE}"`)) return 'zeebe'
  if (xml.includes(`"${CAMUNDA_7}"`)) return 'camunda-7'
  return xml.includes(`"${BPMN}"`) ? 'plain-bpmn' : 'unknown'
}

/**
 * Puts a diagram of Camunda 7, or one of plain BPMN, into the Zeebe dialect, as far as a program can: whom a task is for,
 * forms, conditions that only compare, mappings, calls, topics of workers. Java is never run and never guessed.
 * @param xml a diagram that `parseBpmn` has read
 * @returns the diagram with nothing foreign left in it, and what was converted or is left for people, element by element
 */
export async function convertDiagram(xml: string): Promise<{ xml: string; findings: ForeignFinding[] }> {
  const moddle = new BpmnModdle({ zeebe })
  const root = (await moddle.fromXML(xml)).rootElement as ModdleElement
  const conversion: Conversion = { moddle, findings: [] }
  const elements = elementsIn(root)
  for (const element of elements) {
    convertWords(conversion, element)
    convertAttributes(conversion, element)
    convertExtensions(conversion, element)
  }
  if (elementsOf(root, 'diagrams').length === 0) left(conversion, root, 'no-drawing')
  const attributes = root.$attrs as Record<string, unknown>
  delete attributes['xmlns:camunda']
  const { xml: written } = await moddle.toXML(root, { format: true })
  return { xml: written, findings: conversion.findings }
}

/** Everything that is contained, parents first; what is only referred to comes where it stands. */
function elementsIn(root: ModdleElement): ModdleElement[] {
  const found: ModdleElement[] = [root]
  for (let index = 0; index < found.length; index++) {
    const element = found[index]!
    for (const value of Object.values(element)) {
      const inner = Array.isArray(value) ? value : [value]
      for (const each of inner) if (isChild(each, element)) found.push(each)
    }
  }
  return found.filter(({ $type }) => $type.startsWith('bpmn:'))
}

const isChild = (value: unknown, parent: ModdleElement): value is ModdleElement =>
  typeof value === 'object' && value !== null && (value as ModdleElement).$parent === parent

/** What plain BPMN says itself. */
function convertWords(conversion: Conversion, element: ModdleElement): void {
  const { $type } = element
  if ($type === 'bpmn:Process' && element.isExecutable !== true) {
    Object.assign(element, { isExecutable: true })
    converted(conversion, element, 'executable')
  }
  if ($type === 'bpmn:UserTask' && !extensionOf(element, 'zeebe:UserTask')) {
    extend(conversion, element, 'zeebe:UserTask')
    converted(conversion, element, 'user-task')
  }
  if ($type === 'bpmn:ScriptTask' && textOf(element, 'script') !== undefined) {
    Object.assign(element, { script: undefined, scriptFormat: undefined })
    left(conversion, element, 'script')
  }
  const called = $type === 'bpmn:CallActivity' ? textOf(element, 'calledElement') : undefined
  if (called !== undefined) {
    Object.assign(element, { calledElement: undefined })
    extend(conversion, element, 'zeebe:CalledElement', { processId: asFeel(called) ?? called })
    converted(conversion, element, 'called', { found: called })
  }
  if (isA(element, 'bpmn:SequenceFlow')) convertCondition(conversion, element)
  if (isA(element, 'bpmn:TimerEventDefinition')) convertTimer(conversion, element)
}

function convertCondition(conversion: Conversion, flow: ModdleElement): void {
  const condition = elementOf(flow, 'conditionExpression')
  const body = textOf(condition, 'body')?.trim()
  if (!condition || body === undefined || body.startsWith('=')) return
  // A comparison without any mark is read as if it had one.
  const feel = asFeel(/^[$#]\{/.test(body) ? body : `\${${body}}`)
  const isScript = textOf(condition, 'language') !== undefined && !/^[$#]\{/.test(body)
  if (feel === undefined || isScript) {
    left(conversion, flow, 'condition-java', { found: body })
    return
  }
  Object.assign(condition, { body: feel, language: undefined })
  converted(conversion, flow, 'condition', { found: body, made: feel })
}

function convertTimer(conversion: Conversion, timer: ModdleElement): void {
  const event = timer.$parent ?? timer
  for (const name of ['timeDate', 'timeDuration', 'timeCycle']) {
    const expression = elementOf(timer, name)
    const body = textOf(expression, 'body')
    if (!expression || body === undefined || !/^\s*[$#]\{/.test(body)) continue
    const feel = asFeel(body)
    if (feel === undefined) left(conversion, event, 'expression-java', { found: body })
    else {
      Object.assign(expression, { body: feel })
      converted(conversion, event, 'expression', { found: body, made: feel })
    }
  }
}

/** Of an event definition or a loop the element around it is told. */
const named = (element: ModdleElement): ModdleElement => (element.id || !element.$parent ? element : element.$parent)

function convertAttributes(conversion: Conversion, element: ModdleElement): void {
  const attributes = (element.$attrs ?? {}) as Record<string, unknown>
  for (const [full, value] of Object.entries(attributes)) {
    if (!full.startsWith('camunda:')) continue
    delete attributes[full]
    const name = full.slice('camunda:'.length)
    const attribute = camundaAttributes[name]
    if (attribute) attribute(conversion, element, String(value))
    else left(conversion, named(element), 'unknown', { found: `${full}=${String(value)}` })
  }
}

function convertExtensions(conversion: Conversion, element: ModdleElement): void {
  const extensions = elementOf(element, 'extensionElements') as { values?: ModdleElement[] } | undefined
  if (!extensions?.values) return
  const foreign = extensions.values.filter(({ $type }) => $type.startsWith('camunda:'))
  extensions.values = extensions.values.filter(each => !foreign.includes(each))
  for (const extension of foreign) {
    const convert = camundaElements[extension.$type.slice('camunda:'.length)]
    if (convert) convert(conversion, element, extension)
    else left(conversion, named(element), 'unknown', { found: extension.$type })
  }
  if (extensions.values.length === 0) Object.assign(element, { extensionElements: undefined })
}
