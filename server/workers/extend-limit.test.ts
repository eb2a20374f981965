import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn } from '../../tests/support/visitor.ts'

/** A review whose limit is made longer by a job, as a diagram does it after approval: twice. */
const extended = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="extended-definitions" targetNamespace="urn:extended">
  <bpmn:error id="refused" name="refused" errorCode="extension-refused" />
  <bpmn:process id="extended" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" /></zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="start--fork" sourceRef="start" targetRef="fork" />
    <bpmn:parallelGateway id="fork" />
    <bpmn:sequenceFlow id="fork--review" sourceRef="fork" targetRef="review" />
    <bpmn:userTask id="review" name="审核"><bpmn:extensionElements><zeebe:userTask />
      <zeebe:assignmentDefinition candidateUsers="=handlerIds" />
      <zeebe:taskHeaders><zeebe:header key="kind" value="case-handling" /><zeebe:header key="limit" value="review.first" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="fork--once" sourceRef="fork" targetRef="once" />
    <bpmn:serviceTask id="once"><bpmn:extensionElements><zeebe:taskDefinition type="extend-limit" />
      <zeebe:ioMapping><zeebe:input source="=&quot;review&quot;" target="limitTask" /><zeebe:input source="=&quot;案情复杂&quot;" target="reason" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:sequenceFlow id="once--again" sourceRef="once" targetRef="again" />
    <bpmn:serviceTask id="again"><bpmn:extensionElements><zeebe:taskDefinition type="extend-limit" />
      <zeebe:ioMapping><zeebe:input source="=&quot;review&quot;" target="limitTask" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:boundaryEvent id="no" attachedToRef="again"><bpmn:errorEventDefinition errorRef="refused" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="no--told" sourceRef="no" targetRef="told" />
    <bpmn:userTask id="told" name="告知"><bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateUsers="=handlerIds" /></bpmn:extensionElements></bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const bundle = new FormData()
  bundle.append('resources', new File([extended], 'extended.bpmn'))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

test('a diagram extends the limit of its task once; a second time is its error, and nothing moves', async () => {
  const handler = await office.desk('lin-shen')
  const instance = await handler.start('extended', { caseNo: 'LDJ-PT-2026-00811' })
  await office.settled()
  const { tasks, limits, journal } = office.app.house
  const open = tasks.openOf(instance)
  expect(open.map(({ elementId }) => elementId).sort()).toEqual(['review', 'told'])
  const review = open.find(({ elementId }) => elementId === 'review')!
  const until = Date.parse('2026-12-05T00:00:00+08:00')
  expect(limits.find(review.userTaskKey)).toMatchObject({
    ...{ dueAt: until, extensions: [{ key: 'review.ext', amount: '3WD', reason: '案情复杂' }] },
  })
  expect(review.dueAt).toBe(until)
  const acts = journal.entriesOf(instance).filter(({ verb }) => verb === 'limit.extend')
  expect(acts).toMatchObject([
    {
      ...{ actor: { kind: 'worker', id: 'extend-limit' }, caseNo: 'LDJ-PT-2026-00811' },
      payload: { before: { dueAt: Date.parse('2026-12-02T00:00:00+08:00') }, after: { dueAt: until } },
    },
  ])
})
