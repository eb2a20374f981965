import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processes } from './processes.ts'
import { rawClient, refusal } from './raw-client.ts'
import { openZeebeOffice } from './zeebe-office.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunfa-keys-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The highest key of partition 1, of partition 2 and of all. */
const HUGE = ['4503599627370495', '6755399441055743', '9223372036854775807', '-1', '0']

const CALLS: [name: string, request: (key: string) => object][] = [
  ['CompleteJob', jobKey => ({ jobKey })],
  ['FailJob', jobKey => ({ jobKey, retries: 1 })],
  ['ThrowError', jobKey => ({ jobKey, errorCode: 'x' })],
  ['UpdateJobRetries', jobKey => ({ jobKey, retries: 1 })],
  ['UpdateJobTimeout', jobKey => ({ jobKey, timeout: 1000 })],
  ['CancelProcessInstance', processInstanceKey => ({ processInstanceKey })],
  ['ModifyProcessInstance', processInstanceKey => ({ processInstanceKey, activateInstructions: [{ elementId: 'x' }] })],
  ['SetVariables', elementInstanceKey => ({ elementInstanceKey, variables: '{}' })],
  ['ResolveIncident', incidentKey => ({ incidentKey })],
  ['DeleteResource', resourceKey => ({ resourceKey })],
  [
    'MigrateProcessInstance',
    processInstanceKey => ({
      processInstanceKey,
      migrationPlan: { targetProcessDefinitionKey: processInstanceKey, mappingInstructions: [] },
    }),
  ],
]

test('a made-up key is not found, and after a restart the next key is a small one', async () => {
  const first = await openZeebeOffice({}, { folder })
  const client = rawClient(first.port)
  const xml = Buffer.from(processes.one)
  await client.call('DeployResource', { resources: [{ name: 'one.bpmn', content: xml }] })
  for (const [name, request] of CALLS)
    for (const key of HUGE)
      expect({ name, key, code: (await refusal(client.call(name, request(key)))).code }).toEqual({ name, key, code: 5 })
  const before = await client.call('CreateProcessInstance', { bpmnProcessId: 'one' })
  client.close()
  await first.close()

  const second = await openZeebeOffice({}, { folder })
  const again = rawClient(second.port)
  const after = await again.call('CreateProcessInstance', { bpmnProcessId: 'one' })
  // A restart skips what was reserved ahead, no more.
  expect(Number(after.processInstanceKey) - Number(before.processInstanceKey)).toBeLessThan(200_001)
  await again.call('CancelProcessInstance', { processInstanceKey: after.processInstanceKey })
  again.close()
  await second.close()
})
