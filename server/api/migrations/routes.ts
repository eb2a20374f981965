import { z } from '@hono/zod-openapi'
import type { Permission } from '../../identity/roles.ts'
import { admitReader } from '../admit.ts'
import { idempotentCaller, routes } from '../environment.ts'
import { json, jsonBody, route } from '../route.ts'
import { dryRunJson, migrationDetailJson, migrationJson, proposalJson } from './migration-json.ts'
import { decideMigration, proposeMigration } from './plan-acts.ts'
import { revertInstance } from './revert-instance.ts'
import { runMigrationBatch } from './run-batch.ts'
import {
  DryRunBody,
  DryRunSchema,
  MigrationDetailSchema,
  MigrationId,
  MigrationListSchema,
  NewMigrationBody,
  ProposalBody,
  ProposalSchema,
  RefusalBody,
  ReversalBody,
} from './schemas.ts'

const READERS: Permission[] = ['administrate', 'audit']
const path = '/migrations/{migrationId}'
const params = z.object({ migrationId: MigrationId })
const ListQuery = z.strictObject({ processId: z.string().min(1).max(200) })
const responses = { 200: json(MigrationDetailSchema, 'The plan with its instances') }

const versionsOf = (body: z.infer<typeof ProposalBody>) => ({
  ...{ sourceKey: body.sourceProcessDefinitionKey, targetKey: body.targetProcessDefinitionKey },
})

/** Looking before anything is planned: what becomes what, and what becomes of each running instance. */
const readingRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/migrations',
      summary: 'Plans by which running instances of a procedure go over to another version',
      request: { query: ListQuery },
      responses: { 200: json(MigrationListSchema, 'Newest first') },
    }),
    c => {
      admitReader(c, READERS)
      const { house } = c.var
      const { processId } = c.req.valid('query')
      const items = house.instanceMigrations.list(processId).map(item => migrationJson(c.var, item))
      const versions = house.definitions
        .versionsOf(processId)
        .map(({ processDefinitionKey, version, runningInstances }) => ({
          processDefinitionKey,
          version,
          runningInstances,
        }))
      return c.json({ items, versions }, 200)
    },
  )
  .openapi(
    route({ method: 'get', path, summary: 'A plan with every instance of it', request: { params }, responses }),
    async c => {
      admitReader(c, READERS)
      return c.json(await migrationDetailJson(c.var, c.req.valid('param').migrationId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/migrations/plan',
      summary: 'Propose which element of one version becomes which of another',
      request: { body: jsonBody(ProposalBody) },
      responses: { 200: json(ProposalSchema, 'The proposal') },
    }),
    async c => {
      admitReader(c, READERS)
      return c.json(await proposalJson(c.var.house, versionsOf(c.req.valid('json'))), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/migrations/dry-run',
      summary: 'What would become of every running instance; nothing is changed',
      request: { body: jsonBody(DryRunBody) },
      responses: { 200: json(DryRunSchema, 'A verdict for each') },
    }),
    async c => {
      admitReader(c, READERS)
      const body = c.req.valid('json')
      return c.json(await dryRunJson(c.var, versionsOf(body), body.mappings), 200)
    },
  )

/** Planning by one administrator, deciding by another, carrying out in batches, taking back one by one. */
const actingRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/migrations',
      summary: 'Plan a migration, for another administrator to approve',
      request: { body: jsonBody(NewMigrationBody) },
      responses: { 201: json(MigrationDetailSchema, 'The plan') },
    }),
    async c => {
      const body = c.req.valid('json')
      const { mappings, processInstanceKeys, reason } = body
      const plan = { ...versionsOf(body), mappings, processInstanceKeys, reason }
      const id = await proposeMigration(c.var.house, await idempotentCaller(c), plan)
      return c.json(await migrationDetailJson(c.var, id), 201)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/approval`,
      summary: 'Approve a plan of another',
      request: { params },
      responses,
    }),
    async c => {
      const { migrationId } = c.req.valid('param')
      await decideMigration(c.var.house, await idempotentCaller(c), migrationId, { isApproved: true })
      return c.json(await migrationDetailJson(c.var, migrationId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/refusal`,
      summary: 'Do not approve a plan',
      request: { params, body: jsonBody(RefusalBody) },
      responses,
    }),
    async c => {
      const { migrationId } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      await decideMigration(c.var.house, await idempotentCaller(c), migrationId, { isApproved: false, reason })
      return c.json(await migrationDetailJson(c.var, migrationId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/batches`,
      summary: 'Take the next instances of an approved plan over; asked again until none is waiting',
      request: { params },
      responses,
    }),
    async c => {
      const { migrationId } = c.req.valid('param')
      await runMigrationBatch(c.var.house, c.var.caller, migrationId)
      return c.json(await migrationDetailJson(c.var, migrationId), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/reversal`,
      summary: 'Take one instance back to the version before',
      request: { params, body: jsonBody(ReversalBody) },
      responses,
    }),
    async c => {
      const { migrationId } = c.req.valid('param')
      await revertInstance(c.var.house, await idempotentCaller(c), { migrationId, ...c.req.valid('json') })
      return c.json(await migrationDetailJson(c.var, migrationId), 200)
    },
  )

/** Running instances go over to another version. */
export const migrationRoutes = routes().route('/', readingRoutes).route('/', actingRoutes)
