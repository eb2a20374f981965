import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn } from '../../tests/support/visitor.ts'

/** A task whose limit runs from the day a letter was received. */
const letter = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="letter-definitions" targetNamespace="urn:letter">
  <bpmn:process id="letter" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" /></zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start"><bpmn:outgoing>start--init</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="start--init" sourceRef="start" targetRef="init" />
    <bpmn:scriptTask id="init">
      <bpmn:extensionElements><zeebe:script expression="=&quot;2026-11-20&quot;" resultVariable="receivedAt" /></bpmn:extensionElements>
      <bpmn:incoming>start--init</bpmn:incoming><bpmn:outgoing>init--answer</bpmn:outgoing>
    </bpmn:scriptTask>
    <bpmn:sequenceFlow id="init--answer" sourceRef="init" targetRef="answer" />
    <bpmn:userTask id="answer" name="答复">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateUsers="=handlerIds" />
        <zeebe:taskHeaders>
          <zeebe:header key="kind" value="case-handling" />
          <zeebe:header key="limit" value="review.objection" />
          <zeebe:header key="limitStart" value="=receivedAt" />
        </zeebe:taskHeaders>
      </bpmn:extensionElements>
      <bpmn:incoming>init--answer</bpmn:incoming><bpmn:outgoing>answer--end</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="answer--end" sourceRef="answer" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>answer--end</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const bundle = new FormData()
  bundle.append('resources', new File([letter], 'letter.bpmn'))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBeLessThan(300)
})
afterAll(() => office.close())

const openRows = () =>
  office.app.house.db.writer.prepare('SELECT count(*) AS open FROM limit_entry WHERE closed_at IS NULL').get() as {
    open: number
  }

test('a limit with a start of its own is counted from there, with both values in the journal; it closes with its task', async () => {
  const handler = await office.desk('lin-shen')
  const instance = await handler.start('letter', { caseNo: 'LDJ-PT-2026-00777' })
  await office.app.limitsSettled()
  const task = (await handler.tasks()).find(({ processInstanceKey }) => processInstanceKey === instance)!
  const { limits, journal } = office.app.house
  expect(limits.find(task.userTaskKey)).toMatchObject({
    startedAt: Date.parse('2026-11-20T00:00:00+08:00'),
    dueAt: Date.parse('2026-11-26T00:00:00+08:00'),
    startExpression: null,
    stage: 'running',
  })
  const started = journal.entriesOf(instance).find(({ verb }) => verb === 'limit.start')
  expect(started).toMatchObject({
    actor: { kind: 'clock' },
    caseNo: 'LDJ-PT-2026-00777',
    payload: { reason: 'limit-start', before: { dueAt: Date.parse('2026-11-28T00:00:00+08:00') } },
  })
  expect(openRows()).toEqual({ open: 1 })
  await handler.complete(task.userTaskKey, { variables: {} })
  expect(openRows()).toEqual({ open: 0 })
  expect(limits.find(task.userTaskKey)?.nextAt).toBeNull()
})

test('after a long absence only what holds now is recorded, once, and nothing of a closed limit', async () => {
  const handler = await office.desk('lin-shen')
  const instance = await handler.start('letter', { caseNo: 'LDJ-PT-2026-00778' })
  await office.until(Date.parse('2026-12-20T09:00:00+08:00'))
  await office.app.limitsSettled()
  const { journal } = office.app.house
  const verbs = journal.entries({ limit: 10_000 }).filter(({ verb }) => verb.startsWith('limit.'))
  expect(verbs.filter(({ subject }) => subject?.processInstanceKey === instance).map(({ verb }) => verb)).toEqual([
    'limit.start',
    'limit.overdue',
  ])
  expect(verbs.filter(({ verb }) => verb === 'limit.overdue')).toHaveLength(1)
  expect(openRows()).toEqual({ open: 1 })
})
