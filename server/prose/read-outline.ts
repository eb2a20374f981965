import { type ModdleElement, parseBpmn } from '../bpmn/index.ts'
import type { Outline, Part } from './outline.ts'
import { PARTS } from './parts-of.ts'
import { EXTENSIONS, freeKey, LISTED, type ListedKeys } from './property-keys.ts'

/** Drawn, or said by other parts: flows say where they lead, nodes in which lane they lie. */
const LEFT_OUT = new Set(['diagrams', 'incoming', 'outgoing', 'flowNodeRef', 'di', 'id', 'xsi:type'])

/**
 * Reads a diagram into its outline.
 * @throws BpmnSyntaxError when the text is no BPMN
 */
export async function readOutline(xml: string): Promise<Outline> {
  return outlineOf(await parseBpmn(xml))
}

/** The outline of a parsed diagram. */
export function outlineOf(definitions: ModdleElement): Outline {
  const parts: Part[] = []
  readPart(definitions, '', parts)
  const lanes = lanesOf(definitions)
  return {
    parts: parts.map(part => {
      const lane = lanes.get(part.id)
      return lane === undefined ? part : { ...part, properties: { ...part.properties, lane } }
    }),
  }
}

type Properties = Record<string, string>

function readPart(element: ModdleElement, scope: string, parts: Part[]): void {
  const properties: Properties = {}
  const id = element.id ?? `${scope}.${parts.length}`
  for (const [key, value] of saidBy(element)) if (!PARTS.has(key)) flatten(key, value, properties)
  parts.push({ id, type: element.$type, scope, properties })
  for (const [key, value] of saidBy(element))
    if (PARTS.has(key)) for (const child of listOf(value)) if (isElement(child)) readPart(child, id, parts)
}

/** What an element says in the file: attributes, children and references, not the defaults of its type. */
function saidBy(element: ModdleElement): [key: string, value: unknown][] {
  const written = Object.getOwnPropertyNames(element).filter(name => !name.startsWith('$') && !LEFT_OUT.has(name))
  const foreign = Object.entries((element.$attrs ?? {}) as object).filter(
    ([name]) => !name.startsWith('xmlns') && !LEFT_OUT.has(name),
  )
  const nested = ['$body', '$children'].flatMap(name => (element[name] === undefined ? [] : [[name, element[name]]]))
  return [...written.map((name): [string, unknown] => [name, element[name]]), ...foreign, ...nested] as never
}

function flatten(key: string, value: unknown, into: Properties): void {
  const own = OWN_WAYS[key]
  if (own) own(value, into)
  else
    for (const [at, each] of listOf(value).entries())
      one(at === 0 ? key : `${key}[${at}]`, each, isReference(key), into)
}

/** What is not said as it is nested. */
const OWN_WAYS: Readonly<Record<string, (value: unknown, into: Properties) => void>> = {
  extensionElements: (value, into) => extensions(value, '', into),
  eventDefinitions: (value, into) => {
    for (const [at, each] of listOf(value).entries()) event(each, at, into)
  },
  loopCharacteristics: loop,
  conditionExpression: (value, into) => expression('condition', value, into),
}

function one(name: string, value: unknown, isReferred: boolean, into: Properties): void {
  if (!isElement(value)) add(name, String(value), into)
  else if (isReferred) add(name, value.id ?? '', into)
  else nest(name, value, into)
}

const isReference = (key: string): boolean => /^(default|.*Refs?)$/.test(key)

function nest(name: string, element: ModdleElement, into: Properties): void {
  if (element.$type.endsWith('Expression')) {
    expression(name, element, into)
    return
  }
  if (element.id !== undefined) add(`${name}/id`, element.id, into)
  const said = saidBy(element)
  if (said.length === 0) add(name, element.$type, into)
  for (const [key, value] of said) flatten(key === 'extensionElements' ? key : `${name}/${key}`, value, into)
}

function expression(name: string, value: unknown, into: Properties): void {
  if (!isElement(value)) return
  for (const [key, said] of saidBy(value)) add(key === 'body' ? name : `${name}/${key}`, String(said).trim(), into)
}

function event(definition: unknown, at: number, into: Properties): void {
  if (!isElement(definition)) return
  const name = at === 0 ? 'event' : `event${at + 1}`
  add(name, definition.$type, into)
  if (definition.id !== undefined) add(`${name}:id`, definition.id, into)
  for (const [key, value] of saidBy(definition)) flatten(`${name}:${key}`, value, into)
}

function loop(value: unknown, into: Properties): void {
  if (!isElement(value)) return
  add('loop', value.$type, into)
  if (value.id !== undefined) add('loop:id', value.id, into)
  for (const [key, said] of saidBy(value))
    if (key === 'extensionElements') extensions(said, 'loop:', into)
    else flatten(`loop:${key}`, said, into)
}

function extensions(value: unknown, prefix: string, into: Properties): void {
  if (!isElement(value)) return
  for (const each of listOf(value.values)) {
    if (!isElement(each)) continue
    const lists = LISTED.filter(({ holder }) => holder === each.$type)
    for (const list of lists) pairs(each, list, into)
    if (lists.length === 0) extension(each, prefix, into)
  }
}

function extension(element: ModdleElement, prefix: string, into: Properties): void {
  const known = EXTENSIONS[element.$type]
  if (known === undefined) nest(freeKey(prefix + element.$type, into), element, into)
  else for (const [key, value] of saidBy(element)) flatten(`${known}:${key}`, value, into)
}

function pairs(element: ModdleElement, { family, list, name, value }: ListedKeys, into: Properties): void {
  for (const each of listOf(element[list]))
    if (isElement(each)) add(`${family}:${each[name] ?? ''}`, String(each[value] ?? ''), into)
}

const add = (key: string, value: string, into: Properties) => {
  into[freeKey(key, into)] = value
}

/** Which lane each node lies in: the innermost, as the last that names it. */
function lanesOf(definitions: ModdleElement): Map<string, string> {
  const lanes = new Map<string, string>()
  const visit = (element: ModdleElement) => {
    for (const node of listOf(element.flowNodeRef)) if (isElement(node)) lanes.set(node.id ?? '', element.id ?? '')
    for (const [key, value] of saidBy(element))
      if (PARTS.has(key)) for (const child of listOf(value)) if (isElement(child)) visit(child)
  }
  visit(definitions)
  return lanes
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value
