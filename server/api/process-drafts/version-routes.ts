import { z } from '@hono/zod-openapi'
import { admitReader } from '../admit.ts'
import { routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { json, Key, route } from '../route.ts'
import { filesAtPublication, filesOfDefinition } from './published-files.ts'

const FilesSchema = z
  .object({
    processDefinitionId: z.string(),
    name: z.string(),
    version: z.number().int(),
    files: z.array(z.object({ name: z.string(), content: z.string() })),
    /** Newest first. */
    versions: z.array(
      z.object({ processDefinitionKey: z.string(), version: z.number().int(), deployedAt: z.string() }),
    ),
  })
  .openapi('ProcessDefinitionFiles')

/** The files of a version, for whoever compares it with another. */
export const versionRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/process-definitions/{processDefinitionKey}/files',
    summary: 'The files of a published version as they were published, and which versions there are',
    request: { params: z.object({ processDefinitionKey: Key }) },
    responses: { 200: json(FilesSchema, 'Diagram, forms, tables, scenarios and parameters') },
  }),
  async c => {
    admitReader(c, ['administrate', 'audit'])
    const { house } = c.var
    const definition = house.definitions.find(c.req.valid('param').processDefinitionKey)
    if (!definition) throw new Problem('resource.not-found')
    const { bpmnProcessId, name, version } = definition
    const published = filesAtPublication(house, definition)
    return c.json(
      {
        processDefinitionId: bpmnProcessId,
        ...{ name: name ?? bpmnProcessId, version },
        // Without a draft its forms and tables are those in force, under the names they were deployed by.
        files: published ?? (await filesOfDefinition(house, definition)),
        versions: house.definitions.versionsOf(bpmnProcessId).map(each => ({
          ...{ processDefinitionKey: each.processDefinitionKey, version: each.version },
          deployedAt: new Date(each.deployedAt).toISOString(),
        })),
      },
      200,
    )
  },
)
