import { parseBpmn, validateDiagram } from '../index.ts'

const definitions = (body: string, rest: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/>${body}</bpmn:process>${rest}</bpmn:definitions>`

/** Where something is wrong in a process, once for each thing: this is what reports are compared by. */
export const placesOf = async (body: string, rest = '') => {
  const problems = validateDiagram(await parseBpmn(definitions(body, rest)))
  return problems.map(({ element }) => element)
}

export const extended = (tag: string, id: string, extensions: string, attributes = '', inner = '') =>
  `<bpmn:${tag} id="${id}" ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inner}</bpmn:${tag}>`
export const job = '<zeebe:taskDefinition type="t"/>'
export const service = (id: string, more = '') => extended('serviceTask', id, job + more)
export const user = (extensions: string) => extended('userTask', 'u', `<zeebe:userTask/>${extensions}`)
export const event = (tag: string, id: string, definition: string, attributes = '') =>
  `<bpmn:${tag} id="${id}" ${attributes}>${definition}</bpmn:${tag}>`
export const boundary = (id: string, definition: string, attributes = '', host = 't') =>
  event('boundaryEvent', id, definition, `attachedToRef="${host}" ${attributes}`)
export const flow = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`
export const message = (id: string, name: string, key = '<zeebe:subscription correlationKey="=k"/>') =>
  extended('message', id, key, name && `name="${name}"`)
export const sub = (id: string, start: string, attributes = '', rest = '') =>
  `<bpmn:subProcess id="${id}" ${attributes}><bpmn:startEvent id="${id}s">${start}</bpmn:startEvent>${rest}</bpmn:subProcess>`
export const eventSub = (id: string, start: string, attributes = '') =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}s" ${attributes}>${start}</bpmn:startEvent></bpmn:subProcess>`
export const multi = (loop: string, inner = '') =>
  extended(
    'serviceTask',
    't',
    job,
    '',
    `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>${loop}</bpmn:extensionElements>${inner}</bpmn:multiInstanceLoopCharacteristics>`,
  )
export const ofMessage = (id: string) => `<bpmn:messageEventDefinition messageRef="${id}"/>`
export const ofSignal = (id: string) => `<bpmn:signalEventDefinition signalRef="${id}"/>`
export const ofTimer = (part: string, text: string) =>
  `<bpmn:timerEventDefinition><bpmn:${part}>${text}</bpmn:${part}></bpmn:timerEventDefinition>`
export const ERROR = '<bpmn:errorEventDefinition/>'
export const ESCALATION = '<bpmn:escalationEventDefinition/>'
