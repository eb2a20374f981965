import { expect, test } from 'vitest'
import type { ActivatedJob, Variables } from '../engine/index.ts'
import { publishMessage } from './publish-message.ts'
import type { WorkerTools } from './worker.ts'

const job = (variables: Variables, customHeaders: Record<string, string> = {}): ActivatedJob => ({
  jobKey: '7',
  type: 'publish-message',
  processInstanceKey: '1',
  bpmnProcessId: 'p',
  processDefinitionKey: '2',
  processDefinitionVersion: 1,
  elementId: 'publish',
  elementInstanceKey: '3',
  retries: 3,
  deadline: 0,
  customHeaders,
  variables,
  cause: 1,
})

const postOffice = (send: (message: unknown) => void = () => {}) =>
  ({ publish: async (_, message) => send(message) }) as Partial<WorkerTools> as WorkerTools

async function published(given: ActivatedJob): Promise<unknown[]> {
  const sent: unknown[] = []
  await publishMessage.handle(
    given,
    postOffice(message => void sent.push(message)),
  )
  return sent
}

test('inputs win over headers; the job is the id of the message', async () => {
  const given = job(
    { messageName: 'msg.result', messageVariables: { outcome: 'passed' } },
    { messageName: 'other', messageKey: 'FS-1' },
  )
  expect(await published(given)).toEqual([
    expect.objectContaining({
      name: 'msg.result',
      correlationKey: 'FS-1',
      messageId: '7',
      variables: { outcome: 'passed' },
    }),
  ])
})

test.each<[string, Variables, string]>([
  ['without a name', { messageKey: 'k' }, "Expected a text as 'messageName' of 'publish', found nothing"],
  [
    'with an empty key',
    { messageName: 'n', messageKey: '' },
    "Expected a text as 'messageKey' of 'publish', found an empty text",
  ],
  [
    'with a number as key',
    { messageName: 'n', messageKey: 5 },
    "Expected a text as 'messageKey' of 'publish', found a value of type number",
  ],
  [
    'with a list to carry',
    { messageName: 'n', messageKey: 'k', messageVariables: [1] },
    "Expected an object as 'messageVariables' of 'publish', found a list",
  ],
])('%s the job fails and says so', async (_, variables, message) => {
  await expect(publishMessage.handle(job(variables), postOffice())).rejects.toThrow(message)
})
