const ask = (id: string) => `<bpmn:serviceTask id="${id}"><bpmn:extensionElements>
      <zeebe:taskDefinition type="publish-message" />
      <zeebe:ioMapping>
        <zeebe:input source="=&#34;msg.legal-review.request&#34;" target="messageName" />
        <zeebe:input source="=caseNo + &#34;/1&#34;" target="messageKey" />
        <zeebe:input source="={reviewId: caseNo + &#34;/1&#34;, caseNo: caseNo, caseTitle: caseTitle, partyName: partyName, orgCode: orgCode, reviewType: &#34;penalty&#34;, stage: &#34;beforeDecision&#34;, handlerIds: handlerIds}" target="messageVariables" />
      </zeebe:ioMapping>
    </bpmn:extensionElements></bpmn:serviceTask>`

/** A procedure that asks for a legal review of its case, twice under one number. */
export const requestsReview = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="definitions" targetNamespace="urn:test">
  <bpmn:process id="requests-review" name="requests-review" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" /></zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    ${ask('ask')}${ask('ask-again')}
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ask" />
    <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="ask-again" />
    <bpmn:sequenceFlow id="c" sourceRef="ask-again" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`
