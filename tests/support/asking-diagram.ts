const quoted = (feel: string) => feel.replaceAll('"', '&#34;')

/**
 * A procedure that officers start and that sends one message: its key and its variables as FEEL.
 * @param limit of the whole procedure, which then goes on with a task of its own
 */
export function askingDiagram(
  id: string,
  message: { name: string; key: string; variables: string },
  limit?: string,
): string {
  const work = `<bpmn:userTask id="work"><bpmn:extensionElements><zeebe:userTask />
      <zeebe:assignmentDefinition candidateGroups="street-officer@LDJ-CEC" />
    </bpmn:extensionElements></bpmn:userTask><bpmn:sequenceFlow id="c" sourceRef="ask" targetRef="work" />`
  const properties = limit === undefined ? '' : `<zeebe:property name="limit" value="${limit}" />`
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="definitions" targetNamespace="urn:test">
  <bpmn:process id="${id}" name="${id}" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" />${properties}</zeebe:properties></bpmn:extensionElements>
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
    ${limit === undefined ? '' : work}
    <bpmn:sequenceFlow id="b" sourceRef="${limit === undefined ? 'ask' : 'work'}" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`
}
