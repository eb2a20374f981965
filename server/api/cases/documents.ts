import { z } from '@hono/zod-openapi'
import { routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { route } from '../route.ts'
import { isOfSeenCase } from './case-visibility.ts'

/** Documents the house made, given out to whoever may read their case. */
export const documentRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/documents/{docNo}',
    summary: 'Download a document by its number',
    request: { params: z.object({ docNo: z.string().min(1).max(120) }) },
    responses: {
      200: {
        description: 'The content',
        content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
      },
    },
  }),
  async c => {
    const { house, caller } = c.var
    const made = house.documents.find(c.req.valid('param').docNo)
    const opened = made && isOfSeenCase(house, caller.person, made.fileId) && (await house.files.open(made.fileId))
    if (!made || !opened) throw new Problem('resource.not-found')
    c.header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    c.header('content-length', String(opened.size))
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`)
    return c.body(opened.content, 200)
  },
)
