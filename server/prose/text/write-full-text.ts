import { calledIn, isBoundary, isNode, type Outline, OutlineIndex, type Part } from '../outline.ts'
import { FOREIGN_KIND, kindWord } from './kinds.ts'
import { bracketed, quoted } from './quoting.ts'
import { readingOrder } from './reading-order.ts'
import { sayProperties } from './say-property.ts'

/** One line of the full text. */
export interface TextLine {
  text: string
  depth: number
  /** The part it speaks of. */
  elementId: string
  /** A line that those who read for the matter may fold. */
  isTechnical: boolean
}

/** What stands first, and what is only looked up, at the end. */
const ORDER = ['bpmn:Process', 'bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation', 'bpmn:Collaboration']

const SAID_BY_EXITS = new Set(['name', 'sourceRef', 'targetRef', 'condition'])

/** The id of a flow that has the usual one need not be written. */
export const usualFlowId = (sourceId: string, targetId: string): string => `${sourceId}--${targetId}`

/** The whole outline as text by the grammar of this room (README.md): everything is in it, and `parseFullText` reads it back. */
export function writeFullText(outline: Outline): string {
  return `${fullTextLines(outline)
    .map(({ text, depth }) => '  '.repeat(depth) + text)
    .join('\n')}\n`
}

/** The same line by line, each with the part it speaks of. */
export function fullTextLines(outline: Outline): TextLine[] {
  const index = new OutlineIndex(outline)
  const file = outline.parts.filter(({ type }) => type === 'bpmn:Definitions')
  const roots = outline.parts.filter(part => part.scope === (file[0]?.id ?? '') && !file.includes(part))
  const rank = ({ type }: Part) => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length)
  const sorted = [...roots].sort((a, b) => rank(a) - rank(b))
  return [
    ...sorted.flatMap(part => block(index, part, 0, '')),
    ...file.flatMap(part => paragraph(part, 0, '', ['name'])),
  ]
}

function block(index: OutlineIndex, part: Part, depth: number, number: string): TextLine[] {
  const inner = index.within(part.id)
  const nodes = readingOrder(index, part.id)
  const others = inner.filter(each => !isNode(each))
  const below = number === '' ? '' : `${number}.`
  return [
    ...paragraph(part, depth, number, saidByPlace(index, part)),
    ...index.leaving(part.id).map(flow => exit(index, part, flow, depth + 1)),
    ...index.onBorder(part.id).flatMap(event => block(index, event, depth + 1, '')),
    ...others.flatMap(other => block(index, other, depth + 1, '')),
    ...nodes.flatMap((node, at) => block(index, node, depth + 1, `${below}${at + 1}`)),
  ]
}

/** The name stands in the head; a default is said by its exit, a host by standing below it. */
function saidByPlace(index: OutlineIndex, part: Part): string[] {
  const { id, properties } = part
  const isDefaultShown = index.leaving(id).some(flow => flow.id === properties.default)
  const isBelowHost = isBoundary(part) && index.onBorder(properties.attachedToRef ?? '').includes(part)
  return ['name', ...(isDefaultShown ? ['default'] : []), ...(isBelowHost ? ['attachedToRef'] : [])]
}

function paragraph(part: Part, depth: number, number: string, saidElsewhere: readonly string[]): TextLine[] {
  const { id, type, properties } = part
  const head = `${number && `${number}. `}${kindWord(type) ?? FOREIGN_KIND + quoted(type)}${nameOf(part)}${bracketed(id)}`
  const said = sayProperties(Object.entries(properties).filter(([key]) => !saidElsewhere.includes(key)))
  const plain = said.filter(({ isTechnical }) => !isTechnical)
  const technical = said.filter(({ isTechnical }) => isTechnical)
  const line = {
    depth,
    elementId: id,
    isTechnical: false,
    text: `${[head, ...plain.map(({ text }) => text)].join('。')}。`,
  }
  if (technical.length === 0) return [line]
  return [
    line,
    {
      ...line,
      depth: depth + 1,
      isTechnical: true,
      text: `技术：${technical.map(({ text }) => `${text}。`).join('')}`,
    },
  ]
}

function exit(index: OutlineIndex, from: Part, flow: Part, depth: number): TextLine {
  const { name, targetRef = '', condition } = flow.properties
  const target = index.byId.get(targetRef)
  const parts = [
    name === undefined ? '' : `${quoted(name)}的，`,
    from.properties.default === flow.id ? '缺省到' : '到',
    target?.properties.name === undefined ? '' : quoted(calledIn(target)),
    bracketed(targetRef),
    condition === undefined ? '' : `，条件${quoted(condition)}`,
    flow.id === usualFlowId(from.id, targetRef) ? '' : `，记为${bracketed(flow.id)}`,
  ]
  const rest = Object.entries(flow.properties).filter(([key]) => !SAID_BY_EXITS.has(key))
  const more = sayProperties(rest).map(({ text }) => `${text}。`)
  return { depth, elementId: flow.id, isTechnical: false, text: `${parts.join('')}。${more.join('')}` }
}

const nameOf = ({ properties }: Part): string => (properties.name === undefined ? '' : quoted(properties.name))
