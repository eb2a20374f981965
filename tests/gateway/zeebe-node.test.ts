import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ZBClient } from 'zeebe-node'
import { discountTable, form, processes } from './processes.ts'
import { refusal } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

let office: ZeebeOffice
let client: ZBClient
beforeAll(async () => {
  office = await openZeebeOffice()
  client = office.client()
  for (const [name, xml] of Object.entries(processes)) if (name !== 'broken') await deploy(name, xml)
  await client.deployResource({ name: 'prices.dmn', decision: Buffer.from(discountTable) })
})
afterAll(() => office.close())

const deploy = (name: string, xml: string) => client.deployResource({ name: `${name}.bpmn`, process: Buffer.from(xml) })
const start = (bpmnProcessId: string, variables: Record<string, unknown> = {}) =>
  client.createProcessInstance({ bpmnProcessId, variables: variables as never })
const UNKNOWN = '2251799999999999'

interface Job {
  key: string
  processInstanceKey: string
  variables: Record<string, unknown>
  elementInstanceKey: string
  retries: number
  worker: string
  customHeaders: Record<string, string>
}

/** The first job of a type, as a worker of the client gets it; the worker leaves it open. */
async function lease(taskType: string, options: { timeout?: number; fetchVariable?: string[] } = {}): Promise<Job> {
  let got: (job: Job) => void = () => {}
  const first = new Promise<Job>(resolve => {
    got = resolve
  })
  const worker = client.createWorker({
    taskType,
    maxJobsToActivate: 1,
    ...options,
    taskHandler: job => {
      got(job as unknown as Job)
      return job.forward()
    },
  })
  const job = await first
  await worker.close(0)
  return job
}

/** What the journal says happened last to an instance. */
function ended(processInstanceKey: string): string | undefined {
  return office.app.house.instances.find(processInstanceKey)?.state
}

function incidentOf(processInstanceKey: string): string {
  const open = office.app.house.incidents.ofInstance(processInstanceKey).filter(({ resolvedAt }) => resolvedAt === null)
  return open[0]!.incidentKey
}

describe('resources', () => {
  test('topology tells of one broker that leads one partition', async () => {
    const { brokers, partitionsCount, gatewayVersion } = await client.topology()
    expect(partitionsCount).toBe(1)
    expect(gatewayVersion).toMatch(/^8\./)
    expect(brokers[0]!.partitions).toEqual([{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }])
  })

  test('a diagram is deployed, and again as what it was', async () => {
    const [first] = (await deploy('again', processes.one.replace('id="one"', 'id="again"'))).deployments
    expect(first!.process).toMatchObject({
      bpmnProcessId: 'again',
      version: 1,
      resourceName: 'again.bpmn',
      tenantId: '<default>',
    })
    const [same] = (await deploy('again', processes.one.replace('id="one"', 'id="again"'))).deployments
    expect(same!.process).toEqual(first!.process)
  })

  test('the older call deploys diagrams alone', async () => {
    const { key, processes: deployed } = await client.deployProcess({
      name: 'old.bpmn',
      definition: Buffer.from(processes.straight),
    })
    expect(key).toMatch(/^\d+$/)
    expect(deployed[0]).toMatchObject({ bpmnProcessId: 'straight', resourceName: 'old.bpmn' })
  })

  test('decisions and their requirements are told with keys', async () => {
    const { deployments } = await client.deployResource({ name: 'prices.dmn', decision: Buffer.from(discountTable) })
    const decision = deployments.find(each => 'decision' in each && each.decision)!
    expect(decision).toMatchObject({
      decision: {
        dmnDecisionId: 'discount',
        dmnDecisionName: 'Discount',
        version: 1,
        dmnDecisionRequirementsId: 'prices',
      },
    })
    expect((decision as { decision: { decisionKey: string } }).decision.decisionKey).toMatch(/^\d{16}$/)
    expect(deployments.find(each => 'decisionRequirements' in each && each.decisionRequirements)).toBeDefined()
  })

  test('a form is deployed', async () => {
    const { deployments } = await client.deployResource({ name: 'order.form', form: Buffer.from(form) })
    expect(deployments[0]).toMatchObject({ form: { formId: 'order', version: 1, resourceName: 'order.form' } })
  })

  test('a diagram that cannot be executed is refused with its elements', async () => {
    const { code, details } = await refusal(deploy('broken', processes.broken))
    expect(code).toBe(3)
    expect(details).toMatch(
      /^Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:\n'broken\.bpmn': - Element: x\n/,
    )
  })

  test('a decision is evaluated by id and by key', async () => {
    const byId = await client.evaluateDecision({ decisionId: 'discount', variables: { amount: 120 } } as never)
    expect(byId).toMatchObject({
      decisionId: 'discount',
      decisionOutput: '10',
      decisionRequirementsId: 'prices',
      failureMessage: '',
    })
    expect(byId.evaluatedDecisions[0]).toMatchObject({
      decisionType: 'DECISION_TABLE',
      matchedRules: [{ ruleId: 'r1', ruleIndex: 1, evaluatedOutputs: [{ outputId: 'out', outputValue: '10' }] }],
    })
    const byKey = await client.evaluateDecision({ decisionKey: byId.decisionKey, variables: { amount: 20 } } as never)
    expect(byKey.decisionOutput).toBe('null')
  })

  test('a decision nobody deployed is refused', async () => {
    const { code, details } = await refusal(client.evaluateDecision({ decisionId: 'nope', variables: {} } as never))
    expect(code).toBe(5)
    expect(details).toBe(
      "Command 'EVALUATE' rejected with code 'NOT_FOUND': Expected to evaluate decision 'nope', but no decision found for id 'nope'",
    )
  })
})

describe('instances', () => {
  test('start by id in the latest version, by version, and not in one that is none', async () => {
    expect(await start('one')).toMatchObject({ bpmnProcessId: 'one', version: 1, tenantId: '<default>' })
    expect(await client.createProcessInstance({ bpmnProcessId: 'one', version: 1, variables: {} })).toMatchObject({
      version: 1,
    })
    const { code, details } = await refusal(
      client.createProcessInstance({ bpmnProcessId: 'one', version: 9, variables: {} }),
    )
    expect(code).toBe(5)
    expect(details).toBe(
      "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'one' and version '9', but none found",
    )
  })

  test('start at the elements named', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      bpmnProcessId: 'two',
      variables: {},
      startInstructions: [{ elementId: 'second' }],
    })
    const job = await lease('second')
    expect(job.processInstanceKey).toBe(processInstanceKey)
    await client.completeJob({ jobKey: job.key, variables: {} })
    expect(ended(processInstanceKey)).toBe('COMPLETED')
  })

  test('a process nobody deployed is refused', async () => {
    expect(await refusal(start('nope'))).toMatchObject({
      code: 5,
      details:
        "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'nope', but none found",
    })
  })

  test('one that waits for nobody answers with its result, filtered', async () => {
    const result = await client.createProcessInstanceWithResult({
      bpmnProcessId: 'straight',
      variables: { a: 1, b: { c: '二' } },
      fetchVariables: ['b'],
    })
    expect(result.variables).toEqual({ b: { c: '二' } })
  })

  test('a result that does not come in time is a deadline exceeded, and the instance goes on', async () => {
    const waiting = refusal(
      client.createProcessInstanceWithResult({ bpmnProcessId: 'one', variables: { late: true }, requestTimeout: 50 }),
    )
    expect((await waiting).code).toBe(4)
  })

  test('is canceled once', async () => {
    const { processInstanceKey } = await start('payment', { orderId: 'c-1' })
    await client.cancelProcessInstance(processInstanceKey)
    expect(ended(processInstanceKey)).toBe('TERMINATED')
    expect(await refusal(client.cancelProcessInstance(processInstanceKey))).toEqual({
      code: 5,
      details: `Command 'CANCEL' rejected with code 'NOT_FOUND': Expected to cancel a process instance with key '${processInstanceKey}', but no such process was found`,
    })
  })

  test('variables are set in an instance, and not where there is none', async () => {
    const { processInstanceKey } = await start('payment', { orderId: 'v-1' })
    await client.setVariables({ elementInstanceKey: processInstanceKey, variables: { extra: 1 }, local: false })
    await client.publishMessage({ name: 'paid', correlationKey: 'v-1', timeToLive: 0, variables: {} })
    expect((await lease('ship')).variables).toMatchObject({ extra: 1 })
    expect(await refusal(client.setVariables({ elementInstanceKey: UNKNOWN, variables: {}, local: true }))).toEqual({
      code: 5,
      details: `Command 'UPDATE' rejected with code 'NOT_FOUND': Expected to update variables for element with key '${UNKNOWN}', but no such element was found`,
    })
  })

  test('is modified: one element begun, another ended', async () => {
    const { processInstanceKey } = await start('two')
    const { elementInstanceKey } = await lease('first')
    await client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [
        {
          elementId: 'second',
          ancestorElementInstanceKey: '-1',
          variableInstructions: [{ variables: { m: 7 }, scopeId: '' }],
        },
      ],
      terminateInstructions: [{ elementInstanceKey }],
    })
    const second = await lease('second')
    expect(second).toMatchObject({ processInstanceKey, variables: { m: 7 } })
    const { code, details } = await refusal(
      client.modifyProcessInstance({
        processInstanceKey,
        activateInstructions: [{ elementId: 'nope', ancestorElementInstanceKey: '-1', variableInstructions: [] }],
      }),
    )
    expect(code).toBe(3)
    expect(details).toContain("could not be found: 'nope'")
  })
})

describe('jobs', () => {
  test('a worker gets a job whole and completes it', async () => {
    const { processInstanceKey } = await start('one', { mine: 'a worker gets a job whole' })
    const done = new Promise<Job>(resolve => {
      const worker = client.createWorker({
        taskType: 'work',
        taskHandler: async job => {
          const acknowledged = await job.complete({ answer: 42 } as never)
          if (job.processInstanceKey !== processInstanceKey) return acknowledged
          resolve(job as unknown as Job)
          void worker.close(0)
          return acknowledged
        },
      })
    })
    expect(await done).toMatchObject({
      elementId: 'work',
      bpmnProcessId: 'one',
      processDefinitionVersion: 1,
      retries: 3,
      customHeaders: {},
      variables: { mine: 'a worker gets a job whole' },
    })
    expect(ended(processInstanceKey)).toBe('COMPLETED')
  })

  test('only the variables asked for are fetched', async () => {
    await start('one', { a: 1, b: 2 })
    const job = await lease('work', { fetchVariable: ['b'] })
    expect(job.variables).toEqual({ b: 2 })
    await client.completeJob({ jobKey: job.key, variables: {} })
  })

  test('a second completion finds no job', async () => {
    await start('one')
    const { key: jobKey } = await lease('work')
    await client.completeJob({ jobKey, variables: {} })
    expect(await refusal(client.completeJob({ jobKey, variables: {} }))).toEqual({
      code: 5,
      // The client adds a hint of its own.
      details: expect.stringContaining(
        `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '${jobKey}', but no such job was found`,
      ),
    })
  })

  test('a failed job is tried again, at once or never', async () => {
    const { processInstanceKey } = await start('one')
    const { key: jobKey } = await lease('work')
    await client.failJob({ jobKey, retries: 1, errorMessage: 'not now', retryBackOff: 0 } as never)
    expect(await lease('work')).toMatchObject({ key: jobKey, retries: 1 })
    await client.failJob({ jobKey, retries: 0, errorMessage: 'never', retryBackOff: 0 } as never)
    expect(office.app.house.incidents.ofInstance(processInstanceKey)).toMatchObject([
      { errorType: 'JOB_NO_RETRIES', errorMessage: 'never' },
    ])
    expect((await refusal(client.completeJob({ jobKey, variables: {} }))).code).toBe(9)
    await client.cancelProcessInstance(processInstanceKey)
  })

  test('an incident is resolved after the retries were raised, not before', async () => {
    const { processInstanceKey } = await start('one')
    const { key: jobKey } = await lease('work')
    await client.failJob({ jobKey, retries: 0, errorMessage: 'broken', retryBackOff: 0 } as never)
    const incidentKey = incidentOf(processInstanceKey)
    expect(await refusal(client.resolveIncident({ incidentKey }))).toMatchObject({ code: 9 })
    expect(await refusal(client.updateJobRetries({ jobKey, retries: 0 }))).toMatchObject({
      code: 3,
      details: `Command 'UPDATE_RETRIES' rejected with code 'INVALID_ARGUMENT': Expected to update retries for job with key '${jobKey}' with a positive amount of retries, but the amount given was '0'`,
    })
    await client.updateJobRetries({ jobKey, retries: 2 })
    await client.resolveIncident({ incidentKey })
    expect(await lease('work')).toMatchObject({ key: jobKey, retries: 2 })
    await client.completeJob({ jobKey, variables: {} })
    expect(ended(processInstanceKey)).toBe('COMPLETED')
    expect(await refusal(client.resolveIncident({ incidentKey }))).toMatchObject({ code: 5 })
  })

  test('an incident of a condition is resolved by what was missing', async () => {
    const { processInstanceKey } = await start('choice')
    const incidentKey = incidentOf(processInstanceKey)
    await client.setVariables({ elementInstanceKey: processInstanceKey, variables: { n: 11 }, local: false })
    await client.resolveIncident({ incidentKey })
    expect((await lease('large')).processInstanceKey).toBe(processInstanceKey)
  })

  test('an error is caught, or is an incident', async () => {
    const { processInstanceKey } = await start('errand')
    await client.throwError({
      jobKey: (await lease('buy')).key,
      errorCode: 'no-stock',
      errorMessage: 'sold out',
    } as never)
    expect(ended(processInstanceKey)).toBe('COMPLETED')
    const uncaught = await start('errand')
    await client.throwError({ jobKey: (await lease('buy')).key, errorCode: 'other', errorMessage: '' } as never)
    expect(office.app.house.incidents.ofInstance(uncaught.processInstanceKey)).toMatchObject([
      { errorType: 'UNHANDLED_ERROR_EVENT' },
    ])
  })

  test('what no job has is refused in the words of the command', async () => {
    const answers = await Promise.all([
      refusal(client.completeJob({ jobKey: UNKNOWN, variables: {} })),
      refusal(client.failJob({ jobKey: UNKNOWN, retries: 1, errorMessage: '', retryBackOff: 0 } as never)),
      refusal(client.throwError({ jobKey: UNKNOWN, errorCode: 'x', errorMessage: '' } as never)),
      refusal(client.updateJobRetries({ jobKey: UNKNOWN, retries: 1 })),
    ])
    expect(answers.map(({ code }) => code)).toEqual([5, 5, 5, 5])
    expect(
      answers.map(({ details }) => /^Command '(\w+)' rejected with code 'NOT_FOUND': Expected to /.exec(details)?.[1]),
    ).toEqual(['COMPLETE', 'FAIL', 'THROW_ERROR', 'UPDATE_RETRIES'])
  })

  test('of 20 completions at once one is accepted', async () => {
    await start('one')
    const { key: jobKey } = await lease('work')
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => client.completeJob({ jobKey, variables: {} })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = all.flatMap(each => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(new Set(codes)).toEqual(new Set([5]))
  })

  test('of 20 workers at once each job goes to one', async () => {
    const keys = new Set(
      (await Promise.all(Array.from({ length: 20 }, () => start('one')))).map(each => each.processInstanceKey),
    )
    const seen: string[] = []
    let all: () => void = () => {}
    const got = new Promise<void>(resolve => {
      all = resolve
    })
    const workers = Array.from({ length: 20 }, () =>
      client.createWorker({
        taskType: 'work',
        maxJobsToActivate: 3,
        taskHandler: job => {
          seen.push(job.processInstanceKey)
          const answer = job.complete()
          if (new Set(seen.filter(key => keys.has(key))).size === keys.size) all()
          return answer
        },
      }),
    )
    await got
    await Promise.all(workers.map(worker => worker.close(0)))
    const mine = seen.filter(key => keys.has(key))
    expect(mine).toHaveLength(20)
  })
})

describe('messages and signals', () => {
  test('a message reaches who waits for it', async () => {
    const { processInstanceKey } = await start('payment', { orderId: 'm-1' })
    await client.publishMessage({ name: 'paid', correlationKey: 'm-1', timeToLive: 0, variables: { sum: 5 } })
    expect(await lease('ship')).toMatchObject({ processInstanceKey, variables: { sum: 5 } })
  })

  test('a message is kept for who comes later, and under its id only once', async () => {
    const message = { name: 'paid', correlationKey: 'm-2', messageId: 'once', timeToLive: 60_000, variables: {} }
    await client.publishMessage(message)
    expect(await refusal(client.publishMessage(message))).toEqual({
      code: 6,
      details:
        "Command 'PUBLISH' rejected with code 'ALREADY_EXISTS': Expected to publish a new message with id 'once', but a message with that id was already published",
    })
    const { processInstanceKey } = await start('payment', { orderId: 'm-2' })
    expect((await lease('ship')).processInstanceKey).toBe(processInstanceKey)
  })

  test('a message begins an instance', async () => {
    await client.publishStartMessage({ name: 'ordered', timeToLive: 0, variables: { item: 'tea' } })
    expect((await lease('pack')).variables).toMatchObject({ item: 'tea' })
  })

  test('a signal reaches everybody', async () => {
    const both = await Promise.all([start('alarmed'), start('alarmed')])
    const { key } = await client.broadcastSignal({ signalName: 'alarm', variables: {} })
    expect(key).toMatch(/^\d{16}$/)
    expect(both.map(({ processInstanceKey }) => ended(processInstanceKey))).toEqual(['COMPLETED', 'COMPLETED'])
  })
})

describe('the connection', () => {
  test('variables that are no object are refused', async () => {
    const answer = await refusal(client.createProcessInstance({ bpmnProcessId: 'one', variables: [1] as never }))
    expect(answer).toMatchObject({
      code: 3,
      details: expect.stringContaining("Expected document to be a root level object, but was 'ARRAY'"),
    })
  })

  test('a message of more than 4 MB is refused', async () => {
    expect((await refusal(start('one', { big: 'x'.repeat(5 * 1024 * 1024) }))).code).toBe(8)
  })
})
