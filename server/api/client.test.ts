import { hc } from 'hono/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, visitor } from '../../tests/support/visitor.ts'
import type { Api } from './index.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('the typed client speaks to every kind of route', async () => {
  const { cookie } = await signIn(office, 'lin-shen')
  const client = hc<Api>('http://localhost', { fetch: office.app.request, headers: { cookie } })
  const tasks = await client.api['user-tasks'].$get({ query: { view: 'assigned' } })
  expect((await tasks.json()).counts.assigned).toBe(0)
  const definitions = await (await client.api['process-definitions'].$get()).json()
  const review = definitions.items.find(({ processDefinitionId }) => processDefinitionId === 'legal-review')
  expect(review?.startable.permitted).toBe(true)
  const processDefinitionKey = review?.processDefinitionKey ?? ''
  const path = client.api['process-definitions'][':processDefinitionKey']
  expect((await (await path.$get({ param: { processDefinitionKey }, query: {} })).json()).startForm).toMatchObject({
    id: 'legal-review.start',
  })
  const refused = await client.api['process-instances'].$post({ json: { processDefinitionId: 'nowhere' } })
  expect(refused.status).toBe(404)
})

test('the OpenAPI document is one of 3.1 and names its shapes', async () => {
  const document = await visitor(office).json<Record<string, unknown>>('GET', '/openapi.json')
  expect(document).toMatchObject({
    openapi: '3.1.0',
    components: { schemas: { UserTask: {}, Problem: {}, ProcessInstanceDetail: {} } },
    paths: { '/api/user-tasks/{userTaskKey}/completion': { post: { responses: { 204: {}, default: {} } } } },
  })
})
