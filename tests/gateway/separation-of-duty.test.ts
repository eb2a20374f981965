import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../../db/seed/desk.ts'
import { newClientToken } from '../../server/identity/clients.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { respondAndReview } from '../support/small-diagrams.ts'
import { signIn } from '../support/visitor.ts'
import { type RawClient, rawClient } from './raw-client.ts'
import { NOW, openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** Officer and reviewer at once: the handler of these cases, who must not review them (行政处罚法 第58条). */
const HANDLER = 'qiao-zhixing'
const REVIEWER = 'zhou-yanqing'

/** A case that waits for its review, and everything by which a call could reach it. */
interface OpenCase {
  caseNo: string
  processInstanceKey: string
  processDefinitionKey: string
  review: string
  respond: string
  elementInstanceKey: string
}

type Attack = (open: OpenCase) => object

const unreviewed = respondAndReview.replace('<zeebe:header key="kind" value="legal-review-first" />', '')
const another = unreviewed.replaceAll('id="respond-and-review"', 'id="review-of-no-kind"')
const elsewhere = JSON.stringify({ caseNo: 'ELSEWHERE-1', handlerIds: [], startedBy: 'nobody' })

/** Every gRPC call, as somebody would use it who wants the handler to review his own case. */
const calls: Readonly<Record<string, Attack>> = {
  Topology: () => ({}),
  DeployResource: () => ({ resources: [{ name: 'r.bpmn', content: Buffer.from(unreviewed) }] }),
  DeployProcess: () => ({ processes: [{ name: 'r.bpmn', definition: Buffer.from(unreviewed) }] }),
  DeleteResource: ({ processDefinitionKey }) => ({ resourceKey: processDefinitionKey }),
  EvaluateDecision: () => ({ decisionId: 'review', variables: elsewhere }),
  CreateProcessInstance: ({ caseNo }) => ({
    bpmnProcessId: 'respond-and-review',
    version: -1,
    variables: JSON.stringify({ caseNo, handlerIds: [] }),
    startInstructions: [{ elementId: 'review' }],
  }),
  CreateProcessInstanceWithResult: ({ caseNo }) => ({
    request: {
      bpmnProcessId: 'respond-and-review',
      version: -1,
      variables: JSON.stringify({ caseNo, handlerIds: [] }),
    },
    requestTimeout: 10,
  }),
  EvaluateConditional: ({ caseNo }) => ({ variables: JSON.stringify({ caseNo, handlerIds: [] }) }),
  CancelProcessInstance: ({ processInstanceKey }) => ({ processInstanceKey }),
  ModifyProcessInstance: ({ processInstanceKey }) => ({
    processInstanceKey,
    activateInstructions: [{ elementId: 'review', variableInstructions: [{ variables: elsewhere }] }],
  }),
  MigrateProcessInstance: ({ processInstanceKey }) => ({
    processInstanceKey,
    migrationPlan: {
      targetProcessDefinitionKey: unreviewedKey(),
      mappingInstructions: ['respond', 'review'].map(id => ({ sourceElementId: id, targetElementId: id })),
    },
  }),
  SetVariables: ({ processInstanceKey }) => ({ elementInstanceKey: processInstanceKey, variables: elsewhere }),
  ResolveIncident: ({ review }) => ({ incidentKey: review }),
  ActivateJobs: () => ({ type: USER_TASK_JOB, timeout: 1000, maxJobsToActivate: 9, requestTimeout: -1 }),
  StreamActivatedJobs: () => ({ type: USER_TASK_JOB, timeout: 1000 }),
  CompleteJob: ({ review }) => ({ jobKey: review, variables: elsewhere }),
  FailJob: ({ review }) => ({ jobKey: review, retries: 0 }),
  ThrowError: ({ review }) => ({ jobKey: review, errorCode: 'x', variables: elsewhere }),
  UpdateJobRetries: ({ review }) => ({ jobKey: review, retries: 1 }),
  UpdateJobTimeout: ({ review }) => ({ jobKey: review, timeout: 1 }),
  PublishMessage: ({ caseNo }) => ({ name: 'review', correlationKey: caseNo, timeToLive: 1000, variables: elsewhere }),
  BroadcastSignal: () => ({ signalName: 'review', variables: elsewhere }),
}

const USER_TASK_JOB = 'io.camunda.zeebe:userTask'

/** Every REST call that changes something. */
const routes: Readonly<Record<string, Attack>> = {
  'POST /deployments': () => ({}),
  'POST /resources/{processDefinitionKey}/deletion': () => ({}),
  'POST /decision-definitions/evaluation': () => ({ decisionDefinitionId: 'review' }),
  'POST /process-instances': ({ caseNo }) => ({
    processDefinitionId: 'respond-and-review',
    variables: { caseNo, handlerIds: [] },
  }),
  'POST /conditionals/evaluation': ({ caseNo }) => ({ variables: { caseNo, handlerIds: [] } }),
  'POST /process-instances/{processInstanceKey}/cancellation': () => ({}),
  'POST /process-instances/{processInstanceKey}/modification': () => ({
    activateInstructions: [{ elementId: 'review', variableInstructions: [{ variables: { caseNo: 'ELSEWHERE-1' } }] }],
  }),
  'POST /process-instances/{processInstanceKey}/migration': () => ({
    targetProcessDefinitionKey: unreviewedKey(),
    mappingInstructions: ['respond', 'review'].map(id => ({ sourceElementId: id, targetElementId: id })),
  }),
  'PUT /element-instances/{elementInstanceKey}/variables': () => ({ variables: { caseNo: 'ELSEWHERE-1' } }),
  'POST /element-instances/ad-hoc-activities/{elementInstanceKey}/activation': () => ({
    elements: [{ elementId: 'review', variables: { caseNo: 'ELSEWHERE-1' } }],
  }),
  'POST /incidents/{review}/resolution': () => ({}),
  'POST /jobs/activation': () => ({ type: USER_TASK_JOB, timeout: 1000, maxJobsToActivate: 9, requestTimeout: -1 }),
  'POST /jobs/{review}/completion': () => ({ variables: { caseNo: 'ELSEWHERE-1' } }),
  'POST /jobs/{review}/failure': () => ({}),
  'POST /jobs/{review}/error': () => ({ errorCode: 'x' }),
  'PATCH /jobs/{review}': () => ({ changeset: { retries: 1 } }),
  'POST /messages/publication': () => ({ name: 'review', variables: { caseNo: 'ELSEWHERE-1' } }),
  'POST /messages/correlation': () => ({ name: 'review', variables: { caseNo: 'ELSEWHERE-1' } }),
  'POST /signals/broadcast': () => ({ signalName: 'review', variables: { caseNo: 'ELSEWHERE-1' } }),
  'PUT /clock': () => ({ timestamp: NOW + 60_000 }),
  'POST /clock/reset': () => ({}),
  'POST /user-tasks/{review}/assignment': () => ({ assignee: HANDLER }),
  'DELETE /user-tasks/{review}/assignee': () => ({}),
  'PATCH /user-tasks/{review}': () => ({ changeset: { candidateUsers: [HANDLER] } }),
  'POST /user-tasks/{review}/completion': () => ({}),
}

let unreviewedKey: () => string

describe.each(['demo', 'office'] as const)('in the %s profile', profile => {
  const { token, hash } = newClientToken()
  let office: ZeebeOffice
  let client: RawClient
  let personToken: string
  let cases = 0
  beforeAll(async () => {
    office = await openZeebeOffice({
      ZEEBE_PROFILE: profile,
      // Every role at once: what a client may do at most.
      ZEEBE_CLIENTS: `all=street-officer@LDJ-CEC+center-legal-reviewer@LDJ-CEC:${hash}`,
    })
    client = rawClient(office.port, token)
    personToken = await tokenOf(HANDLER)
    await publish('respond-and-review.bpmn', respondAndReview)
    await publish('another.bpmn', another)
    unreviewedKey = () => office.app.house.definitions.findLatest('review-of-no-kind')!.processDefinitionKey
  })
  afterAll(async () => {
    client.close()
    await office.close()
  })

  const tokenOf = async (accountId: string) => (await signIn(office, accountId)).cookie.replace('xf_session=', '')

  async function publish(name: string, xml: string): Promise<void> {
    const admin = await signIn(office, 'fang-yuangui')
    const bundle = new FormData()
    bundle.append('resources', new File([xml], name))
    expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  }

  async function openCase(): Promise<OpenCase> {
    cases += 1
    const caseNo = `LDJ-PT-2026-${String(cases).padStart(5, '0')}`
    const desk = await openDesk(office.app, HANDLER, DEMO_PASSWORD)
    const processInstanceKey = await desk.start('respond-and-review', { caseNo })
    const tasks = office.app.house.tasks.openOf(processInstanceKey)
    const task = (id: string) => tasks.find(({ elementId }) => elementId === id)!
    const { userTaskKey, elementInstanceKey, processDefinitionKey } = task('review')
    const respond = task('respond').userTaskKey
    return { caseNo, processInstanceKey, processDefinitionKey, review: userTaskKey, respond, elementInstanceKey }
  }

  /** Whatever was called: the handler cannot review, by himself or through a client, and no client has. */
  async function holds({ caseNo }: OpenCase): Promise<void> {
    const { house } = office.app
    for (const key of house.instances.keysOfCase(caseNo)) {
      for (const task of house.tasks.allOf(key).filter(({ elementId }) => elementId === 'review')) {
        const answer = await office.rest(
          'POST',
          `/user-tasks/${task.userTaskKey}/completion`,
          {},
          {
            authorization: `Bearer ${token}`,
            'x-person-token': personToken,
          },
        )
        expect([403, 404]).toContain(answer.status)
        expect(house.tasks.find(task.userTaskKey)!.state).not.toBe('COMPLETED')
      }
    }
    // The review still belongs to the case of which the handler is a part.
    expect(house.participations.ofCase(caseNo)).toContainEqual(expect.objectContaining({ personId: HANDLER }))
  }

  test.each(Object.keys(calls))('%s', async name => {
    const open = await openCase()
    if (name.includes('Activate'))
      await new Promise(resolve => {
        const stream = client.stream(name, calls[name]!(open))
        stream.on('data', () => {})
        stream.on('error', () => {})
        stream.on('status', resolve)
        // The refusal of a stream comes at its first job; there is none.
        if (name === 'StreamActivatedJobs') stream.cancel()
      })
    else await client.call(name, calls[name]!(open)).catch(() => {})
    await holds(open)
  })

  test.each(Object.keys(routes).flatMap(route => [[route, false] as const, [route, true] as const]))(
    '%s, with the token of the handler: %s',
    async (route, isForHandler) => {
      const open = await openCase()
      const [method = '', path = ''] = route.split(' ')
      const named = path.replace(/\{(\w+)\}/g, (_, name: keyof OpenCase) => open[name])
      const body = route === 'POST /deployments' ? bundle() : routes[route]!(open)
      await office.rest(method, named, method === 'DELETE' ? undefined : body, {
        authorization: `Bearer ${token}`,
        ...(isForHandler && { 'x-person-token': personToken }),
      })
      await holds(open)
    },
  )

  test('another reviewer reviews it, through the same client, and the entry says so', async () => {
    const { review } = await openCase()
    const headers = { authorization: `Bearer ${token}`, 'x-person-token': await tokenOf(REVIEWER) }
    const claim = { assignee: REVIEWER, allowOverride: false }
    expect((await office.rest('POST', `/user-tasks/${review}/assignment`, claim, headers)).status).toBe(204)
    expect((await office.rest('POST', `/user-tasks/${review}/completion`, {}, headers)).status).toBe(204)
    const { journal, tasks } = office.app.house
    expect(journal.findEntry(tasks.find(review)!.endedSeq!)).toMatchObject({
      verb: 'user-task.complete',
      actor: { kind: 'person', id: REVIEWER, role: 'center-legal-reviewer', via: 'rest:all' },
    })
  })

  test('no person is found by a token that is none', async () => {
    const { review } = await openCase()
    const headers = { authorization: `Bearer ${token}`, 'x-person-token': 'made-up' }
    expect((await office.rest('POST', `/user-tasks/${review}/completion`, {}, headers)).status).toBe(401)
  })

  function bundle(): FormData {
    const form = new FormData()
    form.append('resources', new File([unreviewed], 'r.bpmn'))
    return form
  }
})

test('no call is left out', () => {
  const proto = readFileSync(new URL('../../server/engine/gateway/grpc/proto/gateway.proto', import.meta.url), 'utf8')
  const declared = [...proto.matchAll(/rpc (\w+)\(/g)].map(([, name]) => name)
  expect(Object.keys(calls).sort()).toEqual(declared.sort())
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
