import { Parser, type ParserContext } from 'saxen'
import { type ElementType, type Slot, typeOf } from './schema.ts'
import { isValueOf, TYPE_NAMES } from './simple-types.ts'

const NAMESPACES = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
}

/** So many references to nothing are told; each costs a look at the file. */
const MOST_TOLD = 100

/** An element that is open while the file is read. */
interface Open {
  name: string
  id?: string
  /** Undefined in what BPMN says nothing about: extensions, documentation. */
  type?: ElementType
  /** Simple content: the text must be of that type. */
  simple?: string
  text: string
  /** Where in the order of its children it is. */
  slot: number
  count: number
  /** Whether something about its children was told already: one sentence is enough. */
  isTold: boolean
}

/**
 * What the BPMN 2.0 schema does not allow in a well-formed file (ENGINE D0): elements at the wrong place or in the wrong order, missing and unknown attributes,
 * values of the wrong type, ids that come twice, references to nothing. Each sentence names the line; none if all is right.
 */
export function checkSchema(xml: string): string[] {
  const reader = new SchemaReader()
  const parser = new Parser({ proxy: false }).ns(NAMESPACES)
  parser.on('openTag', (name, attributes, decode, _, contextOf) => {
    reader.arrive(contextOf)
    reader.open(local(name), attributes(), decode)
  })
  parser.on('closeTag', (_name, _decode, _isSelfClosing, contextOf) => {
    reader.arrive(contextOf)
    reader.close()
  })
  parser.on('text', (text, decode) => reader.text(decode(text)))
  parser.on('cdata', text => reader.text(text))
  // What is not well-formed is told by who reads the tree.
  parser.on('error', () => undefined)
  parser.on('warn', () => undefined)
  parser.parse(xml)
  return reader.finish(tagNumbers => linesOf(xml, tagNumbers))
}

/** The lines of some tags, counted from the first; to ask at every tag would read the file again each time. */
function linesOf(xml: string, tagNumbers: ReadonlySet<number>): ReadonlyMap<number, number> {
  const lines = new Map<number, number>()
  let tagNumber = 0
  const arrive = (contextOf: () => ParserContext) => {
    tagNumber += 1
    if (tagNumbers.has(tagNumber)) lines.set(tagNumber, contextOf().line + 1)
  }
  const parser = new Parser({ proxy: false }).ns(NAMESPACES)
  parser.on('openTag', (_name, _attributes, _decode, _isSelfClosing, contextOf) => arrive(contextOf))
  parser.on('closeTag', (_name, _decode, _isSelfClosing, contextOf) => arrive(contextOf))
  parser.on('error', () => undefined)
  parser.on('warn', () => undefined)
  parser.parse(xml)
  return lines
}

class SchemaReader {
  /** Number of the tag that is read. */
  private tagNumber = 0
  private contextOf: (() => ParserContext) | undefined
  private readonly problems: string[] = []
  private readonly way: Open[] = []
  private readonly ids = new Set<string>()
  private readonly references: [tagNumber: number, id: string][] = []

  arrive(contextOf: () => ParserContext): void {
    this.tagNumber += 1
    this.contextOf = contextOf
  }

  private get line(): number {
    return this.contextOf ? this.contextOf().line + 1 : 1
  }

  open(name: string, attributes: Record<string, string>, decode: (text: string) => string): void {
    const parent = this.way.at(-1)
    const typeName = this.typeNameOf(name, parent, attributes)
    const type = typeName === undefined ? undefined : typeOf(typeName)
    const open: Open = { name, text: '', slot: 0, count: 0, isTold: false }
    if (attributes.id) open.id = attributes.id
    // What has no place here is told once; what refers to it is right.
    if (attributes.id && typeName === undefined && parent?.type && !parent.type.isOpen) this.ids.add(attributes.id)
    if (type) open.type = type
    else if (typeName !== undefined) open.simple = typeName
    this.way.push(open)
    if (type && !type.isOpen) this.checkAttributes(open, type, attributes, decode)
  }

  close(): void {
    const open = this.way.pop()!
    if (open.simple) this.checkValue(`the text of ${open.name}`, open.simple, open.text.trim())
    if (!open.type || open.type.isOpen) return
    if (!open.type.isMixed && open.text.trim() !== '')
      this.tell(
        open,
        `found the text '${open.text.trim().slice(0, 40)}' in ${describe(open)}, where only elements may be`,
      )
    const missing = missingAt(open, open.type.slots)
    if (missing && !open.isTold)
      this.tell(open, `expected ${namesOf(missing)} in ${describe(open)}, but it ends before`)
  }

  text(text: string): void {
    const open = this.way.at(-1)
    if (open) open.text += text
  }

  finish(linesOf: (tagNumbers: ReadonlySet<number>) => ReadonlyMap<number, number>): string[] {
    const dangling = this.references.filter(([, id]) => !this.ids.has(id))
    if (dangling.length === 0) return this.problems
    const lines = linesOf(new Set(dangling.slice(0, MOST_TOLD).map(([tagNumber]) => tagNumber)))
    for (const [tagNumber, id] of dangling.slice(0, MOST_TOLD))
      this.problems.push(`line ${lines.get(tagNumber)}: expected an element with the id '${id}', but there is none`)
    return this.problems
  }

  /** What the parent says of it. Undefined where BPMN says nothing, or nothing more. */
  private typeNameOf(name: string, parent: Open | undefined, attributes: Record<string, string>): string | undefined {
    if (!parent) return this.rootType(name)
    if (!parent.type || parent.type.isOpen || (parent.type.isMixed && parent.type.slots.length === 0)) return undefined
    const typeName = this.place(name, parent)
    if (typeName !== 'expression') return typeName
    return attributes['xsi:type']?.endsWith('tFormalExpression') ? 'formalExpression' : 'expression'
  }

  private rootType(name: string): string | undefined {
    if (name === 'definitions') return name
    this.problems.push(`line ${this.line}: expected definitions of BPMN 2.0, but found ${name}`)
    return undefined
  }

  /** Takes the next place among its parent's children that is for it. */
  private place(name: string, parent: Open): string | undefined {
    const { slots } = parent.type!
    const from = slots[parent.slot]
    if (from?.types.has(name) && parent.count < from.max) {
      parent.count++
      return from.types.get(name)
    }
    const [next, blocking] = nextSlot(name, parent, slots)
    if (next === undefined || blocking) {
      this.misplaced(name, parent, blocking)
      return slots.find(slot => slot.types.has(name))?.types.get(name)
    }
    parent.slot = next
    parent.count = 1
    return slots[next]!.types.get(name)
  }

  private misplaced(name: string, parent: Open, blocking: Slot | undefined): void {
    const isKnown = parent.type!.slots.some(slot => slot.types.has(name))
    const why = isKnown
      ? `expected another order of what is in ${describe(parent)}, but found ${name} too late or too often`
      : `expected nothing of the name ${name} in ${describe(parent)}`
    this.tell(parent, blocking ? `expected ${namesOf(blocking)} before ${name} in ${describe(parent)}` : why)
  }

  private checkAttributes(
    open: Open,
    { attributes }: ElementType,
    given: Record<string, string>,
    decode: (text: string) => string,
  ): void {
    for (const [name, raw] of Object.entries(given)) {
      if (name.includes(':') || name === 'xmlns') continue
      const attribute = attributes.get(name)
      if (attribute) this.checkValue(`${name} of ${describe(open)}`, attribute.type, decode(raw).trim())
      else this.tell(open, `expected no attribute ${name} at ${describe(open)}`)
    }
    for (const [name, { isRequired }] of attributes)
      if (isRequired && given[name] === undefined) this.tell(open, `expected an attribute ${name} at ${describe(open)}`)
  }

  private checkValue(what: string, type: string, value: string): void {
    if (!isValueOf(type, value))
      this.problems.push(
        `line ${this.line}: expected ${what} to be ${TYPE_NAMES[type] ?? `one of ${type}`}, but found '${value}'`,
      )
    else if (type === 'idref') this.references.push([this.tagNumber, value])
    else if (type === 'id' && this.ids.has(value))
      this.problems.push(`line ${this.line}: expected every id once, but found '${value}' again`)
    else if (type === 'id') this.ids.add(value)
  }

  private tell(open: Open, sentence: string): void {
    open.isTold = true
    this.problems.push(`line ${this.line}: ${sentence}`)
  }
}

/** The slot further on that takes the name, and what should have come before it. */
function nextSlot(
  name: string,
  { slot, count }: Open,
  slots: Slot[],
): [index: number | undefined, blocking: Slot | undefined] {
  const unfilled = slots[slot] && count < slots[slot].min ? slots[slot] : undefined
  for (let index = slot + 1; index < slots.length; index++) {
    if (slots[index]!.types.has(name))
      return [index, unfilled ?? slots.slice(slot + 1, index).find(({ min }) => min > 0)]
  }
  return [undefined, undefined]
}

function missingAt({ slot, count }: Open, slots: Slot[]): Slot | undefined {
  return slots.slice(slot).find(({ min }, index) => (index === 0 ? count : 0) < min)
}

function namesOf({ types }: Slot): string {
  return [...types.keys()].join(' or ')
}

function describe({ name, id }: Open): string {
  return id === undefined ? name : `${name} '${id}'`
}

/** Names of BPMN itself have no prefix. */
function local(name: string): string {
  return name.startsWith('bpmn:') ? name.slice('bpmn:'.length) : name
}
