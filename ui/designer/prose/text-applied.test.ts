import { readFileSync } from 'node:fs'
import { BpmnModdle } from 'bpmn-moddle'
import { array, assert, asyncProperty, constantFrom, nat, oneof, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { type ModdleElement, parseBpmn } from '../../../server/bpmn/index.ts'
import {
  elementIn,
  type Outline,
  type Part,
  type PropertyWriter,
  parseFullText,
  readOutline,
  writeFullText,
  writeList,
  writeProperty,
} from '../../../server/prose/index.ts'
import type { Edit } from '../edits.ts'
import { editsBetween } from './text-edits.ts'

const moddle = new BpmnModdle({ zeebe })

/** A diagram that is only a tree: what the edits of a text write is written there, as on the canvas, but not drawn. */
class Tree {
  constructor(private readonly file: ModdleElement) {}

  async outline(): Promise<Outline> {
    const { xml } = await moddle.toXML(this.file as never)
    return readOutline(xml)
  }

  write(elementId: string, key: string, value: string | undefined): void {
    writeProperty(this.at(elementId), key, value, this.writer)
  }

  apply(edit: Edit): void {
    if (edit.kind === 'set-property') this.write(edit.elementId, edit.key, edit.value)
    else if (edit.kind === 'rename') this.write(edit.elementId, 'name', edit.name || undefined)
    else if (edit.kind === 'set-default-flow') this.write(edit.elementId, 'default', edit.flowId)
    else if (edit.kind === 'set-list') writeList(this.at(edit.elementId), edit.family, edit.entries, this.writer)
    else throw new Error(`Expected an edit of what a part says, found ${edit.kind}`)
  }

  private at(id: string): ModdleElement {
    const element = elementIn(this.file, id)
    if (!element) throw new Error(`Expected an element ${id}`)
    return element
  }

  private readonly writer: PropertyWriter = {
    create: (type, attributes) => moddle.create(type, attributes) as ModdleElement,
    set: (element, properties) => {
      for (const [name, value] of Object.entries(properties))
        (element as ModdleElement & { set(name: string, value: unknown): void }).set(name, value)
    },
    find: id => elementIn(this.file, id),
  }
}

const ANYWHERE = ['name', 'documentation/text', 'header:limit', 'header:any', 'property:any', 'input:a', 'output:b']
const KEYS: Readonly<Record<string, readonly string[]>> = {
  userTask: ['assignment:candidateGroups', 'form:formId', 'schedule:dueDate', 'priority:priority', 'zeebe:UserTask'],
  serviceTask: ['job:type', 'job:retries', 'loop:inputCollection', 'loop:completionCondition', 'loop:isSequential'],
  scriptTask: ['script:expression', 'script:resultVariable'],
  businessRuleTask: ['decision:decisionId', 'decision:resultVariable'],
  callActivity: ['call:processId', 'call:propagateAllChildVariables'],
  receiveTask: ['messageRef'],
  intermediateCatchEvent: ['event:timeDuration'],
  exclusiveGateway: ['default'],
}
const TYPES = Object.keys(KEYS)

/** A value that a key can have, made of a random text. */
function saidAs(key: string, text: string): string {
  if (key === 'zeebe:UserTask') return key
  if (/isSequential|propagate/.test(key)) return text.length % 2 === 0 ? 'true' : 'false'
  if (key === 'messageRef') return text.length % 2 === 0 ? 'm1' : 'm2'
  if (key === 'default') return text.length % 2 === 0 ? 'f0' : 'f0b'
  // Files keep no blank around an expression, and no name that is empty.
  return text.trim() || 'x'
}

interface Random {
  nodes: { type: string; said: { key: number; text: string }[] }[]
  conditions: string[]
}

/** Random steps one behind the other, each with two ways on, and what is said of them. */
async function drawn({ nodes, conditions }: Random): Promise<Tree> {
  const steps = nodes.map(({ type }, at) => `<bpmn:${type} id="n${at}" />`)
  const flows = nodes.flatMap((_, at) =>
    ['', 'b'].map(
      way => `<bpmn:sequenceFlow id="f${at}${way}" sourceRef="n${at}" targetRef="n${(at + 1) % nodes.length}" />`,
    ),
  )
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="file" targetNamespace="t"><bpmn:process id="p">${steps.join('')}${flows.join('')}</bpmn:process><bpmn:message id="m1" name="甲" /><bpmn:message id="m2" name="乙" /></bpmn:definitions>`
  const tree = new Tree(await parseBpmn(xml))
  for (const [at, condition] of conditions.entries())
    if (at < nodes.length) tree.write(`f${at}`, 'condition', saidAs('condition', condition))
  for (const [at, { type, said }] of nodes.entries()) {
    if (type === 'serviceTask') tree.write(`n${at}`, 'loop', 'bpmn:MultiInstanceLoopCharacteristics')
    if (type === 'intermediateCatchEvent') tree.write(`n${at}`, 'event', 'bpmn:TimerEventDefinition')
    for (const { key, text } of said) {
      const name = keyAt(type, key)
      if (name !== 'default' || at === 0) tree.write(`n${at}`, name, saidAs(name, text))
    }
  }
  return tree
}

function keyAt(type: string, number: number): string {
  const keys = [...(KEYS[type] ?? []), ...ANYWHERE]
  return keys[number % keys.length] as string
}

/** What was said of one part, otherwise: given, changed or taken away. */
function changed({ parts }: Outline, { part, key, text }: RandomEdit): { outline: Outline; key: string; id: string } {
  const some = parts.filter(({ id, type }) => /^(n|f)\d/.test(id) && type !== 'bpmn:Definitions')
  const one = some[part % some.length] as Part
  const own = one.type === 'bpmn:SequenceFlow' ? ['name', 'condition'] : undefined
  const type = one.type.replace('bpmn:', '')
  const name = own?.[key % 2] ?? keyAt(type.charAt(0).toLowerCase() + type.slice(1), key)
  const usable = name === 'default' && one.id !== 'n0' ? 'name' : name
  const { [usable]: old, ...rest } = one.properties
  const value = saidAs(usable, text)
  const properties =
    old === value || (old !== undefined && text.length % 5 === 0) ? rest : { ...one.properties, [usable]: value }
  return {
    outline: { parts: parts.map(each => (each === one ? { ...one, properties } : each)) },
    key: usable,
    id: one.id,
  }
}

interface RandomEdit {
  part: number
  key: number
  text: string
}

const byId = ({ parts }: Outline) =>
  Object.fromEntries(parts.map(({ properties, ...part }) => [part.id, { ...part, properties: written(properties) }]))

/** What BPMN takes for granted is not written. */
const GRANTED = [
  'cancelActivity=true',
  'isInterrupting=true',
  'triggeredByEvent=false',
  'loop:isSequential=false',
  'call:propagateAllParentVariables=true',
]
const written = (properties: Part['properties']) =>
  Object.fromEntries(Object.entries(properties).filter(([key, value]) => !GRANTED.includes(`${key}=${value}`)))

function readBack(text: string): Outline {
  const parsed = parseFullText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
  return parsed.outline
}

const text = oneof(string({ maxLength: 12 }), constantFrom('=a > 1', '“甲”。', '〔x〕，条件“y”', '技术：\\'))

test('of any diagram one property changed in the text is changed in the diagram, and nothing else', async () => {
  const diagram = record({
    nodes: array(
      record({ type: constantFrom(...TYPES), said: array(record({ key: nat(20), text }), { maxLength: 6 }) }),
      { minLength: 2, maxLength: 6 },
    ),
    conditions: array(text, { maxLength: 4 }),
  })
  await assert(
    asyncProperty(diagram, record({ part: nat(20), key: nat(20), text }), async (random: Random, edit: RandomEdit) => {
      const tree = await drawn(random)
      const was = await tree.outline()
      const wanted = changed(was, edit)
      const { edits, beyond } = editsBetween(was, readBack(writeFullText(wanted.outline)))
      expect(beyond).toEqual([])
      expect(edits.length).toBeLessThanOrEqual(1)
      for (const each of edits) tree.apply(each)
      expect(byId(await tree.outline())).toEqual(byId(wanted.outline))
    }),
    { numRuns: 40 },
  )
})

const SHIPPED = ['legal-review', 'case-transfer', 'whistle-dispatch']

test.each(SHIPPED)('every property of %s can be changed in its text', async name => {
  const xml = readFileSync(`workflows/${name}/${name}.bpmn`, 'utf8')
  const tree = new Tree(await parseBpmn(xml))
  const was = await tree.outline()
  const parts = was.parts.map(part => ({ ...part, properties: otherwise(part) }))
  const { edits, beyond } = editsBetween(was, readBack(writeFullText({ parts })))
  expect(beyond).toEqual([])
  for (const each of edits) tree.apply(each)
  expect(byId(await tree.outline())).toEqual(byId({ parts }))
})

/** Where a part lies and leads, what it refers to and what it is, is changed on the canvas. */
const DRAWN =
  /^(lane|sourceRef|targetRef|attachedToRef|default|processRef|event|loop|event:id|targetNamespace|.*[rR]ef)$/

const otherwise = ({ properties }: Part): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      if (DRAWN.test(key) || key === value) return [key, value]
      return [key, { true: 'false', false: 'true' }[value] ?? `${value} 改`]
    }),
  )
