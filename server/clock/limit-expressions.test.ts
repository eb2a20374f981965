import { expect, test } from 'vitest'
import { parseBpmn, processesOf, readProcessGraph, readProcessVocabulary } from '../bpmn/index.ts'
import {
  escalationTarget,
  isWaived,
  type LimitDiagram,
  limitStart,
  overdueKey,
  overdueName,
} from './limit-expressions.ts'

async function diagram(more: { bizKey?: string; limitId?: string; message?: string } = {}): Promise<LimitDiagram> {
  const { bizKey = 'reviewId', limitId, message = 'limit-overdue' } = more
  const header = limitId === undefined ? '' : `<zeebe:header key="limitId" value="${limitId}" />`
  const definitions = await parseBpmn(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
    <bpmn:message id="m" name="${message}" />
    <bpmn:process id="p" isExecutable="true">
      <bpmn:extensionElements><zeebe:properties><zeebe:property name="bizKey" value="${bizKey}" /></zeebe:properties></bpmn:extensionElements>
      <bpmn:userTask id="wait"><bpmn:extensionElements><zeebe:taskHeaders>${header}<zeebe:header key="kind" value="internal" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>
      <bpmn:userTask id="other" />
      <bpmn:boundaryEvent id="over" attachedToRef="wait"><bpmn:messageEventDefinition messageRef="m" /></bpmn:boundaryEvent>
    </bpmn:process></bpmn:definitions>`)
  const words = readProcessVocabulary(definitions).processes[0]!
  return { graph: readProcessGraph(processesOf(definitions)[0]!), words }
}
const variables = { reviewId: 'FS-1', branch: 'LDJ' }
const parameter = { key: 'review.ext' }

test.each([
  ['the business key and the task', {}, 'FS-1/wait'],
  ['a business key in FEEL', { bizKey: '=reviewId + branch' }, 'FS-1LDJ/wait'],
  ['a limitId of its own', { limitId: '=reviewId + &quot;/&quot; + branch' }, 'FS-1/LDJ'],
  ['no message where the diagram waits for another one', { message: 'something-else' }, undefined],
  ['none where the key has no value', { bizKey: 'nothing' }, undefined],
])('an overdue limit is told under %s', async (_, more, key) => {
  expect(overdueKey(await diagram(more), { elementId: 'wait', parameter }, variables)).toBe(key)
})

test('a further limit of the same task has a key of its own', async () => {
  const limit = { elementId: 'wait', position: 1, parameter }
  expect(overdueKey(await diagram(), limit, variables)).toBe('FS-1/wait/review.ext')
})

test('a task without such an event is told nothing', async () => {
  expect(overdueKey(await diagram(), { elementId: 'other', parameter }, variables)).toBeUndefined()
})

test.each([
  ['a day begins in Beijing', '2026-11-20', '2026-11-20T00:00:00+08:00'],
  ['an instant with its offset', '2026-11-20T15:30:00+08:00', '2026-11-20T15:30:00+08:00'],
  ['an instant with its zone', '2026-11-20T15:30:00+08:00[Asia/Shanghai]', '2026-11-20T15:30:00+08:00'],
])('%s', (_, receivedAt, instant) => {
  expect(limitStart('=receivedAt', { receivedAt })).toBe(Date.parse(instant))
})

test.each([['=receivedAt'], ['=1 + 1'], ['=not a name('], ['']])('%s is no instant', expression => {
  expect(limitStart(expression, {})).toBeUndefined()
})

test('a further limit is told by a message of its own where the border waits for one', async () => {
  const further = { elementId: 'wait', position: 1, parameter }
  expect(overdueName(await diagram({ message: 'limit-overdue-next' }), further)).toBe('limit-overdue-next')
  expect(overdueName(await diagram(), further)).toBe('limit-overdue')
  expect(overdueName(await diagram({ message: 'limit-overdue-next' }), { ...further, position: 0 })).toBe(
    'limit-overdue',
  )
})

test('a start that says false means that the limit does not apply', () => {
  const start = '=if level = "emergency" then false else sentAt'
  expect([isWaived(start, { level: 'emergency' }), isWaived(start, { level: 'normal', sentAt: 'x' })]).toEqual([
    true,
    false,
  ])
})

test.each([
  ['a role', 'subdistrict-head', 'subdistrict-head'],
  ['what FEEL names', '="dept-leader@" + branch', 'dept-leader@LDJ'],
  ['nobody where FEEL names nobody', '=nothing', null],
])('it goes up to %s', (_, written, target) => {
  expect(escalationTarget(written, variables)).toBe(target)
})
