import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processes } from './processes.ts'
import { rawClient } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

let office: ZeebeOffice
beforeAll(async () => {
  office = await openZeebeOffice()
  const bundle = new FormData()
  const { errands, hurried, supervised } = processes
  for (const [name, xml] of Object.entries({ errands, hurried, supervised }))
    bundle.append('resources', new File([xml], `${name}.bpmn`))
  expect((await office.rest('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

const UNKNOWN = '2251799999999999'

async function start(processDefinitionId: string): Promise<string> {
  return (await office.rest('POST', '/process-instances', { processDefinitionId })).body.processInstanceKey
}

async function taskOf(processInstanceKey: string): Promise<string> {
  const { body } = await office.rest('POST', '/user-tasks/search', { filter: { processInstanceKey } })
  return body.items[0].userTaskKey
}

describe('user tasks of no case and no kind', () => {
  test('are assigned, updated, released and completed', async () => {
    const key = await taskOf(await start('errands'))
    expect((await office.rest('POST', `/user-tasks/${key}/assignment`, { assignee: 'ann' })).status).toBe(204)
    expect((await office.rest('POST', `/user-tasks/${key}/assignment`, { assignee: 'bob' })).status).toBe(204)
    expect(
      await office.rest('POST', `/user-tasks/${key}/assignment`, { assignee: 'ann', allowOverride: false }),
    ).toMatchObject({
      status: 409,
      body: {
        title: 'INVALID_STATE',
        detail: `Command 'CLAIM' rejected with code 'INVALID_STATE': Expected to claim user task with key '${key}', but it has already been assigned`,
        instance: `/v2/user-tasks/${key}/assignment`,
      },
    })
    expect((await office.rest('POST', `/user-tasks/${key}/assignment`, {})).body).toMatchObject({
      status: 400,
      detail: 'No assignee provided',
    })
    expect((await office.rest('DELETE', `/user-tasks/${key}/assignee`)).status).toBe(204)
    expect((await office.rest('PATCH', `/user-tasks/${key}`, { changeset: { priority: 70 } })).status).toBe(204)
    expect((await office.rest('PATCH', `/user-tasks/${key}`, { changeset: { priority: 101 } })).status).toBe(400)
    expect((await office.rest('PATCH', `/user-tasks/${key}`, { changeset: {} })).status).toBe(400)
    const { body } = await office.rest('GET', `/user-tasks/${key}`)
    expect(body).toMatchObject({ priority: 70, state: 'CREATED' })
    expect(body).not.toHaveProperty('assignee')
    expect((await office.rest('POST', `/user-tasks/${key}/completion`, { variables: { done: 1 } })).status).toBe(204)
    expect(await office.rest('POST', `/user-tasks/${key}/completion`)).toMatchObject({
      status: 404,
      body: {
        detail: `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete user task with key '${key}', but no such user task was found`,
      },
    })
  })

  test('of 20 claims at once one is accepted, and of 20 completions', async () => {
    const key = await taskOf(await start('errands'))
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        office.rest('POST', `/user-tasks/${key}/assignment`, { assignee: `p${i}`, allowOverride: false }),
      ),
    )
    expect(claims.map(({ status }) => status).sort()).toEqual([204, ...Array(19).fill(409)])
    const completions = await Promise.all(
      Array.from({ length: 20 }, () => office.rest('POST', `/user-tasks/${key}/completion`)),
    )
    expect(completions.map(({ status }) => status).sort()).toEqual([204, ...Array(19).fill(404)])
  })

  test('are completed when their listener agrees, and not when it denies', async () => {
    const key = await taskOf(await start('supervised'))
    const client = rawClient(office.port)
    const answer = async (result: object) => {
      const completion = office.rest('POST', `/user-tasks/${key}/completion`, { action: 'approve' })
      const request = { type: 'agree', worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 20_000 }
      const { body } = await office.rest('POST', '/jobs/activation', request)
      const [job] = body.jobs
      expect(job).toMatchObject({
        kind: 'TASK_LISTENER',
        listenerEventType: 'COMPLETING',
        userTask: { userTaskKey: key, action: 'approve', priority: 50 },
      })
      await client.call('CompleteJob', { jobKey: job.jobKey, result })
      return completion
    }
    expect(await answer({ denied: true, deniedReason: 'not yet' })).toMatchObject({
      status: 409,
      body: {
        detail: `Command 'COMPLETE' rejected with code 'INVALID_STATE': Completion of the User Task with key '${key}' was denied by Task Listener. Reason to deny: 'not yet'`,
      },
    })
    expect((await office.rest('GET', `/user-tasks/${key}`)).body.state).toBe('CREATED')
    expect((await answer({ denied: false })).status).toBe(204)
    expect((await office.rest('GET', `/user-tasks/${key}`)).body.state).toBe('COMPLETED')
    client.close()
  })

  test('are gone when their deadline takes them away', async () => {
    const processInstanceKey = await start('hurried')
    const key = await taskOf(processInstanceKey)
    const ended = new Promise<void>(resolve => {
      const stop = office.app.house.engine.onCommit(() => {
        if (office.app.house.instances.find(processInstanceKey)?.state === 'ACTIVE') return
        stop()
        resolve()
      })
    })
    const timestamp = office.app.clock.now() + 3_600_000
    expect((await office.rest('PUT', '/clock', { timestamp })).status).toBe(204)
    await ended
    expect((await office.rest('PUT', '/clock', { timestamp: timestamp - 1 })).status).toBe(400)
    expect((await office.rest('POST', `/user-tasks/${key}/completion`)).status).toBe(404)
  })

  test.each([
    [
      'a key that is no number',
      'POST',
      '/user-tasks/abc/completion',
      undefined,
      400,
      "Failed to convert 'userTaskKey' with value: 'abc'",
    ],
    ['broken JSON', 'POST', `/user-tasks/${UNKNOWN}/completion`, '{', 400, 'Failed to read request'],
    ['a task nobody knows', 'POST', `/user-tasks/${UNKNOWN}/completion`, undefined, 404, 'no such user task was found'],
    ['a route that is none', 'GET', '/nothing', undefined, 404, 'There is no GET /v2/nothing'],
  ])('%s is refused', async (_, method, path, body, status, detail) => {
    expect(await office.rest(method, path, body)).toMatchObject({
      status,
      body: { detail: expect.stringContaining(detail) },
    })
  })
})
