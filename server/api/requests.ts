import { z } from '@hono/zod-openapi'
import { type OpenRequest, requestOfProcess, requestsOf } from './acts/request-process.ts'
import { withCitations } from './citations.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { describeProblem, Problem } from './problem.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { NamedSchema } from './schemas/person.ts'
import { PermissionSchema } from './schemas/user-task.ts'
import { maySeeInstance } from './visibility.ts'

const params = z.object({ processInstanceKey: Key })
const RequestSchema = PermissionSchema.extend({
  id: z.string(),
  label: z.string(),
  /** Who may be named; absent where nobody is. */
  people: z.array(NamedSchema).optional(),
  /** The bodies one of whose branches it goes to; absent where it goes to all. */
  bodies: z.array(NamedSchema).optional(),
  /** A last day must be named. */
  needsUntil: z.boolean(),
}).openapi('Request')
const Asking = z
  .strictObject({
    request: z.string().min(1).max(100),
    reason: z.string().trim().min(1).max(1000),
    person: z.string().min(1).max(100).optional(),
    until: z.iso.date().optional(),
    body: z.string().min(1).max(100).optional(),
  })
  .openapi('Asking')

/** What people ask of a running instance beside working its tasks: to withdraw it, to have more time, to recuse somebody. */
export const requestRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/process-instances/{processInstanceKey}/requests',
      summary: 'What I may ask of an instance, and why not now',
      request: { params },
      responses: { 200: json(z.object({ items: z.array(RequestSchema) }), 'In the order of the diagram') },
    }),
    async c => {
      const { house, caller, language, requestId } = c.var
      const { processInstanceKey } = c.req.valid('param')
      const instance = house.instances.find(processInstanceKey)
      if (!instance) throw new Problem('resource.not-found')
      const open = requestsOf(house, caller.person, instance, await house.diagrams.get(instance.processDefinitionKey))
      if (open.length === 0 && !maySeeInstance(house, caller.person, processInstanceKey))
        throw new Problem('resource.not-found')
      return c.json({ items: open.map(request => requestJson(house, request, language, requestId)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/process-instances/{processInstanceKey}/requests',
      summary: 'Ask something of an instance that waits for it',
      request: { params, body: jsonBody(Asking) },
      responses: { 204: done },
    }),
    async c => {
      const { processInstanceKey } = c.req.valid('param')
      const { person: personId, ...asked } = c.req.valid('json')
      await requestOfProcess(c.var.house, await idempotentCaller(c), { processInstanceKey, ...asked, personId })
      return c.body(null, 204)
    },
  )

function requestJson(
  house: House,
  { words, refusal, people, bodies }: OpenRequest,
  language: Language,
  requestId: string,
) {
  const problem = refusal && withCitations(house, describeProblem(refusal, language, requestId), language)
  return {
    id: words.id,
    label: language === 'en' ? (words.labelEn ?? words.label) : words.label,
    permitted: refusal === undefined,
    ...(problem && { refusal: problem }),
    needsUntil: words.until !== undefined,
    ...(words.body !== undefined && { bodies }),
    ...(words.person && { people: people.map(({ personId: id, name }) => ({ id, name })) }),
  }
}
