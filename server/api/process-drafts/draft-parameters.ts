import { z } from '@hono/zod-openapi'
import { dayOf } from '../../deadlines/office-day.ts'
import type { Json } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { limitParameterChange } from '../acts/set-limit-parameter.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { ParameterChangeBody } from '../schemas/limit-parameter.ts'
import { type BundleFile, PARAMETERS } from './bundle-files.ts'

const Proposed = ParameterChangeBody.extend({
  key: z.string().max(60),
  /** The day of publication, where it is not a later one. */
  effectiveFrom: z.string().max(10).optional(),
  reason: z.string().trim().min(1).max(500).optional(),
})
const Parameters = z.strictObject({ limits: z.array(Proposed).max(200) })

/** What a draft would set: each limit as it was and as it would be, with the records of the act. */
export interface ProposedLimit {
  key: string
  before: Json
  after: Json
  register: RegisterRecord[]
}

/**
 * What `parameters.json` of a bundle proposes for the limits of the office; nothing when there is no such file.
 * @throws Problem 422 naming what is wrong in it
 */
export function proposedLimits(house: House, files: readonly BundleFile[]): ProposedLimit[] {
  const file = files.find(({ name }) => name === PARAMETERS)
  if (!file) return []
  const today = dayOf(house.clock.now())
  return readParameters(file.content).limits.map(({ key, ...change }) => {
    if (house.limitParameters.history(key).length === 0)
      throw new Problem('process-draft.parameters', { reason: `limits: ${key}` })
    const { effectiveFrom = today, reason = PARAMETERS } = change
    const isPast = effectiveFrom < today
    const from = isPast ? today : effectiveFrom
    return { key, ...limitParameterChange(house, key, { ...change, reason, effectiveFrom: from }) }
  })
}

function readParameters(content: string): z.infer<typeof Parameters> {
  const parsed = Parameters.safeParse(jsonIn(content))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Problem('process-draft.parameters', { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` })
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new Problem('process-draft.parameters', { reason: 'JSON' })
  }
}
