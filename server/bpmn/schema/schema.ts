import { ELEMENT_TYPES, SUBSTITUTES } from './element-types.ts'

/** What the schema says of one type of element. */
export interface ElementType {
  /** Whether text may stand between its children. */
  isMixed: boolean
  /** Whether anything may be in it. */
  isOpen: boolean
  /** What may be in it, in this order. */
  slots: Slot[]
  attributes: Map<string, Attribute>
}

/** One or more children: any of these names, so many times. */
export interface Slot {
  /** The type of each name. */
  types: Map<string, string>
  min: number
  max: number
}

export interface Attribute {
  type: string
  isRequired: boolean
}

const LINES = new Map(
  ELEMENT_TYPES.trim()
    .split('\n')
    .map(line => [/^\S+/.exec(line)![0], line]),
)
const types = new Map<string, ElementType>()

/** The type of that name, or undefined if BPMN has none. */
export function typeOf(name: string): ElementType | undefined {
  const line = LINES.get(name)
  if (line && !types.has(name)) types.set(name, readType(line))
  return types.get(name)
}

function readType(line: string): ElementType {
  const [, base, content] = /^\S+(?: < (\S+))? :(.*)$/.exec(line) as unknown as [string, string | undefined, string]
  const words = content.split(' ').filter(word => word !== '')
  const inherited = base === undefined ? undefined : typeOf(base)
  const attributes = words.filter(word => word.startsWith('@')).map(readAttribute)
  const children = words.filter(word => !word.startsWith('@') && word !== 'mixed' && word !== 'any')
  return {
    isMixed: words.includes('mixed') || inherited?.isMixed === true,
    isOpen: words.includes('any'),
    slots: [...(inherited?.slots ?? []), ...children.map(readSlot)],
    attributes: new Map([...(inherited?.attributes ?? []), ...attributes]),
  }
}

function readSlot(word: string): Slot {
  const [, names, count] = /^(.*?)([?*+]?)$/.exec(word) as unknown as [string, string, string]
  return {
    types: new Map(names.split('|').flatMap(readName)),
    min: count === '' || count === '+' ? 1 : 0,
    max: count === '' || count === '?' ? 1 : Number.POSITIVE_INFINITY,
  }
}

/** `name`, `name:type` or `~group`; names with a prefix of the drawing have their own types. */
function readName(word: string): [name: string, type: string][] {
  if (word.startsWith('~')) return SUBSTITUTES[word.slice(1)]!.split(/\s+/).map(name => [name, name])
  const [name, type] = /^(bpmndi|di|dc):/.test(word) ? [word, word] : word.split(':')
  return [[name!, type ?? name!]]
}

function readAttribute(word: string): [name: string, attribute: Attribute] {
  const [name, type = 'text'] = word.slice(1).replace('!', '').split(':')
  return [name!, { type, isRequired: word.endsWith('!') }]
}
