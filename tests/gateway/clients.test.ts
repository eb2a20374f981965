import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { newClientToken } from '../../server/identity/clients.ts'
import { diagram, flows } from '../contracts/open-engine.ts'
import { respondAndReview } from '../support/small-diagrams.ts'
import { processes } from './processes.ts'
import { type RawClient, rawClient, refusal } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** How an office holds programs: by token and roles, and never as operators. */
describe('in an office', () => {
  const officer = newClientToken()
  const publisher = newClientToken()
  const auditor = newClientToken()
  let office: ZeebeOffice
  let raw: RawClient[] = []
  const as = (token?: string) => {
    const client = rawClient(office.port, token)
    raw = [...raw, client]
    return client
  }
  beforeAll(async () => {
    office = await openZeebeOffice({
      ZEEBE_PROFILE: 'office',
      ZEEBE_CLIENTS: [
        `hotline=street-officer@LDJ-CEC:${officer.hash}`,
        `pipeline=process-admin@WC-SFJ:${publisher.hash}`,
        `watcher=auditor@WC-SFJ:${auditor.hash}`,
      ].join(','),
    })
    const resources = [
      { name: 'one.bpmn', content: Buffer.from(processes.one) },
      { name: 'review.bpmn', content: Buffer.from(respondAndReview) },
    ]
    await as(publisher.token).call('DeployResource', { resources })
  })
  afterAll(async () => {
    for (const client of raw) client.close()
    await office.close()
  })

  test('nobody comes in without a token, or with one that is none', async () => {
    expect((await refusal(as().call('Topology', {}))).code).toBe(16)
    expect((await refusal(as('made-up').call('Topology', {}))).code).toBe(16)
    expect((await office.rest('GET', '/topology')).status).toBe(401)
    expect(
      (await office.rest('GET', '/topology', undefined, { authorization: `Bearer ${officer.token}` })).status,
    ).toBe(200)
  })

  test('the journal says who may come in, and holds no token', async () => {
    const entry = office.app.house.journal.entries({ limit: 100 }).find(({ verb }) => verb === 'gateway.open')
    expect(entry).toMatchObject({
      kind: 'security',
      payload: {
        profile: 'office',
        clients: [{ id: 'hotline', roles: ['street-officer@LDJ-CEC'] }, { id: 'pipeline' }, { id: 'watcher' }],
      },
    })
    expect(JSON.stringify(entry)).not.toContain(officer.hash)
  })

  test('a client starts what its roles may start, as people do, and is no handler', async () => {
    const started = await as(officer.token).call('CreateProcessInstance', {
      bpmnProcessId: 'respond-and-review',
      version: -1,
      variables: JSON.stringify({ caseNo: 'LDJ-PT-2026-00001' }),
    })
    const [entry] = office.app.house.journal.entriesOf(started.processInstanceKey)
    expect(entry).toMatchObject({
      verb: 'process-instance.create',
      caseNo: 'LDJ-PT-2026-00001',
      actor: { kind: 'client', id: 'hotline', role: 'street-officer', org: 'LDJ-CEC', via: 'grpc' },
    })
    expect(office.app.house.participations.ofCase('LDJ-PT-2026-00001')).toEqual([])
  })

  test.each([
    ['without a case', { bpmnProcessId: 'respond-and-review', variables: '{}' }, 3],
    [
      'with what no form asks for',
      { bpmnProcessId: 'respond-and-review', variables: '{"caseNo":"X-1","orgCode":"Y"}' },
      3,
    ],
    ['a process without start roles', { bpmnProcessId: 'one', variables: '{"caseNo":"X-1"}' }, 7],
    [
      'in the middle',
      {
        bpmnProcessId: 'respond-and-review',
        variables: '{"caseNo":"X-1"}',
        startInstructions: [{ elementId: 'review' }],
      },
      7,
    ],
    ['an old version', { bpmnProcessId: 'respond-and-review', version: 7, variables: '{"caseNo":"X-1"}' }, 5],
  ])('it does not start %s', async (_, request, code) => {
    expect((await refusal(as(officer.token).call('CreateProcessInstance', request))).code).toBe(code)
  })

  test.each([
    ['CancelProcessInstance', { processInstanceKey: '2251799813685300' }, 'CANCEL'],
    ['ModifyProcessInstance', { processInstanceKey: '2251799813685300' }, 'MODIFY'],
    [
      'MigrateProcessInstance',
      { processInstanceKey: '2251799813685300', migrationPlan: { targetProcessDefinitionKey: '1' } },
      'MIGRATE',
    ],
    ['SetVariables', { elementInstanceKey: '2251799813685300', variables: '{}' }, 'UPDATE'],
    ['ResolveIncident', { incidentKey: '2251799813685300' }, 'RESOLVE'],
    ['UpdateJobRetries', { jobKey: '2251799813685300', retries: 1 }, 'UPDATE_RETRIES'],
    ['EvaluateConditional', { variables: '{}' }, 'EVALUATE'],
    ['DeleteResource', { resourceKey: '2251799813685300' }, 'DELETE'],
  ])('%s is an operator’s, whoever asks, and the refusal is journaled', async (name, request, intent) => {
    for (const { token } of [officer, publisher, auditor]) {
      const { code, details } = await refusal(as(token).call(name, request))
      expect(code).toBe(7)
      expect(details).toMatch(new RegExp(`^Command '${intent}' rejected with code 'FORBIDDEN': Expected an operator`))
    }
    const { journal } = office.app.house
    expect(journal.findEntry(journal.lastSeq())).toMatchObject({
      kind: 'refused',
      actor: { kind: 'client', id: 'watcher' },
    })
  })

  test('who publishes does no work, and who works does not publish', async () => {
    const resources = [{ name: 'one.bpmn', content: Buffer.from(processes.one) }]
    expect((await refusal(as(officer.token).call('DeployResource', { resources }))).code).toBe(7)
    const start = { bpmnProcessId: 'respond-and-review', variables: '{"caseNo":"X-2"}' }
    expect((await refusal(as(publisher.token).call('CreateProcessInstance', start))).code).toBe(7)
    expect((await refusal(as(publisher.token).call('PublishMessage', { name: 'x', variables: '{}' }))).code).toBe(7)
  })

  test.each([
    ['people', 'waits-for-people', 'io.camunda.zeebe:userTask'],
    ['the house', 'waits-for-house', 'publish-message'],
  ])('jobs of %s are not leased to clients, nor done by them', async (_, id, type) => {
    const xml = diagram(
      `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
       <bpmn:serviceTask id="t"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="1"/>
       </bpmn:extensionElements></bpmn:serviceTask><bpmn:endEvent id="e"/>${flows('s-t', 't-e')}`,
      `<bpmn:message id="m" name="${id}"/>`,
      id,
    )
    await as(publisher.token).call('DeployResource', { resources: [{ name: `${id}.bpmn`, content: Buffer.from(xml) }] })
    const message = { name: id, correlationKey: '', variables: {} }
    expect((await office.rest('POST', '/messages/publication', message, bearer(officer.token))).status).toBe(200)
    const request = { type, timeout: 1000, maxJobsToActivate: 1, worker: 'w', requestTimeout: -1 }
    const rows = office.app.house.db.writer.prepare('select job_key from engine_job where type = ?').pluck()
    const jobKey = String(rows.get(type))
    for (const [path, body] of [
      ['/jobs/activation', request],
      [`/jobs/${jobKey}/completion`, {}],
      [`/jobs/${jobKey}/failure`, {}],
      [`/jobs/${jobKey}/error`, { errorCode: 'x' }],
    ] as const)
      expect({ path, ...(await office.rest('POST', path, body, bearer(officer.token))) }).toMatchObject({
        path,
        status: 403,
        body: { detail: expect.stringContaining(`'${type}' is done by people or by the house`) },
      })
  })

  test('a message cannot name another case', async () => {
    const message = { name: 'x', variables: JSON.stringify({ caseNo: 'ELSEWHERE-1' }) }
    expect((await refusal(as(officer.token).call('PublishMessage', message))).code).toBe(7)
  })

  test('nobody moves its clock', async () => {
    const answer = await office.rest('PUT', '/clock', { timestamp: 4_000_000_000_000 }, bearer(publisher.token))
    expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringMatching(/^Command 'PIN' rejected/) } })
  })

  test('only who may read everything searches in its own name', async () => {
    const search = (token: string) => office.rest('POST', '/process-instances/search', {}, bearer(token))
    expect((await search(officer.token)).status).toBe(403)
    expect((await search(auditor.token)).status).toBe(200)
  })

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
})

describe('in a demonstration', () => {
  let office: ZeebeOffice
  beforeAll(async () => {
    office = await openZeebeOffice()
  })
  afterAll(() => office.close())

  test('a page of another site is refused, whatever name it calls us by', async () => {
    const { request } = office.app
    const ask = (headers: Record<string, string>, url = 'http://localhost/v2/signals/broadcast') =>
      request(url, {
        method: 'POST',
        body: JSON.stringify({ signalName: 'x' }),
        headers: { 'content-type': 'application/json', ...headers },
      })
    expect((await ask({})).status).toBe(200)
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask({}, 'http://evil.example/v2/signals/broadcast')).status).toBe(401)
  })

  test('a token that is not known is ignored: clients send one although none is needed', async () => {
    expect((await office.rest('GET', '/topology', undefined, { authorization: 'Bearer anything' })).status).toBe(200)
  })
})

test('behind a proxy nobody is of this machine', async () => {
  const office = await openZeebeOffice({ PUBLIC_URL: 'https://xunfa.example.cn' })
  expect((await office.rest('GET', '/topology')).status).toBe(401)
  await office.close()
})

describe('the settings', () => {
  test('without an address there is no door', async () => {
    const office = await openZeebeOffice()
    const folder = await mkdtemp(join(tmpdir(), 'xunfa-shut-'))
    const app = await createApp({
      config: readConfig({ DATA_DIR: folder, DEMO: 'yes', LOG_LEVEL: 'error', PASSWORD_MEMORY_KB: '8' }),
    })
    expect(await app.openGateway()).toBeUndefined()
    expect((await app.request('/v2/topology')).status).toBe(404)
    await app.stop()
    await rm(folder, { recursive: true, force: true })
    await office.close()
  })

  test("the demo profile does not start on an office's database", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xunfa-office-'))
    const settings = {
      DATA_DIR: folder,
      DEMO: 'no',
      LOG_LEVEL: 'error',
      PASSWORD_MEMORY_KB: '8',
      ZEEBE_GATEWAY: '127.0.0.1:0',
    }
    await expect(createApp({ config: readConfig({ ...settings, ZEEBE_PROFILE: 'demo' }) })).rejects.toThrow(
      /^ZEEBE_PROFILE: found 'demo', but the database in '.*' is a real office$/,
    )
    const app = await createApp({ config: readConfig(settings) })
    expect((await app.request('/v2/topology')).status).toBe(401)
    await app.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([
    'erp',
    'erp=role:abc',
    'Erp=a@b:0',
    `a=r@o:${'0'.repeat(64)},a=r@o:${'1'.repeat(64)}`,
    `a=r@o:${'0'.repeat(64)},b=r@o:${'0'.repeat(64)}`,
  ])('a list of clients like %s is refused at start', list => {
    expect(() => readConfig({ ZEEBE_CLIENTS: list })).toThrow(/^ZEEBE_CLIENTS: /)
  })
})
