import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { diagramOf, flow, userTask } from '../../tests/support/small-diagrams.ts'
import { officerTools } from '../app.ts'
import type { ActivatedJob, Variables } from '../engine/index.ts'
import { openTools } from './open-workers.ts'
import { startProcedure } from './start-procedure.ts'

const begins = (id: string, how: string) => `<bpmn:serviceTask id="${id}"><bpmn:extensionElements>
    <zeebe:taskDefinition type="start-procedure" />
    <zeebe:ioMapping>
      <zeebe:input source="=&#34;${how === 'msg.other' ? 'msg.other' : ''}&#34;" target="messageName" />
      <zeebe:input source="=&#34;${how === 'msg.other' ? '' : how}&#34;" target="bpmnProcessId" />
      <zeebe:input source="=caseNo + &#34;/follow-up&#34;" target="bizKey" />
      <zeebe:input source="={partyName: partyName, urgent: true}" target="startVariables" />
    </zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>`

/** Starts one procedure by its id twice at the same moment, then another by a message. */
const first = diagramOf(
  'first',
  `<bpmn:startEvent id="start" /><bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="join" />
   ${begins('one', 'other')}${begins('again', 'other')}${begins('message', 'msg.other')}<bpmn:endEvent id="end" />
   ${flow('start', 'split')}${flow('split', 'one')}${flow('split', 'again')}${flow('one', 'join')}${flow('again', 'join')}
   ${flow('join', 'message')}${flow('message', 'end')}`,
)
const other = diagramOf(
  'other',
  `<bpmn:startEvent id="start" />${userTask('follow', 'street-officer@LDJ-CEC', { kind: 'internal' })}
   ${flow('start', 'follow')}`,
)
const byMessage = diagramOf(
  'by-message',
  `<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>
   ${userTask('follow', 'street-officer@LDJ-CEC', { kind: 'internal' })}${flow('start', 'follow')}`,
  '<bpmn:message id="m" name="msg.other" />',
)

let office: Office
beforeAll(async () => {
  office = await openOffice()
  for (const diagram of [other, byMessage, first]) await office.deploy(diagram)
})
afterAll(() => office.close())

const begun = (id: string) => office.app.house.instances.page({ processDefinitionId: id, limit: 50 }).items

test('a procedure starts another once for each key, by its id and by a message, in the same case', async () => {
  const lin = await office.desk('lin-shen')
  const from = await lin.start('first', { caseNo: 'LDJ-PT-2026-00901', partyName: '沿阶小馆' })
  await office.settled()
  expect(begun('other')).toHaveLength(1)
  expect(begun('by-message')).toHaveLength(1)
  const [started] = begun('other')
  expect(started).toMatchObject({ caseNo: 'LDJ-PT-2026-00901', party: '沿阶小馆', startedBy: null })
  const { origins, journal } = office.app.house
  expect(origins.startedBy(from).sort()).toEqual([...begun('other'), ...begun('by-message')].map(keyOf).sort())
  expect(origins.startedFrom(started!.processInstanceKey)).toBe(from)
  const acts = journal.entriesOf(from).filter(({ verb, kind }) => verb === 'procedure.start' && kind === 'engine')
  expect(acts).toMatchObject([
    { actor: { kind: 'worker', id: 'start-procedure' }, payload: { what: 'other' }, caseNo: 'LDJ-PT-2026-00901' },
    { payload: { what: 'msg.other' } },
  ])
})

test('each instance shows the others, and one chronicle tells of all, to who may see them', async () => {
  const lin = await office.desk('lin-shen')
  const [from] = begun('first')
  type Shown = { related: { relation: string; processName: string }[] }
  const { related } = await lin.get<Shown>(`/process-instances/${from!.processInstanceKey}`)
  expect(related.map(({ relation, processName }) => [relation, processName]).sort()).toEqual([
    ['started', 'by-message'],
    ['started', 'other'],
  ])
  const started = await lin.get<Shown>(`/process-instances/${begun('other')[0]!.processInstanceKey}`)
  expect(started.related.map(({ relation }) => relation).sort()).toEqual(['same-case', 'started-from'])
  type Chronicle = { items: { at: string; sentence: string; processName: string }[] }
  const { items } = await lin.get<Chronicle>(`/process-instances/${from!.processInstanceKey}/chronicle`)
  expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort())
  expect(items[0]).toMatchObject({ sentence: '发起流程', processName: 'first', actor: { name: '林慎' } })
  expect(items.map(({ sentence }) => sentence)).toContain('另起流程')
  const stranger = await office.desk('ding-xiaoman')
  await expect(stranger.get(`/process-instances/${from!.processInstanceKey}/chronicle`)).rejects.toThrow('404')
})

test('what was personal where it comes from is not written down on its way', () => {
  const bodies = office.app.house.db.writer.prepare('SELECT body FROM journal').pluck().all()
  expect(bodies.filter(body => String(body).includes('沿阶小馆'))).toEqual([])
})

test('another instance, months later, with the same key: the answer is what was started then', async () => {
  const known = begun('other')[0]!.processInstanceKey
  const answer = await work({ bpmnProcessId: 'other', bizKey: 'LDJ-PT-2026-00901/follow-up' })
  expect(answer).toEqual({ startedInstanceKey: known })
  expect(begun('other')).toHaveLength(1)
  const next = await work({ bpmnProcessId: 'other', bizKey: 'another' })
  expect([next, begun('other').length]).toEqual([{ startedInstanceKey: expect.not.stringMatching(known) }, 2])
})

test.each<[string, Variables, string]>([
  ['a message nobody begins with', { messageName: 'msg.nobody', bizKey: 'k' }, 'Expected to find subscription'],
  ['a procedure nobody published', { bpmnProcessId: 'nothing', bizKey: 'k' }, "process ID 'nothing'"],
  ['no key', { bpmnProcessId: 'other' }, "Expected a text as 'bizKey' of 'begin', found nothing"],
  ['neither', { bizKey: 'k' }, "Expected a text as 'messageName' of 'begin', found nothing"],
  ['variables in a list', { bpmnProcessId: 'other', bizKey: 'k', startVariables: [] }, 'found a list'],
])('%s: the job fails and says so, and starts nothing', async (_, variables, message) => {
  await expect(work(variables)).rejects.toThrow(message)
  expect(office.app.house.procedureStarts.find({ what: 'msg.nobody', bizKey: 'k' })).toBeUndefined()
})

const keyOf = ({ processInstanceKey }: { processInstanceKey: string }) => processInstanceKey

/** The job of some instance of the case, worked by hand. */
function work(variables: Variables) {
  const processInstanceKey = begun('by-message')[0]!.processInstanceKey
  const job = { jobKey: '7', elementId: 'begin', processInstanceKey, bpmnProcessId: 'x', customHeaders: {}, variables }
  const tools = openTools({
    ...office.app.house,
    officers: officerTools(office.app.house),
    personalNames: { of: () => [], all: () => [] },
  })
  return startProcedure.handle(job as unknown as ActivatedJob, tools)
}
