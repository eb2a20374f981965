import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { DeploymentResource } from '../engine/index.ts'
import { deployResources } from './acts/deploy-resources.ts'
import { type Environment, idempotentCaller, routes } from './environment.ts'
import { Problem } from './problem.ts'
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

/** A bundle as browsers send it. */
export const BundleForm = z.object({
  resources: z
    .any()
    .optional()
    .openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
})

/** Before the framework looks at the body: it would ask for JSON. */
export const multipartOnly: MiddlewareHandler<Environment> = async (c, next) => {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) throw new Problem('request.not-multipart')
  await next()
}

/** Publishing diagrams with what they use. */
export const deploymentRoutes = routes().openapi(
  route({
    method: 'post',
    path: '/deployments',
    middleware: multipartOnly,
    summary: 'Publish a bundle of .bpmn, .dmn and .form files; the multipart field `resources` holds each',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: BundleForm } } } },
    responses: { 200: json(DeploymentSchema, 'What was made of it') },
  }),
  async c => {
    const resources = await resourcesIn(await c.req.formData())
    // Each sending of a form has a boundary of its own; what counts is what it holds.
    const caller = await idempotentCaller(c, JSON.stringify(resources))
    const { results } = await deployResources(c.var.house, caller, resources)
    return c.json(deploymentJson(results[0] ?? {}), 200)
  },
)

/** The files of a bundle that was sent. */
export async function resourcesIn(form: FormData): Promise<DeploymentResource[]> {
  const files = form.getAll('resources').filter(part => part instanceof File)
  return Promise.all(files.map(async file => ({ name: file.name, content: await file.text() })))
}

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
