import type { ModdleElement } from '../bpmn/index.ts'
import { EXTENSIONS, freeKey, LISTED, type ListedKeys } from './property-keys.ts'

/** How elements of a diagram are changed: at once in a tree that is nobody's, by commands that can be undone on a canvas. */
export interface PropertyWriter {
  create(type: string, attributes?: Record<string, unknown>): ModdleElement
  /** Gives an element these properties; `undefined` takes one away. */
  set(element: ModdleElement, properties: Readonly<Record<string, unknown>>): void
  /** The element with an id that another refers to. */
  find(id: string): ModdleElement | undefined
}

/**
 * Gives a part the value of a property under its key in the outline: the way back of `readOutline`. Without value it is
 * taken away. In which lane a part lies is no property of its own, and is not written.
 */
export function writeProperty(
  element: ModdleElement,
  key: string,
  value: string | undefined,
  writer: PropertyWriter,
): void {
  const [, number, ofEvent] = /^event(\d*)(?::(.+))?$/s.exec(key) ?? []
  const [isLoop, ofLoop] = /^loop(?::(.+))?$/s.exec(key) ?? []
  const [, family = '', name = ''] = /^(\w+):(.+)$/s.exec(key) ?? []
  const listed = LISTED.find(each => each.family === family)
  const type = TYPES.get(family)
  if (number !== undefined) writeEvent(element, Number(number || 1) - 1, ofEvent, value, writer)
  else if (isLoop !== undefined) writeLoop(element, ofLoop, value, writer)
  else if (/^condition(\/|$)/.test(key))
    writePath(element, key.replace('condition', 'conditionExpression'), value, writer)
  else if (listed) writeListed(element, listed, name, value, writer)
  else if (type) writeExtension(element, type, name, value, writer)
  else if (/^\w+:[A-Z]/.test(key)) writeForeign(element, key, value, writer)
  else writePath(element, key, value, writer)
}

/** Gives a part all its members of a list (`input`, `output` …) at once, in this order. */
export function writeList(
  element: ModdleElement,
  family: string,
  entries: readonly (readonly [name: string, value: string])[],
  writer: PropertyWriter,
): void {
  const listed = LISTED.find(each => each.family === family)
  if (!listed) throw new Error(`Expected one of ${LISTED.map(each => each.family).join(', ')}, found '${family}'`)
  const { holder, list, item, name, value } = listed
  const names = entries.map(([called]) => called)
  const made = entries.map(([called, is], at) =>
    writer.create(item, { [name]: plainName(called, names.slice(0, at)), [value]: is }),
  )
  const [old] = extensionsIn(element, holder)
  const isEmpty = made.length === 0 && !LISTED.some(each => each.list !== list && listIn(old, each.list).length > 0)
  if (isEmpty) {
    without(element, old, writer)
    return
  }
  const held = old ?? extended(element, holder, writer)
  for (const each of made) adopt(held, each)
  writer.set(held, { [list]: made.length === 0 ? undefined : made })
}

/** The second of a name is told apart by its number, which is none of the file's. */
function plainName(name: string, before: readonly string[]): string {
  const twice = /^(.*)#\d+$/s.exec(name)?.[1]
  return twice !== undefined && before.includes(twice) ? twice : name
}

const TYPES = new Map(Object.entries(EXTENSIONS).map(([type, family]) => [family, type]))

function writeListed(
  element: ModdleElement,
  { family, holder, list, name, value }: ListedKeys,
  called: string,
  is: string | undefined,
  writer: PropertyWriter,
): void {
  const entries: Record<string, string> = {}
  const keyOf = (of: unknown) => `${family}:${of ?? ''}`
  for (const each of listIn(extensionsIn(element, holder)[0], list))
    entries[freeKey(keyOf(each[name]), entries)] = String(each[value] ?? '')
  if (is === undefined) delete entries[keyOf(called)]
  else entries[keyOf(called)] = is
  const named = Object.entries(entries).map(([key, said]) => [key.slice(family.length + 1), said] as const)
  writeList(element, family, named, writer)
}

function writeExtension(
  element: ModdleElement,
  type: string,
  path: string,
  value: string | undefined,
  writer: PropertyWriter,
): void {
  const [old] = extensionsIn(element, type)
  if (!old && value === undefined) return
  const held = old ?? extended(element, type, writer)
  writePath(held, path, value, writer)
  if (saysNothing(held)) without(element, held, writer)
}

/** Extension elements that have no short name: `zeebe:UserTask`, `zeebe:VersionTag/value`. */
function writeForeign(element: ModdleElement, key: string, value: string | undefined, writer: PropertyWriter): void {
  const [head = '', ...path] = key.split('/')
  const [, type = '', number = '1'] = /^(.*?)(?:#(\d+))?$/s.exec(head) ?? []
  const old = extensionsIn(element, type)[Number(number) - 1]
  if (path.length === 0) {
    if (value === undefined) without(element, old, writer)
    else if (!old) extended(element, type, writer)
    return
  }
  if (!old && value === undefined) return
  const held = old ?? extended(element, type, writer)
  writePath(held, path.join('/'), value, writer)
  if (saysNothing(held)) without(element, held, writer)
}

function writeEvent(
  element: ModdleElement,
  at: number,
  path: string | undefined,
  value: string | undefined,
  writer: PropertyWriter,
): void {
  const definitions = listIn(element, 'eventDefinitions')
  const old = definitions[at]
  if (path !== undefined) {
    // What an event of another kind said went with it.
    if (old && (value !== undefined || path.split('/')[0]! in old)) writePath(old, path, value, writer)
    return
  }
  if (old?.$type === value) return
  const made =
    value === undefined ? [] : [adopt(element, writer.create(value, old?.id === undefined ? {} : { id: old.id }))]
  const all = [...definitions.slice(0, at), ...made, ...definitions.slice(at + 1)]
  writer.set(element, { eventDefinitions: all.length === 0 ? undefined : all })
}

const OF_ITEMS = new Set(['inputCollection', 'inputElement', 'outputCollection', 'outputElement'])

function writeLoop(
  element: ModdleElement,
  path: string | undefined,
  value: string | undefined,
  writer: PropertyWriter,
): void {
  const old = element.loopCharacteristics as ModdleElement | undefined
  if (path === undefined) {
    if (old?.$type === value) return
    const loopCharacteristics = value === undefined ? undefined : adopt(element, writer.create(value))
    writer.set(element, { loopCharacteristics })
  } else if (old && OF_ITEMS.has(path)) writeExtension(old, 'zeebe:LoopCharacteristics', path, value, writer)
  else if (old) writePath(old, path, value, writer)
}

/** What the schema says of a property of an element. */
interface Described {
  type: string
  isMany?: boolean
  isReference?: boolean
}

function describedIn(element: ModdleElement, name: string): Described | undefined {
  const { propertiesByName } = element.$descriptor as { propertiesByName: Record<string, Described | undefined> }
  return propertiesByName[name]
}

/** `name`, `documentation/text`, `documentation[1]/text`, `timeDuration` … */
function writePath(element: ModdleElement, path: string, value: string | undefined, writer: PropertyWriter): void {
  const [head = '', ...rest] = path.split('/')
  const [, name = head, at = '0'] = /^(.+)\[(\d+)\]$/s.exec(head) ?? []
  const described = describedIn(element, name)
  if (!described) writer.set(element, { [name]: value })
  else if (rest.length > 0) writeInside(element, { ...described, name, at: Number(at) }, rest.join('/'), value, writer)
  else if (described.isReference) refer(element, name, value, writer)
  else if (described.type.endsWith('Expression')) writeExpression(element, name, value, writer)
  else writer.set(element, { [name]: value === undefined ? undefined : (COERCED[described.type]?.(value) ?? value) })
}

const COERCED: Readonly<Record<string, (value: string) => unknown>> = {
  Boolean: value => value === 'true',
  Integer: Number,
  Real: Number,
}

function refer(element: ModdleElement, name: string, id: string | undefined, writer: PropertyWriter): void {
  const referred = id === undefined ? undefined : writer.find(id)
  if (id === undefined || referred) writer.set(element, { [name]: referred })
}

function writeExpression(element: ModdleElement, name: string, body: string | undefined, writer: PropertyWriter): void {
  const old = element[name] as ModdleElement | undefined
  if (old && body !== undefined) writer.set(old, { body })
  else
    writer.set(element, {
      [name]: body === undefined ? undefined : adopt(element, writer.create('bpmn:FormalExpression', { body })),
    })
}

function writeInside(
  element: ModdleElement,
  { name, at, type, isMany }: Described & { name: string; at: number },
  path: string,
  value: string | undefined,
  writer: PropertyWriter,
): void {
  const all = isMany ? listIn(element, name) : listOf(element[name])
  const old = all[at]
  if (!old && value === undefined) return
  const child = old ?? adopt(element, writer.create(type))
  writePath(child, path, value, writer)
  const kept = saysNothing(child) ? all.filter(each => each !== child) : old ? all : [...all, child]
  if (kept.length !== all.length) writer.set(element, { [name]: isMany && kept.length > 0 ? kept : kept[0] })
}

/** Whether nothing is left of an element but its type. */
const saysNothing = (element: ModdleElement): boolean =>
  !Object.keys(element).some(key => !key.startsWith('$') && element[key] !== undefined)

const extensionsIn = (element: ModdleElement, type: string): ModdleElement[] =>
  listIn(element.extensionElements as ModdleElement | undefined, 'values').filter(({ $type }) => $type === type)

/** A new extension element in its place. */
function extended(element: ModdleElement, type: string, writer: PropertyWriter): ModdleElement {
  const made = writer.create(type)
  const old = element.extensionElements as ModdleElement | undefined
  const held = old ?? adopt(element, writer.create('bpmn:ExtensionElements', { values: [] }))
  adopt(held, made)
  if (old) writer.set(old, { values: [...listIn(old, 'values'), made] })
  else {
    writer.set(held, { values: [made] })
    writer.set(element, { extensionElements: held })
  }
  return made
}

/** An element without one of its extension elements. */
function without(element: ModdleElement, gone: ModdleElement | undefined, writer: PropertyWriter): void {
  const held = element.extensionElements as ModdleElement | undefined
  if (!held || !gone) return
  const values = listIn(held, 'values').filter(each => each !== gone)
  if (values.length > 0) writer.set(held, { values })
  else writer.set(element, { extensionElements: undefined })
}

function adopt(parent: ModdleElement, child: ModdleElement): ModdleElement {
  Object.assign(child, { $parent: parent })
  return child
}

const listOf = (value: unknown): ModdleElement[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as ModdleElement[]
const listIn = (element: ModdleElement | undefined, name: string): ModdleElement[] => listOf(element?.[name])
