import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { writeZip } from '../../documents/docx/write-zip.ts'
import { admitReader } from '../admit.ts'
import { BundleForm, multipartOnly } from '../deployments.ts'
import { type Environment, idempotentCaller, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { json, Key, route } from '../route.ts'
import { refuseWithout } from '../submit.ts'
import type { BundleFile } from './bundle-files.ts'
import { beginDraft, checkFiles, presentVersion } from './draft-acts.ts'
import { checksumOf } from './draft-contents.ts'
import { filesOfDraft } from './draft-files.ts'
import { draftJson, foundDraft } from './draft-json.ts'
import { readImport, unpackedFiles } from './import-bundle.ts'
import { filesOfDefinition } from './published-files.ts'
import { DraftId, DraftImportSchema } from './schemas.ts'

const archive = {
  200: { description: 'A zip of its files', content: { 'application/zip': { schema: z.string() } } },
} as const

/** Procedures as files: out as one zip of open formats, and in again. */
export const bundleRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/process-drafts/{draftId}/bundle',
      summary: 'A draft as one archive',
      request: { params: z.object({ draftId: DraftId }) },
      responses: archive,
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house } = c.var
      const { draft } = foundDraft(house, c.req.valid('param').draftId)
      return zip(c, `${draft.processId}-草稿`, filesOfDraft(house, draft.draftId))
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-definitions/{processDefinitionKey}/bundle',
      summary: 'A published version as one archive: diagram, forms, tables, scenarios',
      request: { params: z.object({ processDefinitionKey: Key }) },
      responses: archive,
    }),
    async c => {
      admitReader(c, ['administrate', 'audit'])
      const { house } = c.var
      const definition = house.definitions.find(c.req.valid('param').processDefinitionKey)
      if (!definition) throw new Problem('resource.not-found')
      const name = `${definition.bpmnProcessId}-v${definition.version}`
      return zip(c, name, await filesOfDefinition(house, definition))
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/process-drafts/import',
      middleware: multipartOnly,
      summary: 'Begin a draft with an archive or with files; what is foreign in them is told, and converted when asked',
      request: {
        query: z.strictObject({ convert: z.enum(['yes']).optional() }),
        body: { required: true, content: { 'multipart/form-data': { schema: BundleForm } } },
      },
      responses: { 200: json(DraftImportSchema, 'The draft, where one was made, and what was found') },
    }),
    async c => {
      const { house, caller, language } = c.var
      await refuseWithout('administrate', house, caller, { kind: 'design', verb: 'process-draft.create' })
      const sent = await sentFiles(await c.req.formData())
      const { files, findings } = unpackedFiles(sent, language)
      checkFiles(files)
      const convert = c.req.valid('query').convert === 'yes'
      const read = await readImport(files, { convert, language })
      const acting = await idempotentCaller(c, checksumOf(JSON.stringify([convert, files])))
      const draftId =
        read.files &&
        (await beginDraft(house, acting, { origin: 'import', ...presentVersion(house, read.files), files: read.files }))
      const draft = draftId === undefined ? null : draftJson(c.var, draftId)
      return c.json({ draft, dialect: read.dialect, findings: [...findings, ...read.findings] }, 200)
    },
  )

async function sentFiles(form: FormData): Promise<{ name: string; content: Buffer }[]> {
  const files = form.getAll('resources').filter(part => part instanceof File)
  return Promise.all(files.map(async file => ({ name: file.name, content: Buffer.from(await file.arrayBuffer()) })))
}

function zip(c: Context<Environment>, name: string, files: readonly BundleFile[]) {
  const archived = writeZip(files)
  return c.body(new Uint8Array(archived), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`,
  })
}
