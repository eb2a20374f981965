import { z } from '@hono/zod-openapi'
import { dayOf } from '../deadlines/office-day.ts'
import { type Known, lint, rules } from '../lint/index.ts'
import { knownWords } from '../procedures/known-words.ts'
import { parseReference } from '../statutes/parse-reference.ts'
import { admitReader } from './admit.ts'
import { BundleForm, multipartOnly, resourcesIn } from './deployments.ts'
import { routes } from './environment.ts'
import type { House } from './house.ts'
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
    const problems = await lint({ resources: await resourcesIn(await c.req.formData()) }, knownIn(house))
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

/** As the product knows it, with the limits this office has set and the official texts it has brought in. */
function knownIn({ clock, definitions, limitParameters, statutes }: House): Known {
  const today = dayOf(clock.now())
  const published = definitions.latest().map(({ bpmnProcessId }) => bpmnProcessId)
  const known = knownWords(clock.now(), published)
  return {
    ...known,
    limits: limitParameters.list(today).map(({ parameter }) => parameter),
    citationFault(reference) {
      const cited = parseReference(reference)
      const version = cited && statutes.inForce(cited.name, today)
      const isThere = version && cited.article !== undefined && statutes.article(version.textId, cited.article)
      return isThere ? undefined : known.citationFault(reference)
    },
  }
}
