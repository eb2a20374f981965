const quoted = (feel: string) => feel.replaceAll('"', '&#34;')

/** A procedure that officers start and that sends one message: its key and its variables as FEEL. */
export function askingDiagram(id: string, message: { name: string; key: string; variables: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="definitions" targetNamespace="urn:test">
  <bpmn:process id="${id}" name="${id}" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" /></zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="ask"><bpmn:extensionElements>
      <zeebe:taskDefinition type="publish-message" />
      <zeebe:ioMapping>
        <zeebe:input source="=&#34;${message.name}&#34;" target="messageName" />
        <zeebe:input source="=${quoted(message.key)}" target="messageKey" />
        <zeebe:input source="=${quoted(message.variables)}" target="messageVariables" />
      </zeebe:ioMapping>
    </bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ask" />
    <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`
}
