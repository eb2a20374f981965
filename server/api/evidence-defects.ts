import { z } from '@hono/zod-openapi'
import { DEFECT_STATES, type EvidenceDefect } from '../registers/evidence-defects.ts'
import { assessDefect, defectRights } from './acts/assess-defect.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import { Problem } from './problem.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { PageSchema, pageJson, paging } from './schemas/page.ts'
import { NamedSchema } from './schemas/person.ts'
import { Reason } from './schemas/register.ts'

const State = z.enum(DEFECT_STATES)
const Query = z.strictObject({ ...paging, state: State.optional(), q: z.string().max(50).optional() })

const DefectSchema = z
  .object({
    defectId: z.string(),
    person: NamedSchema,
    /** Number of the certificate, and how it stood at the act as it is known now. */
    certificate: z.string(),
    certificateState: z.string(),
    caseNo: z.string().nullable(),
    processInstanceKey: Key,
    userTaskKey: Key,
    task: z.string(),
    part: z.enum(['completed', 'cosigned']),
    actedAt: z.string(),
    foundAt: z.string(),
    state: State,
    assessedBy: NamedSchema.nullable(),
    assessedAt: z.string().nullable(),
    note: z.string().nullable(),
    canAssess: z.boolean(),
  })
  .openapi('EvidenceDefect')
type DefectJson = z.infer<typeof DefectSchema>

const Assessment = z
  .strictObject({ state: z.enum(['harmless', 'remedied', 'excluded']), note: Reason })
  .openapi('DefectAssessment')

/** Acts done while there was no valid certificate. */
export const evidenceDefectRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/evidence-defects',
      summary: 'Acts done while the certificate was not valid',
      request: { query: Query },
      responses: {
        200: json(z.object({ items: z.array(DefectSchema), page: PageSchema }), 'The latest act first'),
      },
    }),
    async c => {
      const { house, caller } = c.var
      const rights = defectRights(house, caller.person)
      if (!rights.mayRead) throw new Problem('permission.missing', { permission: 'permission.audit' })
      const { limit, after, ...query } = c.req.valid('query')
      const rows = house.evidenceDefects.list({
        ...query,
        after,
        ...(rights.entities && { entities: rights.entities }),
        limit: limit + 1,
      })
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      const items = await Promise.all(shown.map(row => defectJson(house, row, rights.mayAssess(row))))
      const page = pageJson(last ? { endCursor: last.defectId } : {})
      return c.json({ items, page }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/evidence-defects/{defectId}/assessment',
      summary: 'Say what a defect means for the case',
      request: { params: z.object({ defectId: z.string().min(1).max(120) }), body: jsonBody(Assessment) },
      responses: { 204: done },
    }),
    async c => {
      await assessDefect(c.var.house, await idempotentCaller(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )

async function defectJson(house: House, defect: EvidenceDefect, canAssess: boolean): Promise<DefectJson> {
  const { people, registers, diagrams } = house
  const named = (id: string) => ({ id, name: people.nameOf(id) ?? id })
  const { defectId, certificateState, caseNo, processInstanceKey, userTaskKey, part, state, note } = defect
  const { personId, certificateId, processDefinitionKey, elementId, assessedBy, assessedAt } = defect
  return {
    ...{ defectId, certificateState, caseNo, processInstanceKey, userTaskKey, part, state, note, canAssess },
    person: named(personId),
    certificate: String(registers.find('certificates', certificateId)?.number ?? certificateId),
    task: (await diagrams.get(processDefinitionKey)).nameOf(elementId),
    actedAt: new Date(defect.actedAt).toISOString(),
    foundAt: new Date(defect.foundAt).toISOString(),
    assessedBy: assessedBy === null ? null : named(assessedBy),
    assessedAt: assessedAt === null ? null : new Date(assessedAt).toISOString(),
  }
}
