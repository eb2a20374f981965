import { z } from '@hono/zod-openapi'
import type { Json } from '../../engine/index.ts'
import { roleName } from '../../identity/roles.ts'
import { draftReplayRecord } from '../../registers/draft-replays.ts'
import { procedureIn } from '../../rehearsal/publish-files.ts'
import type { ReplayReport } from '../../rehearsal/replay/compare-runs.ts'
import type { Keep, Replay } from '../../rehearsal/replay/open-replays.ts'
import { admitReader } from '../admit.ts'
import type { Caller } from '../caller.ts'
import { routes } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import { filesOfDraft } from '../process-drafts/draft-files.ts'
import { DraftId } from '../process-drafts/schemas.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { isoDate, named } from '../user-task-json.ts'
import { noteRehearsal, requireRehearsals, told } from './open-rehearsal.ts'
import { KeptReplaySchema, ReplayBody, ReplaySchema } from './replay-schemas.ts'
import { RehearsalId } from './schemas.ts'

const path = '/replays/{replayId}'
const params = z.object({ replayId: RehearsalId })

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
      const body = c.req.valid('json')
      await refuseWithout('administrate', house, caller, { kind: 'design', verb: 'rehearsal.replay' })
      const files = 'draftId' in body ? filesOfDraft(house, body.draftId) : body.files
      const from = house.definitions.findLatest(await told(procedureIn(files), language))
      if (!from) throw new Problem('rehearsal.no-version')
      await noteRehearsal(house, caller, 'rehearsal.replay', files)
      const keep = 'draftId' in body ? keeper(house, caller, body.draftId) : undefined
      const asked = { files, from, most: body.cases }
      const replay = requireRehearsals(house).replays.begin(house, asked, caller.person.personId, keep)
      return c.json(replayJson(replay, language), 201)
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
  .openapi(
    route({
      method: 'get',
      path: '/process-drafts/{draftId}/replay',
      summary: 'What finished cases told of a draft, for whoever decides about it',
      request: { params: z.object({ draftId: DraftId }) },
      responses: { 200: json(KeptReplaySchema, 'The newest report, if there is one') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house, language } = c.var
      const kept = house.draftReplays.find(c.req.valid('param').draftId)
      if (!kept) return c.json({ kept: null }, 200)
      const { revision, madeBy, madeAt } = kept
      const report = reportJson(kept.report as unknown as ReplayReport, language)
      return c.json({ kept: { revision, madeBy: named(house, madeBy), madeAt: isoDate(madeAt), report } }, 200)
    },
  )

/** The report goes into the register in the name of who asked for it. */
function keeper(house: House, caller: Caller, draftId: string): Keep {
  const revision = house.processDrafts.find(draftId)?.revision ?? 0
  const { idempotency: _, ...asker } = caller
  return async report => {
    const kept = { draftId, revision, madeBy: caller.person.personId, madeAt: house.clock.now() }
    await submit(house, asker, {
      ...{ kind: 'register', verb: 'rehearsal.report', subject: { draftId }, payload: { revision } },
      register: [draftReplayRecord({ ...kept, report: JSON.parse(JSON.stringify(report)) as Json })],
      permit: person => requirePermission(person, 'administrate'),
    })
  }
}

/** A replay that the caller began. @throws Problem 404 */
function foundReplay(house: House, { person }: Caller, id: string): Replay {
  requirePermission(person, 'administrate')
  const replay = requireRehearsals(house).replays.find(id)
  if (!replay || replay.askedBy !== person.personId) throw new Problem('resource.not-found')
  return replay
}

function replayJson({ id, state, done, total, problem, report }: Replay, language: Language) {
  return {
    ...{ id, state, done, total, problem: problem?.[language] ?? null },
    report: report ? reportJson(report, language) : null,
  }
}

function reportJson(report: ReplayReport, language: Language) {
  const roles = report.roles.map(({ atLeast = 0, ...row }) => ({ ...row, atLeast, name: roleName(row.role, language) }))
  return { ...report, roles }
}
