const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;' })[sign] ?? sign)

/** A diagram of a start and an end, in the form in which diagrams are written. */
export function emptyDiagram(id: string, name: string, { start, end }: { start: string; end: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions-${id}" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${id}" name="${escaped(name)}" isExecutable="true">
    <bpmn:startEvent id="start" name="${escaped(start)}">
      <bpmn:outgoing>start-end</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:endEvent id="end" name="${escaped(end)}">
      <bpmn:incoming>start-end</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="start-end" sourceRef="start" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${id}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="160" y="120" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="166" y="163" width="24" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="420" y="120" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="426" y="163" width="24" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="start-end-edge" bpmnElement="start-end">
        <di:waypoint x="196" y="138" />
        <di:waypoint x="420" y="138" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}
