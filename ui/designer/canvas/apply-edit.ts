import {
  elementOf,
  elementsOf,
  eventDefinitionOf,
  extensionOf,
  type ModdleElement,
  textOf,
} from '../../../server/bpmn/moddle.ts'
import type { Edit } from '../edits.ts'
import { removeRoot, textEdits } from './apply-text-edit.ts'
import type { DraftModeler } from './draft-modeler.ts'
import type { Drawn } from './drawn.ts'
import { setExtension, setExtensionOf, setHeader } from './extensions.ts'

type Doing = { [Kind in Edit['kind']]: (modeler: DraftModeler, edit: Extract<Edit, { kind: Kind }>) => void }

const doing: Doing = {
  ...textEdits,
  'set-header': (modeler, { elementId, key, value }) => setHeader(modeler, elementId, key, value),
  'remove-header': (modeler, { elementId, key }) => setHeader(modeler, elementId, key, undefined),
  'set-default-flow': (modeler, { elementId, flowId }) =>
    modeler.service('modeling').updateProperties(at(modeler, elementId), { default: modeler.business(flowId) }),
  'remove-condition': (modeler, { elementId }) =>
    modeler.service('modeling').updateProperties(at(modeler, elementId), { conditionExpression: undefined }),
  'set-condition': (modeler, { elementId, expression }) => setCondition(modeler, at(modeler, elementId), expression),
  'set-correlation-key': (modeler, { elementId, expression }) => {
    const drawn = at(modeler, elementId)
    const message = messageOf(drawn.businessObject)
    if (message)
      setExtensionOf(modeler, { drawn, business: message }, 'zeebe:Subscription', { correlationKey: expression })
  },
  rename: (modeler, { elementId, name }) => rename(modeler, elementId, name),
  'move-to': (modeler, { elementId, x, y }) => {
    const element = at(modeler, elementId)
    modeler.service('modeling').moveElements([element], { x: x - element.x, y: y - element.y })
  },
  'set-form': (modeler, { elementId, formId }) =>
    setExtension(modeler, elementId, 'zeebe:FormDefinition', formId ? { formId } : undefined),
  'set-assignment': (modeler, { elementId, candidateGroups }) =>
    setExtension(modeler, elementId, 'zeebe:AssignmentDefinition', {
      ...kept(modeler, elementId),
      candidateGroups: candidateGroups || undefined,
    }),
  append: (modeler, { after, type, name, template, id, flowId }) => {
    const placed = append(modeler, at(modeler, after), { type, name, template })
    if (id !== undefined) nameAppended(modeler, placed, id, flowId ?? `${after}--${id}`)
  },
  connect: (modeler, { from, to, name, condition, id }) => {
    const flow = modeler.service('modeling').connect(at(modeler, from), at(modeler, to), { type: 'bpmn:SequenceFlow' })
    if (name) modeler.service('modeling').updateLabel(flow, name)
    if (condition) setCondition(modeler, flow, condition)
    giveId(modeler, flow, id ?? `${from}--${to}`)
  },
  remove: (modeler, { elementId }) => {
    const drawn = modeler.drawn(elementId)
    if (drawn) modeler.service('modeling').removeElements([drawn])
    else removeRoot(modeler, modeler.place(elementId).business)
  },
  'set-decision': (modeler, { elementId, decisionId }) => {
    const old = extensionOf(modeler.business(elementId), 'zeebe:CalledDecision')
    const [resultVariable, bindingType] = [textOf(old, 'resultVariable'), textOf(old, 'bindingType')]
    setExtension(modeler, elementId, 'zeebe:CalledDecision', { decisionId, resultVariable, bindingType })
  },
}

/** Does one edit with the commands of bpmn-js. @throws Error when the element is not in the diagram. */
export function applyEdit(modeler: DraftModeler, edit: Edit): void {
  const act = doing[edit.kind] as (modeler: DraftModeler, edit: Edit) => void
  act(modeler, edit)
}

function at(modeler: DraftModeler, elementId: string): Drawn {
  const element = modeler.drawn(elementId)
  if (!element) throw new Error(`Expected an element '${elementId}' in the diagram, found none`)
  return element
}

function rename(modeler: DraftModeler, elementId: string, name: string): void {
  const { drawn, business } = modeler.place(elementId)
  const modeling = modeler.service('modeling')
  if (business !== drawn.businessObject || !drawn.parent)
    modeling.updateModdleProperties(drawn, business, { name: name || undefined })
  else if (name === '') modeling.updateProperties(drawn, { name: undefined })
  else modeling.updateLabel(drawn, name)
}

function setCondition(modeler: DraftModeler, flow: Drawn, body: string): void {
  const conditionExpression = modeler.service('bpmnFactory').create('bpmn:FormalExpression', { body })
  modeler.service('modeling').updateProperties(flow, { conditionExpression })
}

/** The message an event or a receiving task waits for. */
const messageOf = (business: ModdleElement): ModdleElement | undefined =>
  elementOf(eventDefinitionOf(business) ?? business, 'messageRef')

function kept(modeler: DraftModeler, elementId: string): object {
  const old = extensionOf(modeler.business(elementId), 'zeebe:AssignmentDefinition')
  return { candidateUsers: textOf(old, 'candidateUsers'), assignee: textOf(old, 'assignee') }
}

/** Draws an element after another and joins them; on the border of it when that is where it belongs. */
export function append(
  modeler: DraftModeler,
  after: Drawn,
  what: { type: string; name?: string | undefined; template?: string | undefined },
): Drawn {
  const shape = newShape(modeler, what)
  const placed =
    what.type === 'bpmn:BoundaryEvent'
      ? attach(modeler, after, shape)
      : modeler.service('autoPlace').append(after, shape)
  // The name of what has none inside itself is a label of its own.
  if (what.name && !/Task|Activity|SubProcess/.test(what.type))
    modeler.service('modeling').updateLabel(placed, what.name)
  return placed
}

/** Gives what was appended the id it was asked for, and the flow that leads to it its own. */
function nameAppended(modeler: DraftModeler, placed: Drawn, id: string, flowId: string): void {
  const [flow] = elementsOf(placed.businessObject, 'incoming')
  modeler.service('modeling').updateProperties(placed, { id })
  const drawn = flow?.id === undefined ? undefined : modeler.drawn(flow.id)
  if (drawn) giveId(modeler, drawn, flowId)
}

/** Flows are called by their ends unless somebody called them, or another is called so already. */
function giveId(modeler: DraftModeler, flow: Drawn, id: string): void {
  if (!modeler.drawn(id)) modeler.service('modeling').updateProperties(flow, { id })
}

/** An element that is not on the canvas yet, from a template where one is named. */
export function newShape(
  modeler: DraftModeler,
  what: { type: string; name?: string | undefined; template?: string | undefined },
): Drawn {
  const shape = bareShape(modeler, what)
  if (what.type !== 'bpmn:Participant') callIt(shape, freeId(modeler, what))
  if (what.name) Object.assign(shape.businessObject, { name: what.name })
  return shape
}

/** `approval-1`, `exclusive-gateway-2`: forms, flows and rules are called after it, and people read them. */
function freeId(modeler: DraftModeler, { template, type }: { type: string; template?: string | undefined }): string {
  const kind = template?.replace(/^xunfa\./, '') ?? type.replace(/^bpmn:/, '').replace(/\B[A-Z]/g, '-$&')
  const word = kind.toLowerCase().replace(/-task$/, '')
  let number = 1
  while (modeler.known(`${word}-${number}`)) number += 1
  return `${word}-${number}`
}

/** Gives an element that is not drawn yet an id; its label and its shape in the file follow. */
function callIt(shape: Drawn, id: string): void {
  Object.assign(shape, { id })
  Object.assign(shape.businessObject, { id })
  if (shape.di) Object.assign(shape.di, { id: `${id}_di` })
}

function bareShape(modeler: DraftModeler, what: { type: string; template?: string | undefined }): Drawn {
  // Asked for without its version, none is found.
  const [template] = what.template ? modeler.service('elementTemplates').getLatest(what.template) : []
  if (template) return modeler.service('elementTemplates').createElement(template)
  if (what.type === 'bpmn:Participant') return modeler.service('elementFactory').createParticipantShape()
  return modeler.service('elementFactory').createShape({ type: what.type })
}

function attach(modeler: DraftModeler, host: Drawn, shape: Drawn): Drawn {
  const position = { x: host.x + host.width / 2, y: host.y + host.height }
  return modeler.service('modeling').createShape(shape, position, host, { attach: true })
}
