import { DmnModdle } from 'dmn-moddle'
import type { Decision, DecisionModel, KnowledgeModel } from './decision-model.ts'
import { type DmnElement, elementOf, elementsOf, textOf } from './dmn-element.ts'
import { InvalidDecisions } from './invalid-decisions.ts'
import { readBoxedExpression } from './logic/boxed-expressions.ts'
import { Reader, readParameters } from './reader.ts'
import { reportRequirements } from './requirements.ts'

/**
 * Reads a .dmn file (DMN 1.3 XML) into a model that can be evaluated any number of times.
 * @throws InvalidDecisions with every problem found: broken XML, expressions that are no FEEL, requirements that lead nowhere or round in a circle.
 */
export async function parseDecisions(xml: string): Promise<DecisionModel> {
  const definitions = await readXml(xml)
  const reader = new Reader(readBoxedExpression)
  const elements = elementsOf(definitions, 'drgElement')
  const decisions = elements
    .filter(({ $type }) => $type === 'dmn:Decision')
    .map(decision => readDecision(decision, reader))
  const knowledge = elements
    .filter(({ $type }) => $type === 'dmn:BusinessKnowledgeModel')
    .map(model => readKnowledge(model, reader))
  const model: DecisionModel = {
    id: definitions.id ?? '',
    name: textOf(definitions, 'name') ?? definitions.id ?? '',
    decisions: new Map(decisions.map(decision => [decision.id, decision])),
    knowledge: new Map(knowledge.map(bkm => [bkm.id, bkm])),
  }
  reportRequirements(model, reader)
  if (reader.problems.length > 0) throw new InvalidDecisions(reader.problems)
  return model
}

async function readXml(xml: string): Promise<DmnElement> {
  // Entities are the door to files and to memory bombs; a table needs none.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    refuse(['Expected a file without document type, but found <!DOCTYPE or <!ENTITY>'])
  const { rootElement, warnings } = await fromXml(xml)
  if (warnings.length > 0) refuse(warnings.map(({ message }) => message))
  return rootElement as DmnElement
}

async function fromXml(xml: string) {
  try {
    return await new DmnModdle().fromXML(xml)
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error)])
  }
}

function refuse(messages: string[]): never {
  throw new InvalidDecisions(
    messages.map(message => ({ elementId: 'definitions', message: message.replace(/\s*\n\s*/g, ', ') })),
  )
}

function readDecision(element: DmnElement, reader: Reader): Decision {
  const id = element.id ?? ''
  if (id === '') reader.report(element, 'Expected an id, but found none')
  const variable = elementOf(element, 'variable')
  const variableName = textOf(variable, 'name')
  const resultType = textOf(variable, 'typeRef')
  const versionTag = versionTagOf(element)
  return {
    id,
    name: textOf(element, 'name') ?? id,
    ...(versionTag === undefined ? {} : { versionTag }),
    resultName: variableName ?? id,
    ...(resultType === undefined ? {} : { resultType }),
    requiredDecisions: reader.references(elementsOf(element, 'informationRequirement'), 'requiredDecision'),
    requiredKnowledge: reader.references(elementsOf(element, 'knowledgeRequirement'), 'requiredKnowledge'),
    logic: reader.logic(element, elementOf(element, 'decisionLogic')),
  }
}

/** `zeebe:versionTag` among the extension elements. */
function versionTagOf(element: DmnElement): string | undefined {
  const extensions = elementsOf(elementOf(element, 'extensionElements'), 'values')
  return textOf(
    extensions.find(({ $type }) => $type === 'zeebe:versionTag'),
    'value',
  )
}

function readKnowledge(element: DmnElement, reader: Reader): KnowledgeModel {
  const id = element.id ?? ''
  const logic = elementOf(element, 'encapsulatedLogic')
  return {
    id,
    name: textOf(element, 'name') ?? id,
    parameters: logic ? readParameters(logic, reader) : [],
    requiredKnowledge: reader.references(elementsOf(element, 'knowledgeRequirement'), 'requiredKnowledge'),
    logic: reader.logic(element, elementOf(logic, 'body')),
  }
}
