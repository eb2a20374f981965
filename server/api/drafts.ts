import { z } from '@hono/zod-openapi'
import { openTaskNow, requireTask, visibleTask } from './acts/task-guard.ts'
import { routes } from './environment.ts'
import { Problem } from './problem.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { VariablesSchema } from './schemas/json.ts'
import { requirePermission } from './submit.ts'
import { isoDate } from './user-task-json.ts'

const params = z.object({ userTaskKey: Key })
const path = '/user-tasks/{userTaskKey}/draft'
const DraftBody = z.strictObject({ variables: VariablesSchema }).openapi('DraftBody')
const Saved = z.object({ savedAt: z.string(), revision: z.number().int() }).openapi('SavedDraft')
const Revision = z.object({
  'if-match': z
    .string()
    .regex(/^(\*|"\d{1,9}")$/, 'expected * or the quoted revision of the draft; "0" for none')
    .default('*'),
})

/** The revision a request goes on from; undefined: whatever there is. */
function expectedRevision(match: string): number | undefined {
  return match === '*' ? undefined : Number(match.slice(1, -1))
}

/** What somebody has begun to fill in; only his own, only while the task is open to him. */
export const draftRoutes = routes()
  .openapi(
    route({
      method: 'put',
      path,
      summary: 'Save my draft of a task',
      request: { params, headers: Revision, body: jsonBody(DraftBody) },
      responses: { 200: json(Saved, 'When, and as which revision') },
    }),
    async c => {
      const { house, caller } = c.var
      const { userTaskKey } = c.req.valid('param')
      const task = visibleTask(house, caller.person, userTaskKey)
      openTaskNow(house, userTaskKey)
      const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
      requireTask(house, { verb: 'draft', person: caller.person, task, words })
      const expected = expectedRevision(c.req.valid('header')['if-match'])
      const saved = house.drafts.save(userTaskKey, caller.person.personId, c.req.valid('json').variables, expected)
      if (!saved) throw new Problem('draft.newer')
      c.header('etag', `"${saved.revision}"`)
      return c.json({ savedAt: isoDate(saved.savedAt), revision: saved.revision }, 200)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path,
      summary: 'Throw my draft away',
      request: { params, headers: Revision },
      responses: { 204: done },
    }),
    c => {
      const { house, caller } = c.var
      const { userTaskKey } = c.req.valid('param')
      requirePermission(caller.person, 'work')
      visibleTask(house, caller.person, userTaskKey)
      const expected = expectedRevision(c.req.valid('header')['if-match'])
      if (!house.drafts.discard(userTaskKey, caller.person.personId, expected)) throw new Problem('draft.newer')
      return c.body(null, 204)
    },
  )
