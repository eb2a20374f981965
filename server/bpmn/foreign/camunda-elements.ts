import type { ModdleElement } from '../moddle.ts'
import { textOf } from '../moddle.ts'
import { asFeel } from './camunda-attributes.ts'
import { type Conversion, child, converted, extend, left } from './finding.ts'

type Extension = (conversion: Conversion, element: ModdleElement, extension: ModdleElement) => void

const childrenOf = (element: ModdleElement): ModdleElement[] => (element.$children as ModdleElement[] | undefined) ?? []
const bodyOf = (element: ModdleElement): string => (textOf(element, '$body') ?? '').trim()

/** A value as FEEL: an expression, or a text as it stands. */
function valueAsFeel(value: string): string | undefined {
  if (/^\s*[$#]\{/.test(value)) return asFeel(value)
  return `=${JSON.stringify(value)}`
}

/** Adds one line to the mapping of an element. */
function map(
  conversion: Conversion,
  element: ModdleElement,
  { kind, source, target }: { kind: 'Input' | 'Output'; source: string | undefined; target: string },
): void {
  if (source === undefined) {
    left(conversion, element, 'mapping-java', { found: target })
    return
  }
  extend(conversion, element, 'zeebe:IoMapping')
  const { extensionElements } = element as unknown as { extensionElements: { values: ModdleElement[] } }
  const mapping = extensionElements.values.find(({ $type }) => $type === 'zeebe:IoMapping')!
  const list = kind === 'Input' ? 'inputParameters' : 'outputParameters'
  const known = (mapping[list] as ModdleElement[] | undefined) ?? []
  const line = child(conversion.moddle, mapping, `zeebe:${kind}`, { source, target })
  Object.assign(mapping, { [list]: [...known, line] })
  converted(conversion, element, 'mapping', { found: target })
}

const inputOutput: Extension = (conversion, element, extension) => {
  for (const parameter of childrenOf(extension)) {
    const isPlain = childrenOf(parameter).length === 0
    const source = isPlain ? valueAsFeel(bodyOf(parameter)) : undefined
    const kind = parameter.$type === 'camunda:outputParameter' ? 'Output' : 'Input'
    map(conversion, element, { kind, source, target: textOf(parameter, 'name') ?? '' })
  }
}

/** `camunda:in` and `camunda:out` of a call. */
function passed(kind: 'Input' | 'Output'): Extension {
  return (conversion, element, extension) => {
    const [source, target] = [textOf(extension, 'source'), textOf(extension, 'target')]
    const expression = textOf(extension, 'sourceExpression')
    if (textOf(extension, 'businessKey') !== undefined)
      return left(conversion, element, 'needless', { found: 'businessKey' })
    if (textOf(extension, 'variables') === 'all') {
      if (kind === 'Output') extend(conversion, element, 'zeebe:CalledElement', { propagateAllChildVariables: true })
      return converted(conversion, element, 'mapping', { found: 'variables=all' })
    }
    const feel = source === undefined ? expression && asFeel(expression) : `=${source}`
    map(conversion, element, { kind, source: feel || undefined, target: target ?? '' })
  }
}

const properties: Extension = (conversion, element, extension) => {
  const list = childrenOf(extension).map(each => ({ name: textOf(each, 'name'), value: textOf(each, 'value') }))
  const { moddle } = conversion
  extend(conversion, element, 'zeebe:Properties', {
    properties: list.map(each => moddle.create('zeebe:Property', each)),
  })
  converted(conversion, element, 'mapping', { found: list.map(({ name }) => name).join(', ') })
}

const listener: Extension = (conversion, element, extension) =>
  left(conversion, element, 'java', { found: extension.$type.replace('camunda:', '') })

const fields: Extension = (conversion, element) => left(conversion, element, 'form-elsewhere', { found: 'formData' })

/** What becomes of each element in the namespace of Camunda 7; one that is not here is told and left out. */
export const camundaElements: Readonly<Record<string, Extension>> = {
  inputOutput,
  in: passed('Input'),
  out: passed('Output'),
  properties,
  executionListener: listener,
  taskListener: listener,
  connector: listener,
  formData: fields,
  failedJobRetryTimeCycle: (conversion, element, extension) =>
    converted(conversion, element, 'needless', { found: extension.$type }),
}
