import { elementsOf, type ModdleElement } from '../../../server/bpmn/moddle.ts'
import { type PropertyWriter, writeList, writeProperty } from '../../../server/prose/write-property.ts'
import type { TextEdit } from '../edits.ts'
import type { DraftModeler } from './draft-modeler.ts'
import type { Drawn } from './drawn.ts'
import { freePlace } from './free-place.ts'

type Doing = { [Kind in TextEdit['kind']]: (modeler: DraftModeler, edit: Extract<TextEdit, { kind: Kind }>) => void }

/** What only the full text changes, as commands of bpmn-js. */
export const textEdits: Doing = {
  'set-property': (modeler, { elementId, key, value }) => {
    const { drawn, business } = modeler.place(elementId)
    writeProperty(business, key, value, writerOn(modeler, drawn))
  },
  'set-list': (modeler, { elementId, family, entries }) => {
    const { drawn, business } = modeler.place(elementId)
    writeList(business, family, entries, writerOn(modeler, drawn))
  },
  replace: (modeler, { elementId, type }) => {
    modeler.service('bpmnReplace').replaceElement(modeler.place(elementId).drawn, { type })
  },
  reconnect: (modeler, { elementId, from, to }) => {
    const flow = modeler.place(elementId).drawn
    const [source, target] = [modeler.place(from).drawn, modeler.place(to).drawn]
    modeler.service('modeling').reconnect(flow, source, target, middleOf(target))
    modeler.service('modeling').layoutConnection(flow)
  },
  place: (modeler, { within, type, id, name }) => {
    const parent = modeler.place(within).drawn
    const shape = modeler.service('elementFactory').createShape({ type })
    const made = modeler.service('modeling').createShape(shape, freePlace(shape, parent), parent)
    modeler.service('modeling').updateProperties(made, { id })
    if (name) modeler.service('modeling').updateLabel(made, name)
  },
  'add-root': (modeler, { type, id, name }) => {
    const { drawn, business } = modeler.file()
    const made = modeler.service('bpmnFactory').create(type, { id, ...(name && { name }) })
    Object.assign(made, { $parent: business })
    const rootElements = [...elementsOf(business, 'rootElements'), made]
    modeler.service('modeling').updateModdleProperties(drawn, business, { rootElements })
  },
  'add-lane': (modeler, { beside, id, name }) => {
    const lane = modeler.service('modeling').addLane(modeler.place(beside).drawn, 'bottom')
    modeler.service('modeling').updateProperties(lane, { id, ...(name && { name }) })
  },
  'move-to-lane': (modeler, { elementId, laneId }) => {
    const [shape, lane] = [modeler.place(elementId).drawn, modeler.place(laneId).drawn]
    const { x, y } = freePlace(shape, lane)
    modeler.service('modeling').moveElements([shape], { x: x - middleOf(shape).x, y: y - middleOf(shape).y })
  },
  attach: (modeler, { elementId, to }) => {
    const [event, host] = [modeler.place(elementId).drawn, modeler.place(to).drawn]
    const delta = { x: middleOf(host).x - middleOf(event).x, y: host.y + host.height - middleOf(event).y }
    modeler.service('modeling').moveElements([event], delta, host, { attach: true })
  },
  'order-flows': (modeler, { flowIds }) => modeler.arrange(flowIds),
}

/** Writes by commands, so that it can be undone; what is drawn of it is drawn anew. */
function writerOn(modeler: DraftModeler, drawn: Drawn): PropertyWriter {
  const modeling = modeler.service('modeling')
  return {
    create: (type, attributes) => modeler.service('bpmnFactory').create(type, attributes),
    set: (element, properties) =>
      element === drawn.businessObject && drawn.parent
        ? modeling.updateProperties(drawn, properties)
        : modeling.updateModdleProperties(drawn, element, properties),
    find: id => modeler.known(id),
  }
}

const middleOf = ({ x, y, width, height }: Drawn) => ({ x: x + width / 2, y: y + height / 2 })

/** Takes a message, an error … out of the file. */
export function removeRoot(modeler: DraftModeler, gone: ModdleElement): void {
  const { drawn, business } = modeler.file()
  const rootElements = elementsOf(business, 'rootElements').filter(each => each !== gone)
  modeler.service('modeling').updateModdleProperties(drawn, business, { rootElements })
}
