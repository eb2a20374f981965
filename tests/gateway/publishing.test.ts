import { afterAll, beforeAll, expect, test } from 'vitest'
import { newClientToken } from '../../server/identity/clients.ts'
import { respondAndReview } from '../support/small-diagrams.ts'
import { type RawClient, rawClient } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

const { token, hash } = newClientToken()
let office: ZeebeOffice
let client: RawClient
beforeAll(async () => {
  office = await openZeebeOffice({
    ZEEBE_PROFILE: 'office',
    DIRECT_PUBLISHING: 'no',
    ZEEBE_CLIENTS: `all=process-admin@WC-SFJ:${hash}`,
  })
  client = rawClient(office.port, token)
})
afterAll(async () => {
  client.close()
  await office.close()
})

const published = () => office.app.house.definitions.findLatest('respond-and-review')

test('over gRPC a program that may administrate publishes nothing: two persons do (R-PUBLISH)', async () => {
  const resources = [{ name: 'r.bpmn', content: Buffer.from(respondAndReview) }]
  await expect(client.call('DeployResource', { resources })).rejects.toMatchObject({
    message: expect.stringContaining('R-PUBLISH'),
  })
  expect(published()).toBeUndefined()
})

test('nor over REST', async () => {
  const bundle = new FormData()
  bundle.append('resources', new File([respondAndReview], 'r.bpmn'))
  const answer = await office.rest('POST', '/deployments', bundle, { authorization: `Bearer ${token}` })
  expect(answer.status).toBe(403)
  expect(published()).toBeUndefined()
  expect(office.app.house.journal.findEntry(office.app.house.journal.lastSeq())).toMatchObject({
    kind: 'refused',
    verb: 'deployment.create',
    actor: { kind: 'client', id: 'all' },
    refusal: { rule: 'R-PUBLISH' },
  })
})
