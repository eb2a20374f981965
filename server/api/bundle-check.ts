import { z } from '@hono/zod-openapi'
import { lint, rules } from '../lint/index.ts'
import { admitReader } from './admit.ts'
import { BundleForm, multipartOnly, resourcesIn } from './deployments.ts'
import { routes } from './environment.ts'
import { knownDataOf, knownOf } from './known.ts'
import { json, route } from './route.ts'

const ProblemSchema = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'hint']),
    file: z.string(),
    elementId: z.string(),
    message: z.string(),
    /** What the rule is for, and how a diagram is mended; for administrators, Chinese. */
    why: z.string(),
    mend: z.string(),
    law: z.string().optional(),
    way: z.array(z.string()).optional(),
    fix: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('BundleProblem')
const CheckSchema = z.object({ problems: z.array(ProblemSchema) }).openapi('BundleCheck')

const Text = z.array(z.string())

/** What the rules ask of the house beside the bundle, so that a browser judges as the server does. */
const KnownSchema = z
  .object({
    roles: Text,
    limits: z.array(z.record(z.string(), z.unknown())),
    citations: z.array(z.object({ name: z.string(), inForce: Text, past: Text })),
    jobTypes: Text,
    processIds: Text,
    messages: Text,
    names: z.object({
      roles: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
      processes: z.record(z.string(), z.string()),
    }),
    roster: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          groups: Text,
          certificates: Text,
          isQualified: z.boolean(),
          awayUntil: z.string().optional(),
        }),
      ),
      streets: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  })
  .openapi('KnownWords')

/** What the house knows beside a draft: before the routes of single procedures, whose keys are numbers. */
export const knownRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/process-definitions/known',
    summary:
      'What the rules ask beside a bundle: roles, limits, articles in force, jobs, messages, who works here today',
    responses: { 200: json(KnownSchema, 'As of today') },
  }),
  c => {
    admitReader(c, ['administrate', 'audit'])
    return c.json(JSON.parse(JSON.stringify(knownDataOf(c.var.house))) as z.infer<typeof KnownSchema>, 200)
  },
)

/** What the rules say of a bundle before it is published; nothing is kept. */
export const bundleCheckRoutes = routes().openapi(
  route({
    method: 'post',
    path: '/process-definitions/check',
    middleware: multipartOnly,
    summary: 'What is wrong with a bundle of .bpmn, .dmn and .form files, before it is published',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: BundleForm } } } },
    responses: { 200: json(CheckSchema, 'Problems in the order of the rules; none when all is well') },
  }),
  async c => {
    admitReader(c, ['administrate'])
    const { house, language } = c.var
    const problems = await lint({ resources: await resourcesIn(await c.req.formData()) }, knownOf(house))
    return c.json(
      {
        problems: problems.map(({ message, way, fix, ...problem }) => ({
          ...problem,
          message: message[language],
          ...documentOf(problem.rule),
          ...(way && { way: [...way] }),
          ...(fix && { fix: { ...fix } }),
        })),
      },
      200,
    )
  },
)

function documentOf(id: string): { why: string; mend: string } {
  return rules.find(rule => rule.id === id)?.doc ?? { why: '', mend: '' }
}
