import { z } from '@hono/zod-openapi'
import { admitReader } from '../admit.ts'
import { idempotentCaller, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { requirePermission } from '../submit.ts'
import { isoDate } from '../user-task-json.ts'
import { beginDraft, discardDraft, presentVersion, takePen } from './draft-acts.ts'
import { draftJson, foundDraft, namedOrHouse, summaryJson } from './draft-json.ts'
import { filesOfDefinition } from './published-files.ts'
import { restoreSave, saveFile } from './save-draft.ts'
import {
  DraftId,
  DraftSchema,
  FileName,
  FileSchema,
  NewDraftBody,
  PenBody,
  SaveBody,
  SavedSchema,
  SaveSchema,
  SummarySchema,
} from './schemas.ts'

const path = '/process-drafts/{draftId}'
const params = z.object({ draftId: DraftId })
const fileParams = params.extend({ name: FileName })
const saveParams = params.extend({ revision: z.coerce.number().int().min(1) })
const ListQuery = z.strictObject({
  processId: z.string().max(200).optional(),
  published: z.enum(['yes']).optional().openapi({ description: 'Also those that are in force' }),
})
const ListSchema = z.object({ items: z.array(SummarySchema) }).openapi('ProcessDrafts')
const SavesSchema = z.object({ items: z.array(SaveSchema) }).openapi('ProcessDraftSaves')
const FilesSchema = z.object({ files: z.array(FileSchema) }).openapi('ProcessDraftFiles')

/** Drafts of procedures: begun and saved by administrators, read by auditors too. */
export const draftRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/process-drafts',
      summary: 'The drafts of procedures that are not in force yet',
      request: { query: ListQuery },
      responses: { 200: json(ListSchema, 'Newest save first') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house } = c.var
      const { processId, published } = c.req.valid('query')
      const drafts = house.processDrafts
        .list()
        .filter(draft => processId === undefined || draft.processId === processId)
        .filter(({ draftId }) => published === 'yes' || house.processDraftReviews.find(draftId)?.state !== 'published')
      return c.json({ items: drafts.map(draft => summaryJson(c.var, draft)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/process-drafts',
      summary: 'Begin a draft: on a published version, or with files',
      request: { body: jsonBody(NewDraftBody) },
      responses: { 201: json(DraftSchema, 'The draft; who begins it edits it') },
    }),
    async c => {
      const { house } = c.var
      const body = c.req.valid('json')
      const caller = await idempotentCaller(c)
      const definition = 'from' in body ? house.definitions.find(body.from.processDefinitionKey) : undefined
      if ('from' in body && !definition) throw new Problem('resource.not-found')
      const files = definition ? await filesOfDefinition(house, definition) : 'files' in body ? body.files : []
      const basedOn = definition
        ? { basedOnKey: definition.processDefinitionKey, basedOnVersion: definition.version }
        : presentVersion(house, files)
      const draftId = await beginDraft(house, caller, { origin: 'office', ...basedOn, files })
      return c.json(draftJson(c.var, draftId), 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path,
      summary: 'A draft with its files',
      request: { params },
      responses: { 200: json(DraftSchema, 'As it was last saved') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      return c.json(draftJson(c.var, c.req.valid('param').draftId), 200)
    },
  )
  .openapi(
    route({ method: 'delete', path, summary: 'Throw a draft away', request: { params }, responses: { 204: done } }),
    async c => {
      await discardDraft(c.var.house, c.var.caller, c.req.valid('param').draftId)
      return c.body(null, 204)
    },
  )

/** What is done to a draft while one works on it; none of it is an act but taking the pen from somebody. */
export const draftEditingRoutes = routes()
  .openapi(
    route({
      method: 'put',
      path: `${path}/files/{name}`,
      summary: 'Save a file of a draft; goes on from a revision',
      request: { params: fileParams, body: jsonBody(SaveBody) },
      responses: { 200: json(SavedSchema, 'When, and as which revision') },
    }),
    c => {
      const { draftId, name } = c.req.valid('param')
      const saved = saveFile(c.var.house, c.var.caller.person, draftId, { name, ...c.req.valid('json') })
      return c.json({ revision: saved.revision, savedAt: isoDate(saved.savedAt) }, 200)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: `${path}/files/{name}`,
      summary: 'Take a file out of a draft; goes on from a revision',
      request: { params: fileParams, query: z.strictObject({ revision: z.coerce.number().int().min(1) }) },
      responses: { 200: json(SavedSchema, 'When, and as which revision') },
    }),
    c => {
      const { draftId, name } = c.req.valid('param')
      const { revision } = c.req.valid('query')
      const saved = saveFile(c.var.house, c.var.caller.person, draftId, { name, content: null, revision })
      return c.json({ revision: saved.revision, savedAt: isoDate(saved.savedAt) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/editor`,
      summary: 'Take the pen; with a reason also from somebody',
      request: { params, body: jsonBody(PenBody) },
      responses: { 200: json(DraftSchema, 'The draft as it was last saved') },
    }),
    async c => {
      const { draftId } = c.req.valid('param')
      const { takeOver, reason } = c.req.valid('json')
      if (takeOver && reason === undefined) throw new Problem('process-draft.reason')
      await takePen(c.var.house, await idempotentCaller(c), draftId, takeOver ? reason : undefined)
      return c.json(draftJson(c.var, draftId), 200)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: `${path}/editor`,
      summary: 'Lay the pen down, if it is mine',
      request: { params },
      responses: { 204: done },
    }),
    c => {
      const { house, caller } = c.var
      requirePermission(caller.person, 'administrate')
      const { draft } = foundDraft(house, c.req.valid('param').draftId)
      if (draft.editorId === caller.person.personId) house.processDrafts.givePen(draft.draftId, null)
      return c.body(null, 204)
    },
  )

/** What was saved of a draft, and going back to it. */
export const draftSaveRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: `${path}/saves`,
      summary: 'What was saved of a draft',
      request: { params },
      responses: { 200: json(SavesSchema, 'Newest first') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house } = c.var
      const { draft } = foundDraft(house, c.req.valid('param').draftId)
      const items = house.processDrafts.saves(draft.draftId).map(({ files: _, savedAt, savedBy, ...save }) => ({
        ...{ ...save, savedAt: isoDate(savedAt), savedBy: namedOrHouse(house, savedBy) },
      }))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: `${path}/saves/{revision}`,
      summary: 'The files of a save',
      request: { params: saveParams },
      responses: { 200: json(FilesSchema, 'By name') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { draftId, revision } = c.req.valid('param')
      const save = c.var.house.processDrafts.saveOf(draftId, revision)
      if (!save) throw new Problem('resource.not-found')
      return c.json({ files: c.var.house.processDrafts.files(save) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: `${path}/saves/{revision}/restoration`,
      summary: 'Bring the files of an earlier save back, as a new save',
      request: { params: saveParams },
      responses: { 200: json(DraftSchema, 'The draft with them') },
    }),
    c => {
      const { draftId, revision } = c.req.valid('param')
      restoreSave(c.var.house, c.var.caller.person, draftId, revision)
      return c.json(draftJson(c.var, draftId), 200)
    },
  )
