import { expect, test } from 'vitest'
import { nextWaits, parseBpmn, processesOf, readProcessGraph, readProcessVocabulary } from './index.ts'

const diagram = (body: string, properties = '') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
<bpmn:process id="p" name="法制审核" isExecutable="true">
<bpmn:extensionElements><zeebe:properties>${properties}</zeebe:properties></bpmn:extensionElements>${body}
</bpmn:process></bpmn:definitions>`

const task = (headers: Record<string, string>) =>
  `<bpmn:userTask id="t" name="初审"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="p.t"/>
<zeebe:assignmentDefinition candidateGroups="=[&quot;r@&quot; + orgCode]"/><zeebe:taskHeaders>${Object.entries(headers)
    .map(([key, value]) => `<zeebe:header key="${key}" value="${value}"/>`)
    .join('')}</zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>`

const read = async (headers: Record<string, string>, properties = '') =>
  readProcessVocabulary(await parseBpmn(diagram(task(headers), properties)))

test('reads the words of a process and of its user tasks', async () => {
  const vocabulary = await read(
    {
      kind: 'legal-review',
      limit: 'review.first',
      basis: '行政处罚法第58条；办法第3条',
      actions: 'firstOpinion=agree:同意|concur=true:一致',
      enforcementAct: 'true',
    },
    '<zeebe:property name="caseType" value="review"/><zeebe:property name="startRoles" value="street-officer,center-director"/>',
  )
  expect(vocabulary.problems).toEqual([])
  expect(vocabulary.processes[0]).toEqual({
    id: 'p',
    name: '法制审核',
    isExecutable: true,
    properties: { caseType: 'review', requests: [], startRoles: ['street-officer', 'center-director'] },
    userTasks: [
      {
        id: 't',
        name: '初审',
        formId: 'p.t',
        candidateGroups: '=["r@" + orgCode]',
        kind: 'legal-review',
        limit: 'review.first',
        basis: ['行政处罚法第58条', '办法第3条'],
        actions: [
          { field: 'firstOpinion', value: 'agree', action: 'agree', label: '同意' },
          { field: 'concur', value: true, action: 'true', label: '一致' },
        ],
        enforcementAct: true,
        caseFacts: false,
      },
    ],
  })
})

test.each([
  [{ colour: 'red' }, { elementId: 't', key: 'colour', kind: 'unknown-key', found: 'red' }],
  [{ actions: 'agree:同意' }, { elementId: 't', key: 'actions', kind: 'malformed', found: 'agree:同意' }],
  [{ enforcementAct: 'yes' }, { elementId: 't', key: 'enforcementAct', kind: 'malformed', found: 'yes' }],
])('a word outside the vocabulary is a problem: %o', async (headers, problem) => {
  expect((await read(headers)).problems).toEqual([problem])
})

test('what comes next passes gateways, services and the border of a sub-process, and names what decides', async () => {
  const flow = (id: string, from: string, to: string, condition = '') =>
    `<bpmn:sequenceFlow id="${id}" name="${id}!" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`
  const xml =
    diagram(`<bpmn:startEvent id="s"/><bpmn:subProcess id="u"><bpmn:startEvent id="us"/><bpmn:userTask id="a"/>
    <bpmn:endEvent id="ue"/>${flow('f1', 'us', 'a')}${flow('f2', 'a', 'ue')}</bpmn:subProcess>
    <bpmn:exclusiveGateway id="g" default="no"/><bpmn:serviceTask id="w"/><bpmn:userTask id="b" name="改正"/><bpmn:endEvent id="e" name="通过"/>
    ${flow('f3', 's', 'u')}${flow('f4', 'u', 'g')}${flow('yes', 'g', 'w', '=ok')}${flow('no', 'g', 'b')}${flow('f5', 'w', 'e')}${flow('f6', 'b', 'u')}`)
  const graph = readProcessGraph(processesOf(await parseBpmn(xml))[0]!)

  expect(
    nextWaits(graph, 'a').map(({ elementId, kind, decisions }) => [elementId, kind, decisions.map(d => d.flowId)]),
  ).toEqual([
    ['e', 'end', ['yes']],
    ['b', 'user-task', ['no']],
  ])
  expect(nextWaits(graph, 'b').map(({ elementId }) => elementId)).toEqual(['a'])
})

test.each([
  ['a document type', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'document type'],
  ['broken XML', '<bpmn:definitions', 'unclosed tag'],
  ['more elements than anybody draws', diagram('<x/>'.repeat(100_001)), 'at most 100000 elements'],
  ['an id twice', diagram('<bpmn:task id="x"/><bpmn:task id="x"/>'), "every id once, but found 'x' again"],
  ['an unknown element', diagram('<bpmn:rocket id="x"/>'), 'nothing of the name rocket'],
])('refuses %s', async (_, xml, message) => {
  await expect(parseBpmn(xml)).rejects.toThrow(message)
})
