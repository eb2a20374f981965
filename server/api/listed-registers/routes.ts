import { z } from '@hono/zod-openapi'
import { absencesList } from '../absences/listed.ts'
import { certificateMatters, officers } from '../certificate-matters/listed.ts'
import { disputes, transfers } from '../cooperation/listed.ts'
import { malformed, routes } from '../environment.ts'
import { evidenceDefects } from '../evidence-defects/listed.ts'
import { guardedActsList } from '../guarded-acts/listed.ts'
import { escalations } from '../limits/listed.ts'
import { preservedGoods } from '../preserved-goods/listed.ts'
import { provinceReports } from '../province-reports/listed.ts'
import { writeLongCsv } from '../register-files/csv.ts'
import { route } from '../route.ts'
import { submit } from '../submit.ts'
import { whistleEvaluations, whistles } from '../whistles/listed.ts'
import { fileOf, type RegisterFile } from './listed-register.ts'

/** Every register that leaves as a file. */
const files = {
  whistles: fileOf(whistles),
  'whistle-evaluations': fileOf(whistleEvaluations),
  escalations: fileOf(escalations),
  transfers: fileOf(transfers),
  disputes: fileOf(disputes),
  'certificate-matters': fileOf(certificateMatters),
  officers: fileOf(officers),
  'province-reports': fileOf(provinceReports),
  'preserved-goods': fileOf(preservedGoods),
  'evidence-defects': fileOf(evidenceDefects),
  absences: fileOf(absencesList),
  'guarded-acts': fileOf(guardedActsList),
} as const satisfies Readonly<Record<string, RegisterFile>>
type FileId = keyof typeof files

const params = z.object({ register: z.enum(Object.keys(files) as [FileId, ...FileId[]]) })

/** Registers as files, with the filter of their lists. */
export const listedRegisterRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/registers/{register}/file',
    summary: 'A register as comma-separated values, as far as I may read it; with the filter of its list',
    request: { params, query: z.looseObject({}) },
    responses: { 200: { description: 'UTF-8 with BOM', content: { 'text/csv': { schema: z.string() } } } },
  }),
  async c => {
    const { house, caller, language } = c.var
    const { register } = c.req.valid('param')
    const { filter, verb, heading, lines } = files[register]
    const asked = filter.strict().safeParse(c.req.valid('query'))
    if (!asked.success) throw malformed(asked.error.issues)
    // Whoever may not read it has been refused before anything is written down.
    const rows = await collected(lines(c, asked.data))
    await submit(house, caller, { kind: 'access', verb, permit: () => {} })
    return c.body(await writeLongCsv([[...heading[language]], ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${register}.csv"`,
    })
  },
)

async function collected(lines: AsyncGenerator<string[]>): Promise<string[][]> {
  const rows: string[][] = []
  for await (const line of lines) rows.push(line)
  return rows
}
