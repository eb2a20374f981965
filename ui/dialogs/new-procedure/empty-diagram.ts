const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;' })[sign] ?? sign)

/** The form by which a new procedure is started: it asks for the case. */
export function startForm(id: string): string {
  const properties = { 'en.label': 'Case number' }
  const caseNo = { type: 'textfield', id: 'caseNo', key: 'caseNo', label: '案号' }
  const components = [{ ...caseNo, validate: { required: true, maxLength: 60 }, properties }]
  const platform = { executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.8.0' }
  return `${JSON.stringify({ type: 'default', id: `${id}.start`, schemaVersion: 18, ...platform, components }, undefined, 2)}\n`
}

/** A diagram of a start and an end, in the form in which diagrams are written. */
export function emptyDiagram(id: string, name: string, { start, end }: { start: string; end: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions-${id}" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${id}" name="${escaped(name)}" isExecutable="true">
    <bpmn:extensionElements>
      <zeebe:properties>
        <zeebe:property name="caseType" value="${id}" />
        <zeebe:property name="bizKey" value="caseNo" />
      </zeebe:properties>
    </bpmn:extensionElements>
    <bpmn:startEvent id="start" name="${escaped(start)}">
      <bpmn:extensionElements>
        <zeebe:formDefinition formId="${id}.start" />
      </bpmn:extensionElements>
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
        <dc:Bounds x="162" y="122" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="150" y="165" width="60" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="422" y="122" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="410" y="165" width="60" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="start-end-edge" bpmnElement="start-end">
        <di:waypoint x="198" y="140" />
        <di:waypoint x="422" y="140" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}
