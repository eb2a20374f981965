import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Environment, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { json, route } from '../route.ts'
import { CaseNo, ReviewSchema } from '../schemas/case.ts'
import { PageSchema, pageJson, paging } from '../schemas/page.ts'
import { readsCases, streetsOf } from './case-visibility.ts'
import { reviewJson } from './review-json.ts'

/** What lists of reviews are asked by; also the file of them. */
export const ReviewFilter = z.strictObject({
  caseNo: CaseNo.optional(),
  outcome: z.enum(['running', 'passed', 'returned', 'not-passed', 'transferred', 'canceled']).optional(),
  reviewType: z.string().max(30).optional(),
  org: z.string().max(60).optional(),
})

/** The register of legal reviews: one row for each, with the opinions of every round. */
export const reviewRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/reviews',
    summary: 'Legal reviews of my streets',
    request: { query: ReviewFilter.extend(paging) },
    responses: { 200: json(z.object({ items: z.array(ReviewSchema), page: PageSchema }), 'Newest first') },
  }),
  c => {
    const { house, language } = c.var
    const { limit, after, ...filter } = c.req.valid('query')
    const { items, ...page } = house.caseLists.reviews({ ...reviewQuery(c, filter), limit, after })
    return c.json({ items: items.map(review => reviewJson(house, review, language)), page: pageJson(page) }, 200)
  },
)

/** @throws Problem 403 when no office of his reads cases */
export function reviewQuery({ var: { house, caller } }: Context<Environment>, filter: z.infer<typeof ReviewFilter>) {
  if (!readsCases(house, caller.person)) throw new Problem('case.readers-only')
  const { org, ...plain } = filter
  const streets = streetsOf(house, caller.person)
  return { ...plain, orgs: org === undefined ? streets : streets.filter(each => each === org) }
}
