import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoOfficers, twoOfficersForm } from '../support/small-diagrams.ts'
import { signIn } from '../support/visitor.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

let office: ZeebeOffice
beforeAll(async () => {
  office = await openZeebeOffice()
  const admin = await signIn(office, 'fang-yuangui')
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  bundle.append('resources', new File([bare], 'bare.bpmn'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

/** Of no kind and no case, so that in a demonstration anybody may complete it, but for the second signature. */
const bare = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
  <bpmn:process id="bare-two" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="both"><bpmn:extensionElements><zeebe:userTask />
      <zeebe:taskHeaders><zeebe:header key="cosign" value="true" /></zeebe:taskHeaders>
    </bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="both" />
    <bpmn:sequenceFlow id="b" sourceRef="both" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`

async function taskOf(processInstanceKey: string, headers = {}): Promise<string> {
  const { body } = await office.rest('POST', '/user-tasks/search', { filter: { processInstanceKey } }, headers)
  return body.items[0].userTaskKey
}

const NOTED = { action: 'yes', variables: { findings: '占道摆放桌椅六张' } }

test('a program does not complete what takes two signatures', async () => {
  const { body } = await office.rest('POST', '/process-instances', { processDefinitionId: 'bare-two' })
  const key = await taskOf(body.processInstanceKey)
  expect(await office.rest('POST', `/user-tasks/${key}/completion`, {})).toMatchObject({ status: 403 })
  expect(office.app.house.tasks.find(key)?.state).toBe('CREATED')
})

test('nor does an officer through a program, which knows no second signature; the sheet stays as it is', async () => {
  const officer = await signIn(office, 'lin-shen')
  const variables = { caseNo: 'LDJ-JC-2026-00001' }
  const { processInstanceKey } = await officer.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    processDefinitionId: 'two-officers',
    variables,
  })
  const headers = { 'x-person-token': officer.cookie.replace('xf_session=', '') }
  const key = await taskOf(processInstanceKey, headers)
  expect(await office.rest('POST', `/user-tasks/${key}/completion`, NOTED, headers)).toMatchObject({ status: 403 })
  expect(office.app.house.sheets.find(key)).toBeUndefined()
  const refused = office.app.house.journal.entriesOf(processInstanceKey).at(-1)
  expect(refused).toMatchObject({ kind: 'refused', refusal: { rule: 'R-TWO' }, actor: { id: 'lin-shen' } })
  // Signed in the house, the second signature cannot be given past it either.
  expect((await officer.request('POST', `/user-tasks/${key}/completion`, NOTED)).status).toBe(204)
  const second = await signIn(office, 'he-lichuan')
  const other = { 'x-person-token': second.cookie.replace('xf_session=', '') }
  expect(await office.rest('POST', `/user-tasks/${key}/completion`, NOTED, other)).toMatchObject({ status: 403 })
  expect(office.app.house.tasks.find(key)?.state).toBe('CREATED')
})
