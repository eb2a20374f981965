import { z } from '@hono/zod-openapi'
import { idempotentCaller, routes } from '../environment.ts'
import { done, json, jsonBody, Key, route } from '../route.ts'
import { draftJson } from './draft-json.ts'
import { publishDraft } from './publish-draft.ts'
import { retireProcedure } from './retire-procedure.ts'
import { returnDraft, submitDraft, withdrawDraft } from './review-acts.ts'
import { DraftId, DraftSchema, PublicationBody, ReasonBody } from './schemas.ts'

const path = '/process-drafts/{draftId}'
const params = z.object({ draftId: DraftId })
const responses = { 200: json(DraftSchema, 'The draft as it stands now') }

/** The way of a draft into force, and of a procedure out of it: each step an act of an administrator. */
export const draftReviewRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: `${path}/submission`,
      summary: 'Hand a draft in for another administrator to publish',
      request: { params },
      responses,
    }),
    async c => {
      const { draftId } = c.req.valid('param')
      await submitDraft(c.var.house, await idempotentCaller(c), draftId)
      return c.json(draftJson(c.var, draftId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/return`,
      summary: 'Give a draft back that was handed in',
      request: { params, body: jsonBody(ReasonBody) },
      responses,
    }),
    async c => {
      const { draftId } = c.req.valid('param')
      await returnDraft(c.var.house, await idempotentCaller(c), draftId, c.req.valid('json').reason)
      return c.json(draftJson(c.var, draftId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/withdrawal`,
      summary: 'Take back a draft that I handed in',
      request: { params },
      responses,
    }),
    async c => {
      const { draftId } = c.req.valid('param')
      await withdrawDraft(c.var.house, await idempotentCaller(c), draftId)
      return c.json(draftJson(c.var, draftId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/publication`,
      summary: 'Bring a draft into force that another administrator handed in',
      request: { params, body: jsonBody(PublicationBody) },
      responses,
    }),
    async c => {
      const { draftId } = c.req.valid('param')
      const { supersedes } = c.req.valid('json')
      await publishDraft(c.var.house, await idempotentCaller(c), draftId, supersedes)
      return c.json(draftJson(c.var, draftId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/process-definitions/{processDefinitionKey}/retirement',
      summary: 'Take a procedure out of use; what runs goes on',
      request: { params: z.object({ processDefinitionKey: Key }), body: jsonBody(ReasonBody) },
      responses: { 204: done },
    }),
    async c => {
      const { processDefinitionKey } = c.req.valid('param')
      await retireProcedure(c.var.house, await idempotentCaller(c), processDefinitionKey, c.req.valid('json').reason)
      return c.body(null, 204)
    },
  )
