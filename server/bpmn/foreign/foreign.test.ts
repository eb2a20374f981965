import { expect, test } from 'vitest'
import { parseBpmn } from '../parse-bpmn.ts'
import { convertDiagram, dialectOf } from './convert-diagram.ts'
import { juelToFeel } from './juel.ts'

test.each([
  ['x == 1', '=x = 1'],
  ["amount > 1000 && kind == 'car'", '=amount > 1000 and kind = "car"'],
  ['!approved', '=not(approved)'],
  ['not approved or retry lt 3', '=not(approved) or retry < 3'],
  ['empty party.name', '=(party.name = null)'],
  ['(a + b) * 2 >= c', '=(a + b) * 2 >= c'],
  ['bean.check(x)', undefined],
  ['execution.getVariable("x") == 1', undefined],
  ['a ? b : c', undefined],
  ["x == 'a", undefined],
])('JUEL %s becomes FEEL %s', (juel, feel) => {
  for (const mark of ['$', '#']) expect(juelToFeel(`${mark}{${juel}}`)).toBe(feel)
})

test('what only holds an expression of JUEL is none', () => {
  expect(juelToFeel(`before \${x}`)).toBeUndefined()
  expect(juelToFeel('x == 1')).toBeUndefined()
})

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="urn:t">`

const camunda7 = `${HEAD}
  <bpmn:process id="p" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:startEvent id="start" camunda:initiator="starter"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review" />
    <bpmn:userTask id="review" camunda:assignee="\${reviewer}" camunda:candidateGroups="legal,leaders" camunda:formKey="review-form" camunda:dueDate="\${due}">
      <bpmn:extensionElements>
        <camunda:inputOutput>
          <camunda:inputParameter name="a">\${b}</camunda:inputParameter>
          <camunda:inputParameter name="s"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter>
        </camunda:inputOutput>
        <camunda:taskListener class="org.example.L" event="create" />
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="which" />
    <bpmn:exclusiveGateway id="which" default="f4"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing><bpmn:outgoing>f4</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="f3" sourceRef="which" targetRef="mail"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${approved == true}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="which" targetRef="java" />
    <bpmn:serviceTask id="mail" camunda:type="external" camunda:topic="send-mail"><bpmn:incoming>f3</bpmn:incoming></bpmn:serviceTask>
    <bpmn:serviceTask id="java" camunda:delegateExpression="\${mailer}"><bpmn:incoming>f4</bpmn:incoming></bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>`

test('a diagram of Camunda 7 is put into the Zeebe dialect, and Java is left for people', async () => {
  expect(dialectOf(camunda7)).toBe('camunda-7')
  const { xml, findings } = await convertDiagram(camunda7)
  expect(xml).not.toContain('camunda:')
  expect(xml).not.toContain(CAMUNDA)
  expect(xml).toContain('<zeebe:assignmentDefinition assignee="=reviewer" candidateGroups="legal,leaders" />')
  expect(xml).toContain('<zeebe:formDefinition formId="review-form" />')
  expect(xml).toContain('<zeebe:taskSchedule dueDate="=due" />')
  expect(xml).toContain('<zeebe:input source="=b" target="a" />')
  expect(xml).toContain('>=approved = true</')
  expect(xml).toContain('<zeebe:taskDefinition type="send-mail" />')
  expect(dialectOf(xml)).toBe('zeebe')
  await parseBpmn(xml)
  const manual = findings.filter(({ isConverted }) => !isConverted).map(({ elementId, id }) => `${elementId} ${id}`)
  expect(manual.sort()).toEqual(['d no-drawing', 'java java', 'review groups', 'review java', 'review mapping-java'])
})

const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn'

test('a plain diagram becomes executable; a script is neither run nor kept', async () => {
  const plain = camunda7
    .replace(/ camunda:\w+="[^"]*"/g, '')
    .replace(/<bpmn:extensionElements>[\s\S]*?<\/bpmn:extensionElements>/, '')
    .replace(` xmlns:camunda="${CAMUNDA}"`, '')
    .replace(' isExecutable="true"', '')
    .replace('<bpmn:serviceTask id="java">', '<bpmn:scriptTask id="java" scriptFormat="javascript">')
    .replace(
      '<bpmn:incoming>f4</bpmn:incoming></bpmn:serviceTask>',
      '<bpmn:incoming>f4</bpmn:incoming><bpmn:script>while(true){}</bpmn:script></bpmn:scriptTask>',
    )
  expect(dialectOf(plain)).toBe('plain-bpmn')
  const { xml, findings } = await convertDiagram(plain)
  expect(xml).toContain('isExecutable="true"')
  expect(xml).toContain('<zeebe:userTask />')
  expect(xml).not.toContain('while(true)')
  expect(findings.map(({ elementId, id }) => `${elementId} ${id}`)).toEqual(
    expect.arrayContaining(['p executable', 'review user-task', 'f3 condition', 'java script', 'd no-drawing']),
  )
})

test('what is neither is told so', () => {
  expect(dialectOf('<html></html>')).toBe('unknown')
})
