/** A user task of a diagram that is only about limits. */
export interface LimitTask {
  id: string
  /** Headers of the task: `limit`, `limitStart`, `escalateTo` … */
  headers: Readonly<Record<string, string>>
  /** Ends the task when its limit is over, and goes on to this task instead. */
  overdueTo?: string
  /** Groups whose task it is; else the handlers of the case. */
  groups?: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * A procedure of user tasks side by side, each with its limits, started by street officers.
 * @param properties of the process: `limit` …
 */
export function limitDiagram(
  id: string,
  tasks: readonly LimitTask[],
  properties: Readonly<Record<string, string>> = {},
): string {
  const all = { startRoles: 'street-officer', bizKey: 'caseNo', ...properties }
  const targets = new Set(tasks.flatMap(({ overdueTo }) => overdueTo ?? []))
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="${id}-definitions" targetNamespace="urn:limits">
  ${tasks
    .filter(({ overdueTo }) => overdueTo)
    .map(overdueMessage)
    .join('\n  ')}
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties>${Object.entries(all)
      .map(([name, value]) => `<zeebe:property name="${name}" value="${escaped(value)}" />`)
      .join('')}</zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="start--fork" sourceRef="start" targetRef="fork" />
    <bpmn:parallelGateway id="fork" />
    ${tasks.map(task => taskXml(task, targets)).join('\n    ')}
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`
}

const overdueMessage = ({ id }: LimitTask) =>
  `<bpmn:message id="message-${id}" name="limit-overdue"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseNo + &quot;/${id}&quot;" /></bpmn:extensionElements></bpmn:message>`

function taskXml({ id, headers, overdueTo, groups }: LimitTask, targets: ReadonlySet<string>): string {
  const assignment = groups ? `candidateGroups="${escaped(groups)}"` : 'candidateUsers="=handlerIds"'
  const boundary = overdueTo
    ? `<bpmn:boundaryEvent id="over-${id}" attachedToRef="${id}"><bpmn:messageEventDefinition messageRef="message-${id}" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="over--${id}" sourceRef="over-${id}" targetRef="${overdueTo}" />`
    : ''
  // What another task leads to when it is overdue does not begin with the procedure.
  const begins = targets.has(id) ? '' : `<bpmn:sequenceFlow id="fork--${id}" sourceRef="fork" targetRef="${id}" />`
  return `${begins}
    <bpmn:userTask id="${id}" name="${id}">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition ${assignment} />
        <zeebe:taskHeaders>${Object.entries({ kind: 'case-handling', ...headers })
          .map(([key, value]) => `<zeebe:header key="${key}" value="${escaped(value)}" />`)
          .join('')}</zeebe:taskHeaders></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="${id}--end" sourceRef="${id}" targetRef="end" />
    ${boundary}`
}
