import { z } from '@hono/zod-openapi'
import { dayOf } from '../deadlines/office-day.ts'
import { readDocx } from '../documents/docx/read-docx.ts'
import { laws } from '../statutes/laws.ts'
import { readStatute } from '../statutes/text/read-statute.ts'
import { correctStatute, importStatute, removeStatute, textIdOf, wrongLine } from './acts/import-statute.ts'
import { admitActor, admitReader } from './admit.ts'
import { routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { Problem, say, wrongFields } from './problem.ts'
import { done, json, jsonBody, route } from './route.ts'
import { Day, NamedId, RegisterHistorySchema } from './schemas/register.ts'
import {
  LawSchema,
  StatuteDaysBody,
  StatuteFileBody,
  StatuteHitSchema,
  StatuteImportBody,
  StatuteReadingSchema,
  StatuteRemovalBody,
  StatuteSchema,
} from './schemas/statute.ts'
import { StatuteImpactSchema } from './schemas/statute-impact.ts'
import { statuteHistory } from './statute-history.ts'
import { statuteImpact } from './statute-impact.ts'
import { lawsJson, statuteHits, statuteJson } from './statute-json.ts'

const NameParam = z.object({ name: NamedId })
const TextParam = z.object({ textId: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex') })
const ListSchema = z.object({ items: z.array(LawSchema), hits: z.array(StatuteHitSchema) }).openapi('Laws')
const ImportedSchema = z
  .object({ textId: z.string(), isNew: z.boolean(), articles: z.number().int() })
  .openapi('ImportedStatute')
const HistoryQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.coerce.number().int().min(1).optional(),
})

/** The laws the office works by: for everybody to read, brought in by administrators. */
export const statuteRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/statutes',
      summary: 'Every law that is cited or was brought in, and where words stand in them',
      request: { query: z.strictObject({ q: z.string().trim().max(50).optional() }) },
      responses: { 200: json(ListSchema, 'By how often they are cited') },
    }),
    async c => {
      const { house, language } = c.var
      const { q = '' } = c.req.valid('query')
      return c.json({ items: await lawsJson(house, language), hits: statuteHits(house, q, language) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/statutes/{name}',
      summary: 'A law with its articles as of a day',
      request: { params: NameParam, query: z.strictObject({ day: Day.optional() }) },
      responses: { 200: json(StatuteSchema, 'The law') },
    }),
    async c => {
      const { house, language } = c.var
      const { day = dayOf(house.clock.now()) } = c.req.valid('query')
      const found = await statuteJson(house, c.req.valid('param').name, day, language)
      if (!found) throw new Problem('resource.not-found')
      return c.json(found, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/statutes/{name}/impact',
      summary: 'What an amendment or repeal touches: steps, open cases, forms, templates and whatever else cites it',
      request: { params: NameParam, query: z.strictObject({ day: Day.optional() }) },
      responses: { 200: json(StatuteImpactSchema, 'As of a day') },
    }),
    async c => {
      admitReader(c, ['administrate', 'audit'])
      const { house, language } = c.var
      const { day = dayOf(house.clock.now()) } = c.req.valid('query')
      const found = await statuteImpact(house, c.req.valid('param').name, day, language)
      if (!found) throw new Problem('resource.not-found')
      return c.json(found, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/statutes/{name}/history',
      summary: 'What was brought in and corrected of a law',
      request: { params: NameParam, query: HistoryQuery },
      responses: { 200: json(RegisterHistorySchema, 'Newest first') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house, language } = c.var
      const { limit, before = Number.MAX_SAFE_INTEGER } = c.req.valid('query')
      return c.json(statuteHistory(house, c.req.valid('param').name, { limit, before }, language), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/statute-readings',
      summary: 'What a file with an official text says, before it is brought in',
      request: { body: jsonBody(StatuteFileBody) },
      responses: { 200: json(StatuteReadingSchema, 'Name, days and articles, or every fault by line') },
    }),
    c => {
      admitReader(c, ['administrate'])
      const { isPartial, ...file } = c.req.valid('json')
      return c.json(readingJson(c.var.house, { text: statuteText(file), isPartial }, c.var.language), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/statutes',
      summary: 'Bring an official text in, all of it or nothing; the same file again changes nothing',
      request: { body: jsonBody(StatuteImportBody) },
      responses: { 200: json(ImportedSchema, 'The text') },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'statute.import')
      const { text, docx, ...wanted } = c.req.valid('json')
      const source = statuteText({ text, docx })
      return c.json(await importStatute(c.var.house, caller, { ...wanted, text: source }), 200)
    },
  )
  .openapi(
    route({
      method: 'patch',
      path: '/statute-texts/{textId}',
      summary: 'Correct the days of a text',
      request: { params: TextParam, body: jsonBody(StatuteDaysBody) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'statute.correct')
      await correctStatute(c.var.house, caller, c.req.valid('param').textId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/statute-texts/{textId}/removal',
      summary: 'Take away a text that was brought in by mistake',
      request: { params: TextParam, body: jsonBody(StatuteRemovalBody) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'statute.remove')
      await removeStatute(c.var.house, caller, c.req.valid('param').textId, c.req.valid('json').reason)
      return c.body(null, 204)
    },
  )

/** What a file says, whatever it was written with. @throws Problem 422 for a document that is none */
function statuteText({ text, docx }: Pick<z.infer<typeof StatuteFileBody>, 'text' | 'docx'>): string {
  const read = docx === undefined ? text : readDocx(Buffer.from(docx, 'base64'))
  if (read === undefined) throw wrongFields([{ path: '/docx', id: 'statute.not-docx', params: {} }])
  return read
}

/** What the dialog is filled with: a law we know by its title is named as citations name it, and its own day holds. */
function readingJson(
  { statutes }: House,
  { text: source, isPartial }: { text: string; isPartial: boolean },
  language: Language,
): z.infer<typeof StatuteReadingSchema> {
  const { text, faults } = readStatute(source, { isPartial })
  const { title, promulgatedOn = null, inForceFrom = null, articles } = text
  const known = laws.findLast(law => bare(law.title.zh) === bare(title))
  const isKnownDay = known && (promulgatedOn === null || known.from >= promulgatedOn)
  return {
    title,
    name: known?.name ?? title.replace(/^关于修改《|》的决定$/g, '').replace(/^中华人民共和国/, ''),
    promulgatedOn,
    inForceFrom: isKnownDay ? known.from : inForceFrom,
    inForceTo: known?.to ?? null,
    articles: articles.length,
    faults: faults.map(fault => {
      const { id, params } = wrongLine(fault)
      return { line: fault.line, message: say(id, params, language) }
    }),
    knownAs: statutes.find(textIdOf(source))?.fileName ?? null,
  }
}

/** A title without what versions and catalogues write differently. */
const bare = (title: string): string => title.replace(/（.*$/, '').replaceAll(/[《》\s]|中华人民共和国/g, '')
