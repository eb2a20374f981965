import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { respondAndReview } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'

let office: Office
let lin: Visitor
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

/** A new form each time, as a browser sends it: with a boundary of its own. */
function bundle(name = 'respond-and-review.bpmn', content = respondAndReview): FormData {
  const form = new FormData()
  form.append('resources', new File([content], name))
  return form
}

test.each([
  ['nothing', undefined, {}],
  ['JSON', '{}', { 'content-type': 'application/json' }],
  ['text', 'x', { 'content-type': 'text/plain' }],
])('%s instead of a bundle is told what is expected', async (_, body, headers) => {
  const problem = await admin.problem(400, 'POST', '/deployments', body, headers)
  expect(problem).toMatchObject({ id: 'request.not-multipart' })
})

test('who may not publish is refused, and nothing he sent is written down', async () => {
  expect((await lin.request('POST', '/deployments', bundle('x'.repeat(10_000)))).status).toBe(403)
  const entry = office.app.house.journal.entries({ limit: 10_000 }).at(-1)
  expect(entry).toMatchObject({ kind: 'refused', verb: 'deployment.create', actor: { id: 'lin-shen' } })
  expect(entry).not.toHaveProperty('payload')
})

test('a bundle sent again under its key is answered, not published again', async () => {
  const send = () => admin.json<object>('POST', '/deployments', bundle(), { 'idempotency-key': 'once' })
  const first = await send()
  expect(first).toHaveProperty('deploymentKey')
  expect(await send()).toEqual(first)
  const other = bundle('respond-and-review.bpmn', respondAndReview.replace('name="respond"', 'name="answer"'))
  expect(await admin.problem(422, 'POST', '/deployments', other, { 'idempotency-key': 'once' })).toMatchObject({
    id: 'idempotency.other-body',
  })
})

test('a start sent again after a newer version was published is answered as the first time', async () => {
  const body = { processDefinitionId: 'respond-and-review', variables: { caseNo: 'LDJ-PT-2026-00001' } }
  const start = () => lin.json('POST', '/process-instances', body, { 'idempotency-key': 'start' })
  const first = await start()
  const newer = respondAndReview.replace('name="respond"', 'name="answer the review"')
  expect((await admin.request('POST', '/deployments', bundle('respond-and-review.bpmn', newer))).status).toBe(200)
  expect(await start()).toEqual(first)
})
