import { z } from '@hono/zod-openapi'
import { isFileName, namesType } from '../documents/file-types.ts'
import { visibleFile } from './acts/check-files.ts'
import { putFile } from './acts/put-file.ts'
import { routes } from './environment.ts'
import { Problem } from './problem.ts'
import { json, route } from './route.ts'

const FileName = z.string().trim().refine(isFileName, 'expected a file name of 1–200 characters without path')

const FileSchema = z
  .object({ fileId: z.string(), name: z.string(), size: z.number().int(), type: z.string() })
  .openapi('File')

const FileId = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex')

/** Attachments: taken in as a stream, given out as a download. */
export const fileRoutes = routes()
  .openapi(
    route({
      method: 'put',
      path: '/files',
      summary: 'Upload a file; the body is its content',
      request: {
        query: z.strictObject({ name: FileName }),
        body: {
          required: true,
          content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
        },
      },
      responses: { 201: json(FileSchema, 'The file as it was found to be') },
    }),
    async c => {
      const { name } = c.req.valid('query')
      const content = c.req.raw.body ?? new Blob([]).stream()
      const { fileId, size, type } = await putFile(c.var.house, c.var.caller, name, content)
      return c.json({ fileId, name, size, type }, 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/files/{fileId}',
      summary: 'Download a file',
      request: { params: z.object({ fileId: FileId }), query: z.strictObject({ name: FileName.optional() }) },
      responses: {
        200: {
          description: 'The content',
          content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
        },
      },
    }),
    async c => {
      const { house, caller } = c.var
      const { fileId } = c.req.valid('param')
      const file = visibleFile(house, caller.person, fileId)
      const opened = file && (await house.files.open(fileId))
      if (!file || !opened) throw new Problem('resource.not-found')
      const { name: asked = file.name } = c.req.valid('query')
      const name = encodeURIComponent(namesType(asked, file.type) ? asked : file.name).replace(/['()*]/g, encodeAscii)
      c.header('content-type', file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type)
      c.header('content-length', String(opened.size))
      c.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      return c.body(opened.content, 200)
    },
  )

/** RFC 8187 lets fewer characters stand than encodeURIComponent leaves. */
function encodeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
