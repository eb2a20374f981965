import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../../db/seed/desk.ts'
import { newClientToken } from '../../server/identity/clients.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { registeredCase } from '../support/registered-case.ts'
import { decideCase } from '../support/small-diagrams.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { type RawClient, rawClient } from './raw-client.ts'
import { NOW, openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** Who decides: the head of the street office, who wants to without a review (行政处罚法 第58条). */
const HEAD = 'yan-shouzheng'
const OFFICER = 'he-lichuan'
const JOB = 'prepare-decision'

/** A case under article 58 that nobody has reviewed and that waits for its decision. */
interface OpenCase {
  caseNo: string
  processInstanceKey: string
  decide: string
  decideElement: string
  /** Of the program that prepares something. */
  job: string
  /** Of a second instance, sent back and standing at a gateway: what a repair could push on. */
  incident: string
  sentBack: string
}

type Attack = (open: OpenCase) => object

const DECIDED = { decision: 'penalty', amount: 9000, is58: false, hardGate: false, clause58: [] }
const decided = JSON.stringify(DECIDED)
const ungated = decideCase.replace('<zeebe:header key="kind" value="case-decision" />', '')
const elsewhere = ungated.replaceAll('id="decide-case"', 'id="decide-elsewhere"')
// Without a variable, so that nothing but the step itself can be refused.
const activate = { activateInstructions: [{ elementId: 'made' }] }
const mapped = ['prepare', 'decide', 'made', 'rework'].map(id => ({ sourceElementId: id, targetElementId: id }))

/** Every gRPC call, as somebody would use it who wants the case decided. */
const calls: Readonly<Record<string, Attack>> = {
  Topology: () => ({}),
  DeployResource: () => ({ resources: [{ name: 'd.bpmn', content: Buffer.from(ungated) }] }),
  DeployProcess: () => ({ processes: [{ name: 'd.bpmn', definition: Buffer.from(ungated) }] }),
  DeleteResource: () => ({ resourceKey: definitionOf('decide-case') }),
  EvaluateDecision: () => ({ decisionId: 'decide', variables: decided }),
  CreateProcessInstance: ({ caseNo }) => ({
    bpmnProcessId: 'decide-case',
    version: -1,
    variables: JSON.stringify({ caseNo, ...DECIDED }),
    startInstructions: [{ elementId: 'made' }],
  }),
  CreateProcessInstanceWithResult: ({ caseNo }) => ({
    request: { bpmnProcessId: 'decide-case', version: -1, variables: JSON.stringify({ caseNo, ...DECIDED }) },
    requestTimeout: 10,
  }),
  EvaluateConditional: ({ caseNo }) => ({ variables: JSON.stringify({ caseNo, ...DECIDED }) }),
  CancelProcessInstance: ({ processInstanceKey }) => ({ processInstanceKey }),
  ModifyProcessInstance: ({ processInstanceKey, decideElement }) => ({
    processInstanceKey,
    ...activate,
    terminateInstructions: [{ elementInstanceKey: decideElement }],
  }),
  MigrateProcessInstance: ({ processInstanceKey }) => ({
    processInstanceKey,
    migrationPlan: {
      targetProcessDefinitionKey: definitionOf('decide-elsewhere'),
      mappingInstructions: mapped,
    },
  }),
  SetVariables: ({ sentBack }) => ({ elementInstanceKey: sentBack, variables: decided }),
  ResolveIncident: ({ incident }) => ({ incidentKey: incident }),
  ActivateJobs: () => ({ type: USER_TASK_JOB, timeout: 1000, maxJobsToActivate: 9, requestTimeout: -1 }),
  StreamActivatedJobs: () => ({ type: USER_TASK_JOB, timeout: 1000 }),
  CompleteJob: ({ job }) => ({ jobKey: job, variables: decided }),
  FailJob: ({ job }) => ({ jobKey: job, retries: 0, variables: decided }),
  ThrowError: ({ job }) => ({ jobKey: job, errorCode: 'x', variables: decided }),
  UpdateJobRetries: ({ job }) => ({ jobKey: job, retries: 1 }),
  UpdateJobTimeout: ({ job }) => ({ jobKey: job, timeout: 1 }),
  PublishMessage: ({ caseNo }) => ({ name: 'case-news', correlationKey: caseNo, timeToLive: 1000, variables: decided }),
  BroadcastSignal: () => ({ signalName: 'case-news', variables: decided }),
}

const USER_TASK_JOB = 'io.camunda.zeebe:userTask'

/** Every REST call that changes something. */
const routes: Readonly<Record<string, Attack>> = {
  'POST /deployments': () => ({}),
  'POST /resources/{definition}/deletion': () => ({}),
  'POST /decision-definitions/evaluation': () => ({ decisionDefinitionId: 'decide' }),
  'POST /process-instances': ({ caseNo }) => ({
    processDefinitionId: 'decide-case',
    variables: { caseNo, ...DECIDED },
    startInstructions: [{ elementId: 'made' }],
  }),
  'POST /conditionals/evaluation': ({ caseNo }) => ({ variables: { caseNo, ...DECIDED } }),
  'POST /process-instances/{processInstanceKey}/cancellation': () => ({}),
  'POST /process-instances/{processInstanceKey}/modification': ({ decideElement }) => ({
    activateInstructions: [{ elementId: 'made', variableInstructions: [{ variables: DECIDED }] }],
    terminateInstructions: [{ elementInstanceKey: decideElement }],
  }),
  'POST /process-instances/{processInstanceKey}/migration': () => ({
    targetProcessDefinitionKey: definitionOf('decide-elsewhere'),
    mappingInstructions: mapped,
  }),
  'PUT /element-instances/{sentBack}/variables': () => ({ variables: DECIDED }),
  'POST /element-instances/ad-hoc-activities/{decideElement}/activation': () => ({
    elements: [{ elementId: 'made', variables: DECIDED }],
  }),
  'POST /incidents/{incident}/resolution': () => ({}),
  'POST /jobs/activation': () => ({ type: USER_TASK_JOB, timeout: 1000, maxJobsToActivate: 9, requestTimeout: -1 }),
  'POST /jobs/{job}/completion': () => ({ variables: DECIDED }),
  'POST /jobs/{job}/failure': () => ({ variables: DECIDED }),
  'POST /jobs/{job}/error': () => ({ errorCode: 'x', variables: DECIDED }),
  'PATCH /jobs/{job}': () => ({ changeset: { retries: 1 } }),
  'POST /messages/publication': ({ caseNo }) => ({ name: 'case-news', correlationKey: caseNo, variables: DECIDED }),
  'POST /messages/correlation': ({ caseNo }) => ({ name: 'case-news', correlationKey: caseNo, variables: DECIDED }),
  'POST /signals/broadcast': () => ({ signalName: 'case-news', variables: DECIDED }),
  'PUT /clock': () => ({ timestamp: NOW + 60_000 }),
  'POST /clock/reset': () => ({}),
  'POST /user-tasks/{decide}/assignment': () => ({ assignee: HEAD }),
  'DELETE /user-tasks/{decide}/assignee': () => ({}),
  'PATCH /user-tasks/{decide}': () => ({ changeset: { candidateUsers: [OFFICER] } }),
  'POST /user-tasks/{decide}/completion': () => ({ action: 'penalty', variables: DECIDED }),
}

let definitionOf: (processDefinitionId: string) => string

describe.each(['demo', 'office'] as const)('第58条 in the %s profile', profile => {
  const { token, hash } = newClientToken()
  let office: ZeebeOffice
  let client: RawClient
  let head: Visitor
  let admin: Visitor
  let cases = 0
  beforeAll(async () => {
    office = await openZeebeOffice({
      ZEEBE_PROFILE: profile,
      // Every office at once: what a client may do at most.
      ZEEBE_CLIENTS: `all=street-officer@LDJ-CEC+subdistrict-head@LDJ:${hash}`,
    })
    client = rawClient(office.port, token)
    head = await signIn(office, HEAD)
    admin = await signIn(office, 'fang-yuangui')
    for (const [name, xml] of [
      ['decide.bpmn', decideCase],
      ['elsewhere.bpmn', elsewhere],
    ] as const) {
      const bundle = new FormData()
      bundle.append('resources', new File([xml], name))
      expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
    }
    definitionOf = id => office.app.house.definitions.findLatest(id)!.processDefinitionKey
  })
  afterAll(async () => {
    client.close()
    await office.close()
  })

  const tokenOf = (visitor: Visitor) => visitor.cookie.replace('xf_session=', '')
  const headers = () => ({ authorization: `Bearer ${token}`, 'x-person-token': tokenOf(head) })
  const completion = (key: string) => `/user-tasks/${key}/completion`

  /** One instance that waits for its decision, another one that was sent back and stands at a gateway. */
  async function openCase(): Promise<OpenCase> {
    cases += 1
    const caseNo = `LDJ-PT-2026-${String(cases).padStart(5, '0')}`
    await registeredCase(office.app, caseNo)
    const desk = await openDesk(office.app, OFFICER, DEMO_PASSWORD)
    const start = async () => await desk.start('decide-case', { caseNo, partyName: '沿阶小馆' })
    const decideOf = (instance: string) =>
      office.app.house.tasks.openOf(instance).find(({ elementId }) => elementId === 'decide')!
    const sentBack = await start()
    expect((await head.request('POST', completion(decideOf(sentBack).userTaskKey), { action: 'return' })).status).toBe(
      204,
    )
    const { incidents } = await admin.json<{ incidents: { incidentKey: string }[] }>(
      'GET',
      `/process-instances/${sentBack}`,
    )
    const processInstanceKey = await start()
    const { userTaskKey: decide, elementInstanceKey: decideElement } = decideOf(processInstanceKey)
    const wanted = { type: JOB, timeout: 60_000, maxJobsToActivate: 50, requestTimeout: -1 }
    const { body } = await office.rest('POST', '/jobs/activation', wanted, { authorization: `Bearer ${token}` })
    const jobs = body.jobs as { jobKey: string; processInstanceKey: string }[]
    const job = jobs.find(each => each.processInstanceKey === processInstanceKey)!.jobKey
    return { caseNo, processInstanceKey, decide, decideElement, job, incident: incidents[0]!.incidentKey, sentBack }
  }

  /** Whatever was called: no instance of the case has got behind its decision, and the head cannot take it either way. */
  async function holds({ caseNo, sentBack, incident }: OpenCase): Promise<void> {
    const { house } = office.app
    for (const key of house.instances.keysOfCase(caseNo)) {
      const tasks = house.tasks.allOf(key)
      expect(tasks.map(({ elementId }) => elementId)).not.toContain('made')
      for (const task of tasks.filter(({ elementId, state }) => elementId === 'decide' && state === 'CREATED')) {
        const given = { action: 'penalty', variables: {} }
        expect(await head.problem(403, 'POST', completion(task.userTaskKey), given)).toMatchObject({
          rule: 'R-REVIEW-GATE',
        })
        const answer = await office.rest('POST', completion(task.userTaskKey), given, headers())
        expect([403, 404]).toContain(answer.status)
      }
      for (const task of tasks.filter(({ elementId, state }) => elementId === 'decide' && state === 'COMPLETED'))
        expect(task.action).toBe('return')
    }
    // A repair may mend what is missing, and no more than that.
    if (house.incidents.find(incident)?.resolvedAt !== null) return
    const resolution = `/incidents/${incident}/resolution`
    expect((await admin.request('POST', resolution, { variables: { ...DECIDED } })).status).toBe(422)
    expect((await admin.request('POST', resolution, { variables: { amount: 9000 } })).status).toBe(204)
    expect(house.tasks.openOf(sentBack).map(({ elementId }) => elementId)).toContain('rework')
  }

  test.each(Object.keys(calls))('%s', async name => {
    const open = await openCase()
    if (name.includes('Activate'))
      await new Promise(resolve => {
        const stream = client.stream(name, calls[name]!(open))
        stream.on('data', () => {})
        stream.on('error', () => {})
        stream.on('status', resolve)
        if (name === 'StreamActivatedJobs') stream.cancel()
      })
    else await client.call(name, calls[name]!(open)).catch(() => {})
    await holds(open)
  })

  test.each(Object.keys(routes).flatMap(route => [[route, false] as const, [route, true] as const]))(
    '%s, with the token of the head: %s',
    async (route, isForHead) => {
      const open = await openCase()
      const [method = '', path = ''] = route.split(' ')
      const names: Record<string, string> = { ...open, definition: definitionOf('decide-case') }
      const body = route === 'POST /deployments' ? bundle() : routes[route]!(open)
      await office.rest(
        method,
        path.replace(/\{(\w+)\}/g, (_, name: string) => names[name]!),
        method === 'DELETE' ? undefined : body,
        {
          authorization: `Bearer ${token}`,
          ...(isForHead && { 'x-person-token': tokenOf(head) }),
        },
      )
      await holds(open)
    },
  )

  test('an administrator who cancels, and officers who start anew, come no further', async () => {
    const open = await openCase()
    await admin.request('POST', `/process-instances/${open.processInstanceKey}/cancellation`, { reason: '重来' })
    const officer = await signIn(office, OFFICER)
    const variables = { caseNo: open.caseNo, partyName: '沿阶小馆', ...DECIDED }
    expect(
      (await officer.request('POST', '/process-instances', { processDefinitionId: 'decide-case', variables })).status,
    ).toBe(422)
    await holds(open)
  })

  function bundle(): FormData {
    const form = new FormData()
    form.append('resources', new File([ungated], 'd.bpmn'))
    return form
  }
})

test('no call is left out', () => {
  const proto = readFileSync(new URL('../../server/engine/gateway/grpc/proto/gateway.proto', import.meta.url), 'utf8')
  expect(Object.keys(calls).sort()).toEqual([...proto.matchAll(/rpc (\w+)\(/g)].map(([, name]) => name).sort())
  const folder = new URL('../../server/engine/gateway/rest/', import.meta.url)
  const written = readdirSync(folder).flatMap(file => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/\.(post|put|patch|delete)\('(\/[^']*)'/g),
  ])
  const changing = written.map(([, method, path]) => `${method!.toUpperCase()} ${path!.replace(/:\w+/g, '{}')}`)
  expect(
    Object.keys(routes)
      .map(route => route.replace(/\{\w+\}/g, '{}'))
      .sort(),
  ).toEqual(changing.sort())
})
