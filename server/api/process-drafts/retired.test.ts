import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobsDone } from '../../../db/seed/jobs-done.ts'
import { openZeebeOffice, type ZeebeOffice } from '../../../tests/gateway/zeebe-office.ts'
import { diagramOf, flow, userTask } from '../../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { newClientToken } from '../../identity/clients.ts'

const leaf = diagramOf(
  'leaf',
  `<bpmn:startEvent id="start" />${userTask('work', 'street-officer@LDJ-CEC', { kind: 'internal' })}${flow('start', 'work')}`,
)
const caller = diagramOf(
  'caller',
  `<bpmn:startEvent id="start" /><bpmn:callActivity id="call"><bpmn:extensionElements>
     <zeebe:calledElement processId="leaf" /></bpmn:extensionElements></bpmn:callActivity>${flow('start', 'call')}`,
)
const starter = diagramOf(
  'starter',
  `<bpmn:startEvent id="start" /><bpmn:serviceTask id="begin"><bpmn:extensionElements>
     <zeebe:taskDefinition type="start-procedure" retries="1" /><zeebe:ioMapping>
       <zeebe:input source="=&#34;leaf&#34;" target="bpmnProcessId" />
       <zeebe:input source="=caseNo + &#34;/next&#34;" target="bizKey" /></zeebe:ioMapping>
   </bpmn:extensionElements></bpmn:serviceTask>${flow('start', 'begin')}`,
)
const OUT_OF_USE = "Expected process 'leaf' to be in use, but it was taken out of use"

describe.each(['demo', 'office'] as const)('a procedure that is out of use, in the %s profile', profile => {
  const { token, hash } = newClientToken()
  let office: ZeebeOffice
  let admin: Visitor
  let officer: Visitor
  beforeAll(async () => {
    office = await openZeebeOffice({ ZEEBE_PROFILE: profile, ZEEBE_CLIENTS: `all=street-officer@LDJ-CEC:${hash}` })
    admin = await signIn(office, 'fang-yuangui')
    officer = await signIn(office, 'lin-shen')
    for (const diagram of [leaf, caller, starter]) await publish(diagram)
    const { processDefinitionKey } = office.app.house.definitions.findLatest('leaf')!
    const path = `/process-definitions/${processDefinitionKey}/retirement`
    expect((await admin.request('POST', path, { reason: '暂停使用' })).status).toBe(204)
  })
  afterAll(() => office.close())

  async function publish(diagram: string): Promise<void> {
    const bundle = new FormData()
    bundle.append('resources', new File([diagram], 'small.bpmn'))
    expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  }

  const running = () => office.app.house.instances.page({ processDefinitionId: 'leaf', limit: 10 }).items.length
  async function begun(processDefinitionId: string, caseNo: string): Promise<string> {
    const body = { processDefinitionId, variables: { caseNo } }
    const { processInstanceKey } = await officer.json<{ processInstanceKey: string }>(
      'POST',
      '/process-instances',
      body,
    )
    // A job that fails is what is waited for here.
    await jobsDone(office.app.house).catch(() => undefined)
    return processInstanceKey
  }
  const faultOf = (key: string) => office.app.house.incidents.ofInstance(key).map(({ errorMessage }) => errorMessage)

  test('is started by no client', async () => {
    const body = { processDefinitionId: 'leaf', variables: { caseNo: 'LDJ-PT-2026-00001' } }
    const answer = await office.rest('POST', '/process-instances', body, { authorization: `Bearer ${token}` })
    expect([answer.status, running()]).toEqual([409, 0])
    expect(answer.body.detail).toContain(profile === 'demo' ? OUT_OF_USE : 'procedure.retired')
  })

  test('is called by none: that one waits with a fault that says so, and goes on when it is put back', async () => {
    const key = await begun('caller', 'LDJ-PT-2026-00002')
    expect(faultOf(key)).toEqual([expect.stringContaining("id 'leaf' to be in use, but it was taken out of use")])
    const started = await begun('starter', 'LDJ-PT-2026-00003')
    expect(faultOf(started)).toEqual([expect.stringContaining(OUT_OF_USE)])
    expect(running()).toBe(0)
    await publish(leaf.replace('name="work"', 'name="again"'))
    for (const { incidentKey } of [key, started].flatMap(each => office.app.house.incidents.ofInstance(each)))
      expect(
        (await admin.request('POST', `/incidents/${incidentKey}/resolution`, { reason: '重新启用' })).status,
      ).toBeLessThan(300)
    await jobsDone(office.app.house)
    expect(running()).toBe(2)
  })
})
