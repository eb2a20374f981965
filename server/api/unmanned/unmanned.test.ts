import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../../db/verify.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { readings } from '../../open-house.ts'

let office: Office
let admin: Visitor
let keeper: Visitor
beforeEach(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
  keeper = await signIn(office, 'jian-shuyan')
})
afterEach(() => office.close())

/** A task of one element, for whom the diagram says. */
const diagram = (id: string, assignment: string, headers = '') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d-${id}" targetNamespace="t">
  <bpmn:process id="${id}" name="试办" isExecutable="true">
    <bpmn:extensionElements><zeebe:properties><zeebe:property name="startRoles" value="street-officer" /></zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="begin" />
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="step" />
    <bpmn:userTask id="step" name="试办环节">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition ${assignment} /><zeebe:taskHeaders>${headers}</zeebe:taskHeaders></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="step" targetRef="finish" />
    <bpmn:endEvent id="finish" />
  </bpmn:process>
</bpmn:definitions>`

async function start(assignment: string, headers = ''): Promise<void> {
  const bundle = new FormData()
  bundle.append('resources', new File([diagram('trial', assignment, headers)], 'trial.bpmn'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const lin = await signIn(office, 'lin-shen')
  const body = { processDefinitionId: 'trial', variables: { caseNo: 'LDJ-PT-2026-00777' } }
  expect((await lin.request('POST', '/process-instances', body)).status).toBe(200)
}
interface Unmanned {
  items: { name: string; caseNo: string; reasons: { candidate: string; reason: string; text: string }[] }[]
}
async function reasons(): Promise<string[]> {
  await office.app.tasksSettled()
  const { items } = await admin.json<Unmanned>('GET', '/unmanned-tasks')
  return items.flatMap(item => item.reasons.map(({ text }) => text))
}
const kind = (name: string) => `<zeebe:header key="kind" value="${name}" />`

describe('a task that nobody could do', () => {
  test('is found when it begins, with what is missing in which organisation', async () => {
    await start(`candidateGroups="hearing-host@LDJ-PMO, judge@LDJ, street-officer@XXX"`)
    expect(await reasons()).toEqual([
      '粮道街道公共管理办公室 · 听证主持人：无人任职',
      '粮道街道办事处 · judge：没有这个角色',
      'XXX · 街道执法人员：没有这个机构，或者已经撤销',
    ])
  })

  test('is cleared by itself when somebody is appointed, and comes back when he goes; both stand in the journal', async () => {
    await start(`candidateGroups="hearing-host@LDJ-PMO"`)
    expect(await reasons()).toHaveLength(1)
    const appointment = { role: 'hearing-host', org: 'LDJ-PMO', from: '2026-11-24', to: null, isActing: false }
    expect((await admin.request('POST', '/personnel/shen-zhiwei/appointments', appointment)).status).toBe(201)
    expect(await reasons()).toEqual([])
    const end = {
      ...{ appointmentId: 'shen-zhiwei/hearing-host@LDJ-PMO/2026-11-24', to: null },
      ...{ isActing: false, isEnded: true, reason: '另有任用' },
    }
    expect((await admin.request('PATCH', '/personnel/shen-zhiwei/appointments', end)).status).toBe(204)
    expect(await reasons()).toEqual(['粮道街道公共管理办公室 · 听证主持人：无人任职'])
    const { items } = await admin.json<{ items: { processInstanceKey: string }[] }>('GET', '/unmanned-tasks')
    const { items: entries } = await admin.json<{ items: { verb: string; sentence: string }[] }>(
      'GET',
      `/process-instances/${items[0]?.processInstanceKey}/records`,
    )
    expect(entries.map(({ verb }) => verb).filter(verb => verb.startsWith('task.'))).toEqual([
      ...['task.unmanned', 'task.manned', 'task.unmanned'],
    ])
    expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
  })

  test('is found when the only certificate that would do is suspended, and cleared when it is restored', async () => {
    await start(`candidateUsers="deng-ziyang"`, kind('inspection'))
    expect(await reasons()).toEqual([])
    const { items } = await keeper.json<{ items: { certificateId: string }[] }>('GET', '/certificates?q=deng-ziyang')
    const path = `/certificates/${items[0]?.certificateId}/states`
    const turn = (state: string) => ({ state, effectiveAt: '2026-11-24T02:00:00Z', reason: '按通知' })
    expect((await keeper.request('POST', path, turn('suspended'))).status).toBe(201)
    expect(await reasons()).toEqual(['邓子扬没有有效的执法证件'])
    office.app.clock.set(Date.parse('2026-11-24T03:00:00Z'))
    await keeper.request('POST', path, { ...turn('valid'), effectiveAt: '2026-11-24T02:30:00Z' })
    expect(await reasons()).toEqual([])
  })

  test('is found when separation of duty leaves nobody: who started it handles the case', async () => {
    await start(`candidateUsers="lin-shen"`, kind('legal-review-first'))
    expect(await reasons()).toEqual(['林慎因职责分离不能办'])
  })

  test('is found when the only account that could do it is locked', async () => {
    await start(`candidateUsers="deng-ziyang"`)
    expect(await reasons()).toEqual([])
    const lock = (state: string) => admin.request('PUT', '/accounts/deng-ziyang/state', { state, reason: '离岗' })
    expect((await lock('locked')).status).toBe(204)
    expect(await reasons()).toEqual(['邓子扬没有可用的账号'])
    await lock('active')
    expect(await reasons()).toEqual([])
  })

  test('that needs two is found when only one is left', async () => {
    const two = `${kind('inspection')}<zeebe:header key="cosign" value="true" />`
    await start(`candidateUsers="deng-ziyang"`, two)
    expect(await reasons()).toEqual(['需要两人签署，只有邓子扬可以办'])
  })

  test('is told to operators alone', async () => {
    const officer = await signIn(office, 'deng-ziyang')
    await officer.problem(403, 'GET', '/unmanned-tasks')
  })
})
