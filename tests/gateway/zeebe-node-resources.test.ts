import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ZBClient } from 'zeebe-node'
import { discountTable, form, processes } from './processes.ts'
import { refusal } from './raw-client.ts'
import { type Seat, takeSeat } from './zeebe-node-seat.ts'

let seat: Seat
let client: ZBClient
beforeAll(async () => {
  seat = await takeSeat()
  client = seat.client
})
afterAll(() => seat.office.close())

describe('resources', () => {
  test('topology tells of one broker that leads one partition', async () => {
    const { brokers, partitionsCount, gatewayVersion } = await client.topology()
    expect(partitionsCount).toBe(1)
    expect(gatewayVersion).toMatch(/^8\./)
    expect(brokers[0]!.partitions).toEqual([{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }])
  })

  test('a diagram is deployed, and again as what it was', async () => {
    const [first] = (await seat.deploy('again', processes.one.replace('id="one"', 'id="again"'))).deployments
    expect(first!.process).toMatchObject({
      bpmnProcessId: 'again',
      version: 1,
      resourceName: 'again.bpmn',
      tenantId: '<default>',
    })
    const [same] = (await seat.deploy('again', processes.one.replace('id="one"', 'id="again"'))).deployments
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
    expect((decision as unknown as { decision: { decisionKey: string } }).decision.decisionKey).toMatch(/^\d{16}$/)
    expect(deployments.find(each => 'decisionRequirements' in each && each.decisionRequirements)).toBeDefined()
  })

  test('a form is deployed', async () => {
    const { deployments } = await client.deployResource({ name: 'order.form', form: Buffer.from(form) })
    expect(deployments[0]).toMatchObject({ form: { formId: 'order', version: 1, resourceName: 'order.form' } })
  })

  test('a diagram that cannot be executed is refused with its elements', async () => {
    const { code, details } = await refusal(seat.deploy('broken', processes.broken))
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
