import { z } from '@hono/zod-openapi'
import { roleName } from '../../identity/roles.ts'
import { procedureIn } from '../../rehearsal/publish-files.ts'
import type { Replay } from '../../rehearsal/replay/open-replays.ts'
import type { Caller } from '../caller.ts'
import { routes } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { requirePermission } from '../submit.ts'
import { noteRehearsal, requireRehearsals, told } from './open-rehearsal.ts'
import { FilesBody, RehearsalId } from './schemas.ts'

const path = '/replays/{replayId}'
const params = z.object({ replayId: RehearsalId })
const MOST = 200
const USUAL = 100

const ReplayBody = FilesBody.extend({
  cases: z.number().int().min(1).max(MOST).default(USUAL).openapi({ description: 'At most so many of the newest' }),
})
const CaseSchema = z.object({
  instance: z.string(),
  caseNo: z.string().nullable(),
  verdict: z.enum(['same', 'differs', 'undetermined', 'unplayable']),
  before: z.array(z.string()),
  after: z.array(z.string()),
  at: z.number().int().optional(),
  unanswered: z
    .object({
      kind: z.enum(['task', 'field', 'action', 'job', 'event', 'broken']),
      elementId: z.string(),
      name: z.string(),
      what: z.string(),
    })
    .optional(),
})
const ReportSchema = z
  .object({
    finished: z.number().int(),
    from: z.number().int(),
    counts: z.object({
      ...{ same: z.number().int(), differs: z.number().int() },
      ...{ undetermined: z.number().int(), unplayable: z.number().int() },
    }),
    cases: z.array(CaseSchema),
    limits: z.array(
      z.object({
        ...{ elementId: z.string(), name: z.string(), before: z.string(), after: z.string() },
        cases: z.number().int(),
      }),
    ),
    roles: z.array(z.object({ role: z.string(), name: z.string(), before: z.number().int(), after: z.number().int() })),
  })
  .openapi('ReplayReport')
const ReplaySchema = z
  .object({
    id: RehearsalId,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    done: z.number().int(),
    total: z.number().int(),
    problem: z.string().nullable(),
    report: ReportSchema.nullable(),
  })
  .openapi('Replay')

/** Finished cases told again in the version in force and in a draft. */
export const replayRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/replays',
      summary: 'Begin to tell finished cases again, in the version in force and in a draft',
      request: { body: jsonBody(ReplayBody) },
      responses: { 201: json(ReplaySchema, 'How far it is') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { files, cases } = c.req.valid('json')
      await noteRehearsal(house, caller, 'rehearsal.replay', files)
      const from = house.definitions.findLatest(await told(procedureIn(files), language))
      if (!from) throw new Problem('rehearsal.no-version')
      const { replays } = requireRehearsals(house)
      return c.json(
        replayJson(replays.begin(house, { files, from, most: cases }, caller.person.personId), language),
        201,
      )
    },
  )
  .openapi(
    route({
      method: 'get',
      path,
      summary: 'How far a replay is, and what it found',
      request: { params },
      responses: { 200: json(ReplaySchema, 'The replay') },
    }),
    c => {
      const { house, caller, language } = c.var
      return c.json(replayJson(foundReplay(house, caller, c.req.valid('param').replayId), language), 200)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path,
      summary: 'Let a replay go no further',
      request: { params },
      responses: { 204: done },
    }),
    c => {
      const { house, caller } = c.var
      const { id } = foundReplay(house, caller, c.req.valid('param').replayId)
      requireRehearsals(house).replays.cancel(id)
      return c.body(null, 204)
    },
  )

/** A replay that the caller began. @throws Problem 404 */
function foundReplay(house: House, { person }: Caller, id: string): Replay {
  requirePermission(person, 'administrate')
  const replay = requireRehearsals(house).replays.find(id)
  if (!replay || replay.askedBy !== person.personId) throw new Problem('resource.not-found')
  return replay
}

function replayJson({ id, state, done, total, problem, report }: Replay, language: Language) {
  const roles = report?.roles.map(row => ({ ...row, name: roleName(row.role, language) })) ?? []
  return {
    ...{ id, state, done, total, problem: problem?.[language] ?? null },
    report: report ? { ...report, roles } : null,
  }
}
