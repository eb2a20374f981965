import { z } from '@hono/zod-openapi'
import { scenarioOf } from '../../rehearsal/keep-scenario.ts'
import { runScenarios } from '../../rehearsal/run-scenarios.ts'
import { ScenarioSchema } from '../../rehearsal/scenario.ts'
import type { Trial } from '../../rehearsal/trial.ts'
import { routes } from '../environment.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import { done, json, jsonBody, Key, route } from '../route.ts'
import { type ProcessDefinitionDetailJson, ProcessDefinitionDetailSchema } from '../schemas/process-definition.ts'
import { type UserTaskDetailJson, UserTaskDetailSchema } from '../schemas/user-task.ts'
import { foundRehearsal, noteRehearsal, openRehearsal, requireRehearsals, told } from './open-rehearsal.ts'
import { rehearsalJson } from './rehearsal-json.ts'
import { replayRoutes } from './replay-routes.ts'
import {
  FilesBody,
  RehearsalId,
  RehearsalSchema,
  SampleBody,
  SampleSchema,
  ScenarioRunsSchema,
  StepAnswerSchema,
  StepBody,
} from './schemas.ts'

const path = '/rehearsals/{rehearsalId}'
const params = z.object({ rehearsalId: RehearsalId })
const Played = z.strictObject({ as: z.string().min(1).max(100).openapi({ description: 'Who is played' }) })

/** Offices that are thrown away, in which administrators try drafts; each is its opener's alone. */
const openedRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/rehearsals',
      summary: 'Publish the files of a draft in an office that is thrown away',
      request: { body: jsonBody(FilesBody) },
      responses: { 201: json(RehearsalSchema, 'The rehearsal') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const trial = await openRehearsal(house, caller, c.req.valid('json').files, language)
      return c.json(await rehearsalJson(trial, language), 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path,
      summary: 'How a rehearsal stands',
      request: { params },
      responses: { 200: json(RehearsalSchema, 'The rehearsal') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const trial = foundRehearsal(house, caller, c.req.valid('param').rehearsalId)
      return c.json(await rehearsalJson(trial, language), 200)
    },
  )
  .openapi(
    route({ method: 'delete', path, summary: 'Throw a rehearsal away', request: { params }, responses: { 204: done } }),
    async c => {
      const { house, caller } = c.var
      const { id } = foundRehearsal(house, caller, c.req.valid('param').rehearsalId)
      await requireRehearsals(house).drop(id)
      return c.body(null, 204)
    },
  )

/** What is done in a rehearsal, and what its people see. */
const playedRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: `${path}/steps`,
      summary: 'Let somebody do something there, or time pass',
      request: { params, body: jsonBody(StepBody) },
      responses: { 200: json(StepAnswerSchema, 'How it stands then, and what the person was told if it was refused') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const trial = foundRehearsal(house, caller, c.req.valid('param').rehearsalId)
      const refusal = await trial.perform(c.req.valid('json').step, language)
      return c.json({ refusal: refusal ?? null, rehearsal: await rehearsalJson(trial, language) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/files`,
      summary: 'Put the stand-in for a file there, to fill a form with',
      request: { params, body: jsonBody(SampleBody) },
      responses: { 201: json(SampleSchema, 'The file as forms refer to it') },
    }),
    async c => {
      const { house, caller } = c.var
      const trial = foundRehearsal(house, caller, c.req.valid('param').rehearsalId)
      const { by, name } = c.req.valid('json')
      return c.json((await trial.upload(by, name)) as z.infer<typeof SampleSchema>, 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: `${path}/start`,
      summary: 'The procedure as somebody there sees it before it is started, with its start form',
      request: { params, query: Played },
      responses: { 200: json(ProcessDefinitionDetailSchema, 'The procedure') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const trial = foundRehearsal(house, caller, c.req.valid('param').rehearsalId)
      const latest = trial.office.house.definitions.latest()
      const definition = latest.find(({ bpmnProcessId }) => bpmnProcessId === trial.procedureId)
      const asked = `/process-definitions/${definition?.processDefinitionKey}`
      return c.json(await seen<ProcessDefinitionDetailJson>(trial, c.req.valid('query').as, asked, language), 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: `${path}/tasks/{userTaskKey}`,
      summary: 'A task as somebody there sees it, with its form and what may be done',
      request: { params: params.extend({ userTaskKey: Key }), query: Played },
      responses: { 200: json(UserTaskDetailSchema, 'The task') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { rehearsalId, userTaskKey } = c.req.valid('param')
      const trial = foundRehearsal(house, caller, rehearsalId)
      const asked = `/user-tasks/${userTaskKey}`
      return c.json(await seen<UserTaskDetailJson>(trial, c.req.valid('query').as, asked, language), 200)
    },
  )

/** Trials that are kept, and run again. */
const scenarioRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: `${path}/scenario`,
      summary: 'What was done in a rehearsal, as a scenario of its draft',
      request: { params, query: z.strictObject({ name: z.string().trim().min(1).max(200) }) },
      responses: { 200: json(ScenarioSchema, 'The content of a .scenario.json') },
    }),
    async c => {
      const { house, caller } = c.var
      const trial = foundRehearsal(house, caller, c.req.valid('param').rehearsalId)
      return c.json(await scenarioOf(trial, c.req.valid('query').name), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/scenario-runs',
      summary: 'Run all scenarios of a draft',
      request: { body: jsonBody(FilesBody) },
      responses: { 200: json(ScenarioRunsSchema, 'How each went, with the first difference') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { files } = c.req.valid('json')
      await noteRehearsal(house, caller, 'rehearsal.scenarios', files)
      return c.json({ items: await told(runScenarios(house, files), language) }, 200)
    },
  )

/** Trying drafts before they are published. */
export const rehearsalRoutes = routes()
  .route('/', openedRoutes)
  .route('/', playedRoutes)
  .route('/', scenarioRoutes)
  .route('/', replayRoutes)

/** What a route of the rehearsal office answers somebody. @throws Problem 404 when it is not for him to see */
async function seen<T>(trial: Trial, personId: string, path: string, language: Language): Promise<T> {
  const answer = await trial.office.ask({ personId, method: 'GET', path, language })
  if (!answer.ok) throw new Problem('resource.not-found')
  return (await answer.json()) as T
}
