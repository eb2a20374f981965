import type { FlowNode, ModdleElement } from '../../bpmn/index.ts'
import { namesIn } from '../reading.ts'

/** Everything FEEL in what an element says of itself; its flows and what lies in it speak for themselves. */
export function namesReadBy({ source, outgoing }: FlowNode): string[] {
  const own = Object.entries(source).filter(
    ([key]) => key !== 'flowElements' && key !== 'outgoing' && key !== 'incoming',
  )
  const said = own.flatMap(([, value]) => textsIn(value))
  const conditions = outgoing.flatMap(({ condition }) => condition ?? [])
  return [...said.filter(text => text.startsWith('=')), ...conditions].flatMap(namesIn)
}

/** Every text in a tree, down to a few levels; references lead elsewhere. */
export function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth > 6) return []
  if (depth > 0 && isReference(value)) return []
  return Object.values(value).flatMap(inner => textsIn(inner, depth + 1))
}

const isReference = (value: object) => {
  const { $type, id } = value as Partial<ModdleElement>
  return $type?.startsWith('bpmn:') === true && id !== undefined && !$type.endsWith('EventDefinition')
}

/** `=…`, or `{{…}}` in words. */
export function expressionsIn(text: string): string[] {
  if (text.startsWith('=')) return [text]
  return [...text.matchAll(/\{\{(.+?)\}\}/gs)].map(([, expression = '']) => expression.replace(/^[#/].*$/, ''))
}
