import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newClientToken } from '../../server/identity/clients.ts'
import { diagram, flows } from '../contracts/open-engine.ts'
import { sendsPartyName } from '../support/small-diagrams.ts'
import { signIn } from '../support/visitor.ts'
import { discountTable, form, processes } from './processes.ts'
import { type RawClient, rawClient, refusal } from './raw-client.ts'
import { NOW, openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** What somebody tries who should not get in, or who is in and should not get further. */

const OFFICER = 'qiao-zhixing'
const ADMIN = 'fang-yuangui'

async function tokenOf(office: ZeebeOffice, accountId: string): Promise<string> {
  return (await signIn(office, accountId)).cookie.replace('xf_session=', '')
}

async function publish(office: ZeebeOffice, files: Record<string, string>): Promise<void> {
  const admin = await signIn(office, ADMIN)
  const bundle = new FormData()
  for (const [name, text] of Object.entries(files)) bundle.append('resources', new File([text], name))
  const answer = await admin.request('POST', '/deployments', bundle)
  expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status: 200 })
}

describe('who needs no token in a demonstration', () => {
  let office: ZeebeOffice
  let server: ReturnType<typeof serve>
  let port: number
  beforeAll(async () => {
    office = await openZeebeOffice()
    await new Promise<void>(resolve => {
      server = serve({ fetch: office.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
    })
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await new Promise(resolve => server.close(resolve))
    await office.close()
  })

  /** A request over a socket, with whatever headers. */
  const ask = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/v2/topology', headers, agent: false }, answer => {
        answer.resume()
        resolve(answer.statusCode!)
      })
        .on('error', reject)
        .end()
    })

  test.each([
    ['a program of this machine', {}, 200],
    ['by another name of it', { host: 'localhost' }, 200],
    ['by its name in IPv6', { host: '[::1]:3000' }, 200],
    ['a page that leads its own name here', { host: 'evil.example' }, 401],
    ['a page whose name begins like ours', { host: 'localhost.evil.example' }, 401],
    ['somebody behind a proxy that says for whom', { 'x-forwarded-for': '203.0.113.7' }, 401],
    ['somebody behind one that says so otherwise', { forwarded: 'for=203.0.113.7' }, 401],
    ['somebody who writes this machine into the header himself', { 'x-forwarded-for': '127.0.0.1' }, 401],
  ])('%s: %o is %i', async (_, headers, status) => {
    expect(await ask(headers)).toBe(status)
  })

  test('not who has hung up before he was asked', async () => {
    const gone = { incoming: { socket: {} } }
    expect((await office.app.request('http://localhost/v2/topology', {}, gone)).status).toBe(401)
  })

  test('over gRPC not who is passed on, nor who asks for another name', async () => {
    const plain = rawClient(office.port)
    const forwarded = rawClient(office.port, undefined, { 'x-forwarded-for': '203.0.113.7' })
    const renamed = rawClient(office.port, undefined, {}, { 'grpc.default_authority': 'evil.example' })
    expect(await plain.call('Topology', {})).toMatchObject({ clusterSize: 1 })
    expect((await refusal(forwarded.call('Topology', {}))).code).toBe(16)
    expect((await refusal(renamed.call('Topology', {}))).code).toBe(16)
    for (const client of [plain, forwarded, renamed]) client.close()
  })
})

describe('in an office', () => {
  const { token, hash } = newClientToken()
  const headers = { authorization: `Bearer ${token}` }
  let office: ZeebeOffice
  beforeAll(async () => {
    office = await openZeebeOffice({
      ZEEBE_PROFILE: 'office',
      ZEEBE_CLIENTS: `hotline=street-officer@LDJ-CEC:${hash}`,
    })
  })
  afterAll(() => office.close())

  const searchAs = async (personToken: string) =>
    (await office.rest('POST', '/process-instances/search', {}, { ...headers, 'x-person-token': personToken })).status

  test('a browser that is signed in is no client, and its cookie names nobody', async () => {
    const { cookie } = await signIn(office, OFFICER)
    expect((await office.rest('GET', '/topology', undefined, { cookie })).status).toBe(401)
    expect((await office.rest('POST', '/process-instances/search', {}, { ...headers, cookie })).status).toBe(403)
  })

  test('the token of a session counts until the session ends', async () => {
    const person = await signIn(office, OFFICER)
    const personToken = person.cookie.replace('xf_session=', '')
    expect(await searchAs(personToken)).toBe(200)
    await person.request('DELETE', '/session')
    expect(await searchAs(personToken)).toBe(401)
  })

  test('and until the account is locked', async () => {
    const personToken = await tokenOf(office, 'zhou-yanqing')
    expect(await searchAs(personToken)).toBe(200)
    const admin = await signIn(office, ADMIN)
    const lock = { state: 'locked', reason: 'left' }
    expect((await admin.request('PUT', '/accounts/zhou-yanqing/state', lock)).status).toBeLessThan(300)
    expect(await searchAs(personToken)).toBe(401)
  })

  test('a client does not wear out the token of the person it acts for', async () => {
    const person = await signIn(office, OFFICER)
    const personToken = person.cookie.replace('xf_session=', '')
    office.app.clock.set(office.app.clock.now() + 40 * 60_000)
    expect(await searchAs(personToken)).toBe(200)
    office.app.clock.set(office.app.clock.now() + 2 * 60_000)
    expect((await person.request('GET', '/session')).status).toBe(200)
  })

  test('nor does it keep the session open for ever', async () => {
    const personToken = await tokenOf(office, OFFICER)
    for (let hour = 0; hour < 12; hour++) {
      expect({ hour, status: await searchAs(personToken) }).toEqual({ hour, status: 200 })
      office.app.clock.set(office.app.clock.now() + 3_600_000)
    }
    expect(await searchAs(personToken)).toBe(401)
  })

  test('no token stands in the journal', async () => {
    const personToken = await tokenOf(office, OFFICER)
    await office.rest('POST', '/signals/broadcast', { signalName: 'x' }, { ...headers, 'x-person-token': personToken })
    await office.rest('POST', '/user-tasks/1/completion', {}, { ...headers, 'x-person-token': personToken })
    const book = office.app.house.db.writer.prepare('select body from journal').pluck().all().join()
    for (const secret of [token, hash, personToken]) expect(book.includes(secret)).toBe(false)
  })

  test('what is personal in a procedure stays out of the book when a client sends it in a message', async () => {
    await publish(office, { 'sends-party-name.bpmn': sendsPartyName })
    const officer = await signIn(office, OFFICER)
    const variables = { caseNo: 'LDJ-PT-2026-00001', partyName: '沿阶小馆' }
    const started = await officer.request('POST', '/process-instances', {
      processDefinitionId: 'sends-party-name',
      variables,
    })
    expect(started.status).toBe(200)
    const message = {
      name: 'tip',
      timeToLive: 60_000,
      variables: { partyName: '听雨楼', detail: { partyName: '望江阁' } },
    }
    expect((await office.rest('POST', '/messages/publication', message, headers)).status).toBe(200)
    const book = office.app.house.db.writer.prepare('select body from journal').pluck().all().join()
    for (const name of ['沿阶小馆', '听雨楼', '望江阁'])
      expect({ name, isThere: book.includes(name) }).toEqual({ name, isThere: false })
  })

  test('a name that no key has does not fill the book, not even refused', async () => {
    const { journal } = office.app.house
    const name = 'x'.repeat(100_000)
    await office.rest('POST', '/resources/1/deletion', {}, headers)
    await office.rest('POST', '/conditionals/evaluation', { variables: {}, tenantId: name }, headers)
    await office.rest('POST', '/messages/publication', { name, variables: { caseNo: 'X-1' } }, headers)
    const refused = journal.findEntry(journal.lastSeq())!
    expect(refused).toMatchObject({ kind: 'refused', verb: 'message.publish' })
    expect(JSON.stringify(refused).length).toBeLessThan(1000)
  })
})

describe('what belongs to the procedures of a demonstration', () => {
  const office_ = { kind: '<zeebe:taskHeaders><zeebe:header key="kind" value="internal"/></zeebe:taskHeaders>' }
  const procedure = diagram(
    `<bpmn:startEvent id="s"/>
     <bpmn:businessRuleTask id="rate"><bpmn:extensionElements>
       <zeebe:calledDecision decisionId="discount" resultVariable="percent"/></bpmn:extensionElements></bpmn:businessRuleTask>
     <bpmn:callActivity id="then"><bpmn:extensionElements>
       <zeebe:calledElement processId="straight"/></bpmn:extensionElements></bpmn:callActivity>
     <bpmn:userTask id="look"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="order"/>
       ${office_.kind}</bpmn:extensionElements></bpmn:userTask>
     <bpmn:endEvent id="e"/>${flows('s-rate', 'rate-then', 'then-look', 'look-e')}`,
    '',
    'ours',
  )
  const shipped = {
    'ours.bpmn': procedure,
    'straight.bpmn': processes.straight,
    'prices.dmn': discountTable,
    'order.form': form,
  }
  let office: ZeebeOffice
  let client: RawClient
  beforeAll(async () => {
    office = await openZeebeOffice()
    client = rawClient(office.port)
    await publish(office, shipped)
  })
  afterAll(async () => {
    client.close()
    await office.close()
  })

  const deploy = (name: string, text: string) =>
    client.call('DeployResource', { resources: [{ name, content: Buffer.from(text) }] })

  test.each([
    ['its diagram', 'ours.bpmn', procedure.replace(office_.kind, '')],
    ['its diagram under another file name', 'theirs.bpmn', procedure.replace(office_.kind, '')],
    ['its diagram under another ending', 'ours.bpmn20.xml', procedure.replace(office_.kind, '')],
    ['a process it calls', 'straight.bpmn', processes.straight.replace('id="s"', 'id="s" name="anew"')],
    ['a decision it rests on', 'prices.dmn', discountTable.replace('>10<', '>99<')],
    ['the same decision in another file', 'mine.dmn', discountTable.replace('id="prices"', 'id="mine"')],
    ['its form', 'order.form', form.replace('"Name"', '"Nothing"')],
    ['its start form', 'start.form', form.replace('"order"', '"ours.start"')],
  ])('%s is not replaced', async (_, name, text) => {
    expect(await refusal(deploy(name, text))).toMatchObject({
      code: 7,
      details: expect.stringMatching(/^Command 'CREATE' rejected with code 'FORBIDDEN': .*a procedure of the office/),
    })
  })

  test('all of it is published again as it is', async () => {
    const resources = Object.entries(shipped).map(([name, text]) => ({ name, content: Buffer.from(text) }))
    await client.call('DeployResource', { resources })
  })

  test("a client's own is published beside it", async () => {
    await deploy('mine.form', form.replace('"order"', '"mine"'))
    await deploy('one.bpmn', processes.one)
  })

  test('nothing of it is deleted', async () => {
    const { definitions, db } = office.app.house
    const requirements = db.writer.prepare('select decision_requirements_key from engine_requirements').pluck().all()
    const keys = [
      definitions.findLatest('ours')!.processDefinitionKey,
      definitions.findLatest('straight')!.processDefinitionKey,
      definitions.findLatestForm('order')!.formKey,
      ...requirements.map(String),
    ]
    expect(keys.length).toBeGreaterThan(3)
    for (const resourceKey of keys)
      expect({ resourceKey, ...(await refusal(client.call('DeleteResource', { resourceKey }))) }).toMatchObject({
        resourceKey,
        code: 7,
      })
  })

  test('a start that names a case belongs to the case', async () => {
    await deploy('one.bpmn', processes.one)
    const variables = JSON.stringify({ caseNo: 'LDJ-PT-2026-00009' })
    const { processInstanceKey } = await client.call('CreateProcessInstance', { bpmnProcessId: 'one', variables })
    expect(office.app.house.instances.caseOf(processInstanceKey)).toBe('LDJ-PT-2026-00009')
    const change = { elementInstanceKey: processInstanceKey, variables: '{"caseNo":"ELSEWHERE-1"}' }
    expect((await refusal(client.call('SetVariables', change))).code).toBe(7)
  })

  test('its clock goes neither back nor out of the calendar', async () => {
    for (const timestamp of [NOW - 1, 32_503_680_000_000, Number.MAX_SAFE_INTEGER])
      expect((await office.rest('PUT', '/clock', { timestamp })).status).toBe(400)
    expect(office.app.clock.now()).toBe(NOW)
  })
})
