import { BpmnModdle } from 'bpmn-moddle'
import { Parser } from 'saxen'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import type { ModdleElement } from './moddle.ts'
import { checkSchema } from './schema/check-schema.ts'

type Warning = Awaited<ReturnType<BpmnModdle['fromXML']>>['warnings'][number]

/** An activity that is to be undone and is not there must not become "undo all". Of paths that lead nowhere Zeebe wants to know. */
const NEEDED = new Set(['bpmn:activityRef', 'bpmn:incoming', 'bpmn:outgoing'])

const DEEPEST = 200
/** A diagram of five hundred steps has some fifteen thousand, drawing included. */
const MOST_ELEMENTS = 100_000

/** The text is no BPMN 2.0: each problem says what was found and, where the parser knows it, the line. */
export class BpmnSyntaxError extends Error {
  override readonly name = 'BpmnSyntaxError'
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
  }
}

/**
 * Reads a diagram (BPMN 2.0 XML in the Zeebe dialect) into the tree the other readers of this room take.
 * @throws BpmnSyntaxError when the XML is broken, holds a document type, or is not what the schema of BPMN 2.0 allows (see checkSchema).
 */
export async function parseBpmn(xml: string): Promise<ModdleElement> {
  refuseDocumentType(xml)
  refuseSize(xml)
  const { rootElement, warnings } = await readXml(xml)
  const problems = checkSchema(xml)
  if (problems.length > 0) throw new BpmnSyntaxError(problems)
  const serious = warnings.filter(warning => !isHarmless(warning))
  if (serious.length > 0) throw new BpmnSyntaxError(serious.map(({ message }) => oneLine(message)))
  return rootElement as ModdleElement
}

async function readXml(xml: string) {
  try {
    return await new BpmnModdle({ zeebe }).fromXML(xml)
  } catch (error) {
    throw new BpmnSyntaxError([oneLine(error instanceof Error ? error.message : String(error))])
  }
}

/** References that the schema lets dangle: what needs them says so itself (validateDiagram), and flows are read from their ends. */
function isHarmless({ property }: Warning): boolean {
  return property !== undefined && !NEEDED.has(property)
}

/** Entities are the door to files and to memory bombs; a diagram needs none, so none is read. */
function refuseDocumentType(xml: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new BpmnSyntaxError(['Expected a diagram without document type, but found <!DOCTYPE or <!ENTITY>'])
}

/** Whoever reads the tree may call itself once a level, and holds all of it; no diagram that people draw comes near. */
function refuseSize(xml: string): void {
  let depth = 0
  let deepest = 0
  let count = 0
  const parser = new Parser({ proxy: false })
  parser.on('openTag', () => {
    depth += 1
    count += 1
    deepest = Math.max(deepest, depth)
  })
  parser.on('closeTag', () => {
    depth -= 1
  })
  // What is not well-formed is told by who reads the tree.
  parser.on('error', () => undefined)
  parser.on('warn', () => undefined)
  parser.parse(xml)
  if (deepest > DEEPEST)
    throw new BpmnSyntaxError([`Expected at most ${DEEPEST} elements inside each other, but found ${deepest}`])
  if (count > MOST_ELEMENTS)
    throw new BpmnSyntaxError([`Expected at most ${MOST_ELEMENTS} elements, but found ${count}`])
}

function oneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ', ').trim()
}
