const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="urn:test">`

const process = (id: string, body: string) => diagramOf(id, body)

/** A diagram without a drawing that street officers may start; `global` is what stands beside the process. */
export const diagramOf = (id: string, body: string, global = '') => `${HEAD}${global}
  <bpmn:process id="${id}" name="${id}" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" /></zeebe:properties></bpmn:extensionElements>
    ${body}
  </bpmn:process>
</bpmn:definitions>`

/** A sequence flow, by condition if one is given. */
export const flow = (from: string, to: string, condition?: string) =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
      : ''
  }</bpmn:sequenceFlow>`

/** A user task for a group, with its headers. */
export const userTask = (
  id: string,
  group: string,
  headers: Record<string, string>,
  formId?: string,
) => `<bpmn:userTask id="${id}" name="${id}">
  <bpmn:extensionElements>
    <zeebe:userTask />${formId === undefined ? '' : `<zeebe:formDefinition formId="${formId}" />`}
    <zeebe:assignmentDefinition candidateGroups="=[&#34;${group}&#34;]" />
    <zeebe:taskHeaders>${Object.entries(headers)
      .map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`)
      .join('')}</zeebe:taskHeaders>
  </bpmn:extensionElements>
</bpmn:userTask>`

/** Two tasks open at once: an officer's work on the case, and its review. */
export const respondAndReview = process(
  'respond-and-review',
  `<bpmn:startEvent id="start" />
   <bpmn:parallelGateway id="split" />
   ${userTask('respond', 'street-officer@LDJ-CEC', { kind: 'case-handling' })}
   ${userTask('review', 'center-legal-reviewer@LDJ-CEC', { kind: 'legal-review-first' })}
   <bpmn:endEvent id="end" />
   ${flow('start', 'split')}${flow('split', 'respond')}${flow('split', 'review')}${flow('respond', 'end')}${flow('review', 'end')}`,
)

/** An enforcement act that officers and auxiliary staff find in their inboxes. */
export const enforcementAct = process(
  'enforcement-act',
  `<bpmn:startEvent id="start" />
   ${userTask('on-site', 'street-aux@LDJ-CEC', { kind: 'on-site-act', enforcementAct: 'true' })}
   <bpmn:endEvent id="end" />
   ${flow('start', 'on-site')}${flow('on-site', 'end')}`,
)

/** A gateway whose condition compares what is not there: an incident, until somebody sets it. */
export const wrongCondition = process(
  'wrong-condition',
  `<bpmn:startEvent id="start" />
   <bpmn:exclusiveGateway id="decide" default="decide-small" />
   ${userTask('large', 'street-officer@LDJ-CEC', {})}
   ${userTask('small', 'street-officer@LDJ-CEC', {})}
   <bpmn:endEvent id="end" />
   ${flow('start', 'decide')}${flow('decide', 'large', '=fine &gt; 1000')}${flow('decide', 'small')}
   ${flow('large', 'end')}${flow('small', 'end')}`,
)

/** Two gateways that lead to each other for ever. */
export const endlessLoop = process(
  'endless-loop',
  `<bpmn:startEvent id="start" />
   <bpmn:exclusiveGateway id="one" />
   <bpmn:exclusiveGateway id="two" />
   ${flow('start', 'one')}${flow('one', 'two')}${flow('two', 'one')}`,
)

/** A message that carries what the start form marks as personal. */
export const sendsPartyName = process(
  'sends-party-name',
  `<bpmn:startEvent id="start" />
   <bpmn:sendTask id="send"><bpmn:extensionElements>
     <zeebe:taskDefinition type="publish-message" />
     <zeebe:ioMapping>
       <zeebe:input source="=&#34;msg.party&#34;" target="messageName" />
       <zeebe:input source="=caseNo" target="messageKey" />
       <zeebe:input source="={partyName: partyName}" target="messageVariables" />
     </zeebe:ioMapping>
   </bpmn:extensionElements></bpmn:sendTask>
   <bpmn:endEvent id="end" />
   ${flow('start', 'send')}${flow('send', 'end')}`,
)

/** Something is put on record; then two tasks are open, with a limit that runs from the fact and one from the task. */
export const recordThenHold = process(
  'record-then-hold',
  `<bpmn:startEvent id="start" />
   ${userTask('record', 'street-officer@LDJ-CEC', { kind: 'internal' }, 'record-then-hold.record')}
   <bpmn:parallelGateway id="split" />
   ${userTask('decide', 'street-officer@LDJ-CEC', { kind: 'internal', limit: 'evidence.preserve' })}
   ${userTask('look', 'street-officer@LDJ-CEC', { kind: 'internal', limit: 'review.intake' })}
   <bpmn:endEvent id="end" />
   ${flow('start', 'record')}${flow('record', 'split')}${flow('split', 'decide')}${flow('split', 'look')}
   ${flow('decide', 'end')}${flow('look', 'end')}`,
)

/** An act on site that takes two officers, with its form; before it, something that may interrupt it. */
export const twoOfficers = process(
  'two-officers',
  `<bpmn:startEvent id="start" />
   <bpmn:userTask id="inspect" name="现场检查"><bpmn:extensionElements>
     <zeebe:userTask />
     <zeebe:formDefinition formId="two-officers.inspect" />
     <zeebe:assignmentDefinition candidateGroups="=[&#34;street-officer@LDJ-CEC&#34;]" />
     <zeebe:taskHeaders>
       <zeebe:header key="kind" value="on-site-act" /><zeebe:header key="enforcementAct" value="true" />
       <zeebe:header key="cosign" value="true" /><zeebe:header key="actions" value="found=yes:查实|found=no:未发现" />
     </zeebe:taskHeaders>
   </bpmn:extensionElements></bpmn:userTask>
   <bpmn:boundaryEvent id="too-late" attachedToRef="inspect"><bpmn:messageEventDefinition messageRef="over" /></bpmn:boundaryEvent>
   ${userTask('report', 'street-officer@LDJ-CEC', { kind: 'case-handling' })}
   <bpmn:endEvent id="end" /><bpmn:endEvent id="expired" />
   ${flow('start', 'inspect')}${flow('inspect', 'report')}${flow('report', 'end')}${flow('too-late', 'expired')}`,
)
  .replace(
    '<bpmn:process',
    '<bpmn:message id="over" name="inspection-over"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseNo" /></bpmn:extensionElements></bpmn:message><bpmn:process',
  )
  .replace('name="report"', 'name="调查报告"')

/** What is written down of it; the name of a witness is personal. */
export const twoOfficersForm = JSON.stringify({
  type: 'default',
  id: 'two-officers.inspect',
  components: [
    {
      id: 'findings',
      type: 'textarea',
      key: 'findings',
      label: '检查情况',
      validate: { required: true },
      properties: { 'en.label': 'Findings' },
    },
    {
      id: 'witness',
      type: 'textfield',
      key: 'witness',
      label: '见证人',
      properties: { 'en.label': 'Witness', personal: 'true' },
    },
  ],
})

/** A consultation that one group writes down and another signs too, named by an expression. */
export const twoGroups = process(
  'two-groups',
  `<bpmn:startEvent id="start" />
   ${userTask('consult', 'pmo-legal-reviewer@LDJ-PMO', {
     kind: 'internal',
     cosign: '=[&#34;center-legal-reviewer@&#34; + orgCode + &#34;-CEC&#34;]',
   })}
   <bpmn:endEvent id="end" />
   ${flow('start', 'consult')}${flow('consult', 'end')}`,
)

/**
 * A decision on a case (R-REVIEW-GATE): beside it a program prepares something, and a message may come. Behind it a
 * gateway fails as long as there is no `amount`, then goes to `made` or, sent back, to `rework`.
 */
export const decideCase = process(
  'decide-case',
  `<bpmn:startEvent id="start" />
   <bpmn:parallelGateway id="split" />
   <bpmn:serviceTask id="prepare"><bpmn:extensionElements><zeebe:taskDefinition type="prepare-decision" /></bpmn:extensionElements></bpmn:serviceTask>
   ${userTask('decide', 'subdistrict-head@LDJ', {
     kind: 'case-decision',
     actions: 'decision=penalty:作出处罚决定|decision=return:退回',
   })}
   <bpmn:boundaryEvent id="told" attachedToRef="decide" cancelActivity="false"><bpmn:messageEventDefinition messageRef="news" /></bpmn:boundaryEvent>
   <bpmn:endEvent id="end-told" />
   <bpmn:exclusiveGateway id="sum" default="sum-outcome" />
   <bpmn:exclusiveGateway id="outcome" default="outcome-rework" />
   ${userTask('made', 'street-officer@LDJ-CEC', { kind: 'internal' })}
   ${userTask('rework', 'street-officer@LDJ-CEC', { kind: 'internal' })}
   <bpmn:endEvent id="end" />
   ${flow('start', 'split')}${flow('split', 'prepare')}${flow('split', 'decide')}${flow('prepare', 'end')}${flow('told', 'end-told')}
   ${flow('decide', 'sum')}${flow('sum', 'outcome')}
   <bpmn:sequenceFlow id="large" sourceRef="sum" targetRef="outcome"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amount &gt; 5000</bpmn:conditionExpression></bpmn:sequenceFlow>
   ${flow('outcome', 'made', '=decision = &quot;penalty&quot;')}${flow('outcome', 'rework')}${flow('made', 'end')}${flow('rework', 'end')}`,
).replace(
  '<bpmn:process',
  '<bpmn:message id="news" name="case-news"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseNo" /></bpmn:extensionElements></bpmn:message><bpmn:process',
)

/** What each rule over persons asks about, one task a diagram; officers start them and are meant to do them. */
export const ruledTasks = {
  onSite: process('on-site', oneTask('street-officer@LDJ-CEC', { kind: 'on-site-act', enforcementAct: 'true' })),
  inspection: process('inspect', oneTask('street-officer@LDJ-CEC', { kind: 'inspection' })),
  review: process('review-only', oneTask('center-legal-reviewer@LDJ-CEC', { kind: 'legal-review-first' })),
  fine: process('enter-fine', oneTask('street-officer@LDJ-CEC', { kind: 'fine-entry' })),
  filing: process('file-case', oneTask('street-officer@LDJ-CEC', { kind: 'case-filing' }, 'file-case.do')),
  execution: process('execute', oneTask('street-officer@LDJ-CEC', { kind: 'coercion-execution' })),
}

function oneTask(group: string, headers: Record<string, string>, formId?: string): string {
  return `<bpmn:startEvent id="start" />${userTask('do', group, headers, formId)}<bpmn:endEvent id="end" />${flow('start', 'do')}${flow('do', 'end')}`
}

const text = (key: string) => ({ id: key, key, type: 'textfield', label: key, properties: { 'en.label': key } })

/** What is stated where a case is filed in a task. */
export const filingForm = JSON.stringify({
  type: 'default',
  id: 'file-case.do',
  components: ['itemCode', 'creditCode', 'conductFrom', 'conductTo', 'verifySuggestion'].map(text),
})

/** A case whose review is another procedure: called without any variable, or told by a message that names no case. */
export const reviewElsewhere = {
  caller: process(
    'calls-review',
    `<bpmn:startEvent id="start" />
     <bpmn:callActivity id="call"><bpmn:extensionElements>
       <zeebe:calledElement processId="review-only" propagateAllParentVariables="false" propagateAllChildVariables="false" />
     </bpmn:extensionElements></bpmn:callActivity>
     <bpmn:endEvent id="end" />${flow('start', 'call')}${flow('call', 'end')}`,
  ),
  sender: process(
    'tells-review',
    `<bpmn:startEvent id="start" />
     <bpmn:sendTask id="send"><bpmn:extensionElements>
       <zeebe:taskDefinition type="publish-message" />
       <zeebe:ioMapping>
         <zeebe:input source="=&#34;review-wanted&#34;" target="messageName" />
         <zeebe:input source="=caseNo" target="messageKey" />
         <zeebe:input source="={stage: &#34;other&#34;}" target="messageVariables" />
       </zeebe:ioMapping>
     </bpmn:extensionElements></bpmn:sendTask>
     <bpmn:endEvent id="end" />${flow('start', 'send')}${flow('send', 'end')}`,
  ),
  receiver: process(
    'told-review',
    `<bpmn:startEvent id="told"><bpmn:messageEventDefinition messageRef="wanted" /></bpmn:startEvent>
     ${userTask('do', 'center-legal-reviewer@LDJ-CEC', { kind: 'legal-review-first' })}
     <bpmn:endEvent id="end" />${flow('told', 'do')}${flow('do', 'end')}`,
  ).replace('<bpmn:process', '<bpmn:message id="wanted" name="review-wanted" /><bpmn:process'),
}
