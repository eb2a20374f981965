import { z } from '@hono/zod-openapi'
import type { WhistleRow } from '../../registers/whistles/whistle-queries.ts'
import type { ListedRegister } from '../listed-registers/listed-register.ts'
import { ownBodies } from '../listed-registers/own-bodies.ts'
import { EVALUATION_HEADING, evaluationCells, WHISTLE_HEADING, whistleCells } from './cells.ts'
import type { WhistleEvaluationJson, WhistleJson } from './schemas.ts'
import { evaluationJson, whistleJson } from './whistle-json.ts'

const WhistleFilter = z.strictObject({
  q: z.string().max(100).optional(),
  state: z.string().max(30).optional(),
  level: z.enum(['normal', 'key', 'emergency']).optional(),
  direction: z.enum(['street2dept', 'dept2street']).optional(),
})
const EvaluationFilter = z.strictObject({ q: z.string().max(100).optional(), low: z.literal('true').optional() })

/** The register of whistles: of bodies that whistled or were called; its file has a line for each body called. */
export const whistles: ListedRegister<typeof WhistleFilter, WhistleRow, WhistleJson> = {
  filter: WhistleFilter,
  part: (c, filter, window) => c.var.house.whistles.list({ orgs: ownBodies(c), ...filter, ...window }),
  shown: ({ var: { house, language } }, row) => whistleJson(house, row, language),
  file: { verb: 'whistle.export', heading: WHISTLE_HEADING, lines: whistleCells },
}

/** How bodies that were called were evaluated. */
export const whistleEvaluations: ListedRegister<typeof EvaluationFilter, WhistleRow, WhistleEvaluationJson> = {
  filter: EvaluationFilter,
  part: (c, { q, low }, window) =>
    c.var.house.whistles.evaluations({ orgs: ownBodies(c), q, isLow: low === 'true', ...window }),
  shown: ({ var: { house, language } }, row) => evaluationJson(house, row, language),
  file: {
    ...{ verb: 'whistle-evaluation.export', heading: EVALUATION_HEADING },
    lines: evaluation => [evaluationCells(evaluation)],
  },
}
