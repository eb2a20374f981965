import type { BpmnModdle } from 'bpmn-moddle'
import type { ModdleElement } from '../moddle.ts'

/** One thing of a foreign diagram: put into our words by the program, or left for people. */
export interface ForeignFinding {
  elementId: string
  isConverted: boolean
  /** Message id in `words.ts`. */
  id: ForeignMessage
  params: Record<string, string>
}

export type ForeignMessage =
  | 'executable'
  | 'user-task'
  | 'assigned'
  | 'groups'
  | 'form'
  | 'form-elsewhere'
  | 'due'
  | 'condition'
  | 'condition-java'
  | 'worker'
  | 'java'
  | 'script'
  | 'decision'
  | 'called'
  | 'mapping'
  | 'mapping-java'
  | 'each'
  | 'expression'
  | 'expression-java'
  | 'needless'
  | 'unknown'
  | 'no-drawing'

/** What a converter works with; a diagram is changed where it stands. */
export interface Conversion {
  moddle: BpmnModdle
  findings: ForeignFinding[]
}

/** Notes what was converted. */
export function converted({ findings }: Conversion, element: ModdleElement, id: ForeignMessage, params = {}): void {
  findings.push({ elementId: element.id ?? '', isConverted: true, id, params })
}

/** Notes what people have to do themselves. */
export function left({ findings }: Conversion, element: ModdleElement, id: ForeignMessage, params = {}): void {
  findings.push({ elementId: element.id ?? '', isConverted: false, id, params })
}

/** Gives an element an extension of the Zeebe dialect, or more properties of the one it has. */
export function extend(
  { moddle }: Conversion,
  element: ModdleElement,
  type: string,
  properties: Record<string, unknown> = {},
): void {
  const target = element as { extensionElements?: ModdleElement }
  target.extensionElements ??= child(moddle, element, 'bpmn:ExtensionElements', { values: [] })
  const values = (target.extensionElements as unknown as { values?: ModdleElement[] }).values ?? []
  Object.assign(target.extensionElements, { values })
  const known = values.find(({ $type }) => $type === type)
  if (known) Object.assign(known, properties)
  else values.push(child(moddle, target.extensionElements, type, properties))
}

/** A new element below another. */
export function child(
  moddle: BpmnModdle,
  parent: ModdleElement,
  type: string,
  properties: Record<string, unknown>,
): ModdleElement {
  return Object.assign(moddle.create(type, properties) as ModdleElement, { $parent: parent })
}
