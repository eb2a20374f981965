import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ZBClient } from 'zeebe-node'
import { refusal } from './raw-client.ts'
import { type Job, type Seat, takeSeat } from './zeebe-node-seat.ts'

let seat: Seat
let client: ZBClient
beforeAll(async () => {
  seat = await takeSeat()
  client = seat.client
})
afterAll(() => seat.office.close())

const UNKNOWN = '2251799999999999'

describe('jobs', () => {
  test('a worker gets a job whole and completes it', async () => {
    const { processInstanceKey } = await seat.start('one', { mine: 'a worker gets a job whole' })
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
    expect(seat.stateOf(processInstanceKey)).toBe('COMPLETED')
  })

  test('only the variables asked for are fetched', async () => {
    await seat.start('one', { a: 1, b: 2 })
    const job = await seat.lease('work', { fetchVariable: ['b'] })
    expect(job.variables).toEqual({ b: 2 })
    await client.completeJob({ jobKey: job.key, variables: {} })
  })

  test('a second completion finds no job', async () => {
    await seat.start('one')
    const { key: jobKey } = await seat.lease('work')
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
    const { processInstanceKey } = await seat.start('one')
    const { key: jobKey } = await seat.lease('work')
    await client.failJob({ jobKey, retries: 1, errorMessage: 'not now', retryBackOff: 0 } as never)
    expect(await seat.lease('work')).toMatchObject({ key: jobKey, retries: 1 })
    await client.failJob({ jobKey, retries: 0, errorMessage: 'never', retryBackOff: 0 } as never)
    expect(seat.office.app.house.incidents.ofInstance(processInstanceKey)).toMatchObject([
      { errorType: 'JOB_NO_RETRIES', errorMessage: 'never' },
    ])
    expect((await refusal(client.completeJob({ jobKey, variables: {} }))).code).toBe(9)
    await client.cancelProcessInstance(processInstanceKey)
  })

  test('an incident is resolved after the retries were raised, not before', async () => {
    const { processInstanceKey } = await seat.start('one')
    const { key: jobKey } = await seat.lease('work')
    await client.failJob({ jobKey, retries: 0, errorMessage: 'broken', retryBackOff: 0 } as never)
    const incidentKey = seat.incidentOf(processInstanceKey)
    expect(await refusal(client.resolveIncident({ incidentKey }))).toMatchObject({ code: 9 })
    expect(await refusal(client.updateJobRetries({ jobKey, retries: 0 }))).toMatchObject({
      code: 3,
      details: `Command 'UPDATE_RETRIES' rejected with code 'INVALID_ARGUMENT': Expected to update retries for job with key '${jobKey}' with a positive amount of retries, but the amount given was '0'`,
    })
    await client.updateJobRetries({ jobKey, retries: 2 })
    await client.resolveIncident({ incidentKey })
    expect(await seat.lease('work')).toMatchObject({ key: jobKey, retries: 2 })
    await client.completeJob({ jobKey, variables: {} })
    expect(seat.stateOf(processInstanceKey)).toBe('COMPLETED')
    expect(await refusal(client.resolveIncident({ incidentKey }))).toMatchObject({ code: 5 })
  })

  test('an incident of a condition is resolved by what was missing', async () => {
    const { processInstanceKey } = await seat.start('choice')
    const incidentKey = seat.incidentOf(processInstanceKey)
    await client.setVariables({ elementInstanceKey: processInstanceKey, variables: { n: 11 }, local: false })
    await client.resolveIncident({ incidentKey })
    expect((await seat.lease('large')).processInstanceKey).toBe(processInstanceKey)
  })

  test('an error is caught, or is an incident', async () => {
    const { processInstanceKey } = await seat.start('errand')
    await client.throwError({
      jobKey: (await seat.lease('buy')).key,
      errorCode: 'no-stock',
      errorMessage: 'sold out',
    } as never)
    expect(seat.stateOf(processInstanceKey)).toBe('COMPLETED')
    const uncaught = await seat.start('errand')
    await client.throwError({ jobKey: (await seat.lease('buy')).key, errorCode: 'other', errorMessage: '' } as never)
    expect(seat.office.app.house.incidents.ofInstance(uncaught.processInstanceKey)).toMatchObject([
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
    await seat.start('one')
    const { key: jobKey } = await seat.lease('work')
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => client.completeJob({ jobKey, variables: {} })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = all.flatMap(each => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(new Set(codes)).toEqual(new Set([5]))
  })

  test('of 20 workers at once each job goes to one', async () => {
    const keys = new Set(
      (await Promise.all(Array.from({ length: 20 }, () => seat.start('one')))).map(each => each.processInstanceKey),
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
