const COLUMNS = 20

/** A diagram of so many elements one after the other, in rows of twenty. */
export function largeDiagram(id: string, elements: number): string {
  const ids = ['start', ...Array.from({ length: elements - 2 }, (_, index) => `step-${index + 1}`), 'end']
  const flows = ids.slice(1).map((to, index) => ({ id: `${ids[index]}--${to}`, from: ids[index] ?? '', to }))
  const nodes = ids.map(each => (each === 'start' ? start : each === 'end' ? end : step(each)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="urn:xunfa:${id}">
  <bpmn:process id="${id}" name="二百个环节" isExecutable="true">
${nodes.join('\n')}
${flows.map(({ id: flow, from, to }) => `    <bpmn:sequenceFlow id="${flow}" sourceRef="${from}" targetRef="${to}" />`).join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${id}">
${ids.map(shape).join('\n')}
${flows.map(({ id: flow }, index) => edge(flow, index)).join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}

const start = '    <bpmn:startEvent id="start" name="开始" />'
const end = '    <bpmn:endEvent id="end" name="结束" />'
const step = (id: string) => `    <bpmn:userTask id="${id}" name="${id.replace('step-', '第')}步">
      <bpmn:extensionElements>
        <zeebe:userTask />
      </bpmn:extensionElements>
    </bpmn:userTask>`

const middle = (index: number) => ({ x: 200 + (index % COLUMNS) * 150, y: 140 + Math.floor(index / COLUMNS) * 120 })

function shape(id: string, index: number): string {
  const { x, y } = middle(index)
  const [width, height] = id.startsWith('step') ? [100, 80] : [36, 36]
  return `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`
}

function edge(flow: string, index: number): string {
  const [from, to] = [middle(index), middle(index + 1)]
  const isRow = from.y === to.y
  const ends = [
    { x: from.x + (isRow ? 50 : 0), y: from.y },
    { x: to.x - (isRow ? 50 : 0), y: to.y },
  ]
  const points = ends.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`)
  return `      <bpmndi:BPMNEdge id="${flow}_di" bpmnElement="${flow}">${points.join('')}</bpmndi:BPMNEdge>`
}
