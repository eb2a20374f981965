import { isNode, type Outline, type Part } from '../outline.ts'
import { type Exit, readExit } from './read-exit.ts'
import { isHead, readHead } from './read-head.ts'
import { readProperty } from './say-property.ts'
import { faultAt, TextError, type TextFault } from './text-fault.ts'
import { type Line, linesOf, type Sentence } from './text-lines.ts'
import { usualFlowId } from './write-full-text.ts'

/** What a text says, or where it stops saying anything. */
export type ParsedText = { ok: true; outline: Outline } | { ok: false; fault: TextFault }

/** Reads a full text (README.md) back into the outline it tells. */
export function parseFullText(text: string): ParsedText {
  try {
    return { ok: true, outline: new TextReader().read(linesOf(text)) }
  } catch (error) {
    if (error instanceof TextError) return { ok: false, fault: error.fault }
    throw error
  }
}

interface Draft extends Part {
  properties: Record<string, string>
}

/** An exit that waits until all parts are known. */
interface Pending {
  from: Draft
  flow: Draft
  exit: Exit
  sentence: Sentence
}

class TextReader {
  private readonly parts: Draft[] = []
  private readonly byId = new Map<string, Draft>()
  /** The part of each depth that the next line may belong to. */
  private readonly open: Draft[] = []
  private readonly pending: Pending[] = []

  read(lines: readonly Line[]): Outline {
    for (const line of lines) this.readLine(line)
    const file = this.parts.find(({ type }) => type === 'bpmn:Definitions')
    for (const part of this.parts) if (part.scope === '' && part !== file && file) part.scope = file.id
    for (const each of this.pending) this.resolve(each)
    return { parts: this.parts }
  }

  private readLine(line: Line): void {
    const [first, ...others] = line.sentences
    if (line.depth > this.open.length)
      throw faultAt(first, `至多缩进 ${this.open.length} 层`, `at most ${this.open.length} levels`, first.text)
    const owner = this.open[line.depth - 1]
    const exit = line.isTechnical ? undefined : readExit(first)
    if (exit) this.readExit(this.owned(owner, first), exit, first, others)
    else if (!line.isTechnical && isHead(first)) this.readPart(owner, line.depth, first, others)
    else this.readSentences(this.owned(owner, first), line.sentences)
  }

  /** What speaks of a part stands below it. */
  private owned(owner: Draft | undefined, sentence: Sentence): Draft {
    if (owner) return owner
    throw faultAt(sentence, '程序、环节等的开头', 'the head of a procedure, a step …', sentence.text)
  }

  private readPart(owner: Draft | undefined, depth: number, head: Sentence, others: readonly Sentence[]): void {
    const { type, name, id } = readHead(head)
    // An event stands below the task on whose border it sits.
    const host = type === 'bpmn:BoundaryEvent' && owner && isNode(owner) ? owner : undefined
    const part = this.add(head, {
      id: id ?? this.freeId(type),
      type,
      scope: host?.scope ?? owner?.id ?? '',
      properties: { ...(name !== undefined && { name }), ...(host && { attachedToRef: host.id }) },
    })
    this.open.splice(depth, this.open.length, part)
    this.readSentences(part, others)
  }

  private readSentences(part: Draft, sentences: readonly Sentence[]): void {
    for (const sentence of sentences) {
      const said = readProperty(sentence.text)
      if (!said) throw faultAt(sentence, '语法里的一句话', 'a sentence of the grammar', sentence.text)
      if (said.key in part.properties) throw faultAt(sentence, '一件事只说一次', 'each thing said once', sentence.text)
      part.properties[said.key] = said.value
    }
  }

  private readExit(from: Draft, exit: Exit, sentence: Sentence, others: readonly Sentence[]): void {
    const { name, condition } = exit
    const properties = { ...(name !== undefined && { name }), ...(condition !== undefined && { condition }) }
    const flow: Draft = { id: '', type: 'bpmn:SequenceFlow', scope: from.scope, properties }
    this.readSentences(flow, others)
    this.pending.push({ from, flow, exit, sentence })
  }

  private resolve({ from, flow, exit, sentence }: Pending): void {
    const target = exit.targetId ?? this.named(exit.targetName ?? '', from, sentence)
    if (!this.byId.has(target))
      throw faultAt(
        sentence,
        `图里有的标识，没有〔${target}〕`,
        `an id of the diagram, not 〔${target}〕`,
        sentence.text,
      )
    const usual = usualFlowId(from.id, target)
    flow.id = exit.flowId ?? (this.byId.has(usual) ? this.freeId(flow.type) : usual)
    flow.scope = from.scope
    this.add(sentence, { ...flow, properties: { ...flow.properties, sourceRef: from.id, targetRef: target } })
    if (exit.isDefault) from.properties.default = flow.id
  }

  /** Who is only named must be the only one of that name in the same scope. */
  private named(name: string, { scope }: Draft, sentence: Sentence): string {
    const found = this.parts.filter(part => part.scope === scope && part.properties.name === name)
    const [only] = found
    if (only && found.length === 1) return only.id
    const [zh, en] =
      found.length === 0
        ? ['本层里的名称', 'a name of this level']
        : ['写明标识：名称有重复', 'an id: the name is not the only one']
    throw faultAt(sentence, zh, en, sentence.text)
  }

  private add(sentence: Sentence, part: Draft): Draft {
    if (this.byId.has(part.id))
      throw faultAt(
        sentence,
        `还没有用过的标识，〔${part.id}〕已有`,
        `an id not used before: 〔${part.id}〕`,
        sentence.text,
      )
    this.byId.set(part.id, part)
    this.parts.push(part)
    return part
  }

  /** An id for a part that was written without one. */
  private freeId(type: string): string {
    const stem = (type.split(':')[1] ?? type).replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
    let number = 1
    while (this.byId.has(`${stem}-${number}`)) number += 1
    return `${stem}-${number}`
  }
}
