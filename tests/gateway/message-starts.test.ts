import { afterAll, beforeAll, expect, test } from 'vitest'
import { diagram, flows } from '../contracts/open-engine.ts'
import { rawClient } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** What is heard while it runs is heard under the name of its business. */
const called = diagram(
  `<bpmn:extensionElements><zeebe:properties><zeebe:property name="bizKey" value="whistleId"/></zeebe:properties></bpmn:extensionElements>
   <bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
   <bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="n"/></bpmn:intermediateCatchEvent>
   <bpmn:endEvent id="e"/>${flows('s-c', 'c-e')}`,
  `<bpmn:message id="m" name="msg.whistle.request"/>
   <bpmn:message id="n" name="msg.whistle.withdrawn"><bpmn:extensionElements>
     <zeebe:subscription correlationKey="=whistleId"/></bpmn:extensionElements></bpmn:message>`,
  'called',
)

let office: ZeebeOffice
beforeAll(async () => {
  office = await openZeebeOffice()
  const client = rawClient(office.port)
  await client.call('DeployResource', { resources: [{ name: 'called.bpmn', content: Buffer.from(called) }] })
  client.close()
})
afterAll(() => office.close())

const begun = () => office.app.house.instances.page({ state: 'ACTIVE', limit: 10 }).items
const incidents = () => office.app.house.incidents.page({ state: 'ACTIVE' }).items

test('a message that begins a procedure without naming its business gives it the key of the message', async () => {
  const message = { name: 'msg.whistle.request', correlationKey: 'LDJ-PT-2026-00077/w', variables: { orgCode: 'LDJ' } }
  expect((await office.rest('POST', '/messages/publication', message)).status).toBe(200)
  expect(begun()).toHaveLength(1)
  const key = begun()[0]!.processInstanceKey
  expect(office.app.house.engine.visibleVariables(key, key)).toMatchObject({ whistleId: 'LDJ-PT-2026-00077/w' })
  expect(incidents()).toEqual([])
})

test.each(['publication', 'correlation'])('without a key either it is refused, and nothing begins: %s', async way => {
  const before = begun().length
  const message = { name: 'msg.whistle.request', correlationKey: '', variables: { orgCode: 'LDJ' } }
  const refused = await office.rest('POST', `/messages/${way}`, message)
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining("variable 'whistleId'") } })
  expect(begun()).toHaveLength(before)
  expect(incidents()).toEqual([])
})
