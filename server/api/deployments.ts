import { z } from '@hono/zod-openapi'
import { deployResources } from './acts/deploy-resources.ts'
import { idempotentCaller, routes } from './environment.ts'
import { json, route } from './route.ts'

const Metadata = z.record(z.string(), z.unknown())
const DeploymentSchema = z
  .object({
    deploymentKey: z.string(),
    deployments: z.array(
      z.object({
        processDefinition: Metadata.optional(),
        form: Metadata.optional(),
        decisionRequirements: Metadata.optional(),
        decisionDefinition: Metadata.optional(),
      }),
    ),
  })
  .openapi('Deployment')

const Bundle = z.object({
  resources: z
    .any()
    .optional()
    .openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
})

/** Publishing diagrams with what they use. */
export const deploymentRoutes = routes().openapi(
  route({
    method: 'post',
    path: '/deployments',
    summary: 'Publish a bundle of .bpmn, .dmn and .form files; the multipart field `resources` holds each',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: Bundle } } } },
    responses: { 200: json(DeploymentSchema, 'What was made of it') },
  }),
  async c => {
    const caller = await idempotentCaller(c)
    const form = await c.req.formData()
    const files = form.getAll('resources').filter(part => part instanceof File)
    const resources = await Promise.all(files.map(async file => ({ name: file.name, content: await file.text() })))
    const { results } = await deployResources(c.var.house, caller, resources)
    return c.json(deploymentJson(results[0] ?? {}), 200)
  },
)

function deploymentJson(result: Record<string, unknown>): z.infer<typeof DeploymentSchema> {
  const list = (name: string) => (Array.isArray(result[name]) ? (result[name] as z.infer<typeof Metadata>[]) : [])
  return {
    deploymentKey: String(result.deploymentKey),
    deployments: [
      ...list('processesMetadata').map(processDefinition => ({ processDefinition })),
      ...list('formMetadata').map(form => ({ form })),
      ...list('decisionRequirementsMetadata').map(decisionRequirements => ({ decisionRequirements })),
      ...list('decisionsMetadata').map(decisionDefinition => ({ decisionDefinition })),
    ],
  }
}
