import type { BenchProcedure } from './bench-office.ts'

/** A chain of so many user tasks: what a completion costs must not grow with the diagram. */
export function longProcedure(tasks: number): BenchProcedure {
  const ids = Array.from({ length: tasks }, (_, index) => `t${index}`)
  const nodes = ids.map(
    id => `<bpmn:userTask id="${id}" name="第 ${id.slice(1)} 步"><bpmn:extensionElements><zeebe:userTask />
      <zeebe:taskHeaders><zeebe:header key="kind" value="internal" /></zeebe:taskHeaders>
      <zeebe:assignmentDefinition candidateGroups="=[&quot;street-officer@&quot; + org]" /></bpmn:extensionElements></bpmn:userTask>`,
  )
  const flows = ['start', ...ids].map(
    (from, index) => `<bpmn:sequenceFlow id="f${index}" sourceRef="${from}" targetRef="${ids[index] ?? 'end'}" />`,
  )
  const id = `chain${tasks}`
  return {
    id,
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="${id}-definitions" targetNamespace="urn:xunfa:bench">
  <bpmn:process id="${id}" name="长流程" isExecutable="true"><bpmn:startEvent id="start" />${nodes.join('')}<bpmn:endEvent id="end" />${flows.join('')}</bpmn:process>
</bpmn:definitions>`,
  }
}
