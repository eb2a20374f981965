import { z } from '@hono/zod-openapi'
import { JsonSchema } from '../api/schemas/json.ts'
import { StepSchema } from './step.ts'

const name = z.string().min(1).max(200)
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/

/**
 * A procedure told by example, `<name>.scenario.json` beside the diagram: who is in it, what they do one after the other,
 * and where that ends. It holds when every step is done, or refused as it says, and the end and the way are the expected.
 */
export const ScenarioSchema = z
  .strictObject({
    name,
    /** When it begins, in Beijing; default: when it is run. */
    at: z.string().regex(MOMENT).optional(),
    /** Who is in it: a name of the trade → a role, a role at a body, or one person. Each is somebody else. */
    people: z.record(name, name).default({}),
    /** Rows of registers that are there before it begins: a case, an item; entered in one act of the rehearsal. */
    given: z
      .array(z.strictObject({ register: name, id: name, value: z.record(name, JsonSchema) }))
      .max(100)
      .optional(),
    steps: z.array(StepSchema).min(1).max(500),
    expected: z.strictObject({
      /** End events that are reached, in any order. */
      ends: z.array(name).optional(),
      /** User tasks that are open after the last step, in any order. */
      open: z.array(name).optional(),
      /** User tasks in the order in which they come up, each as often as it does. */
      tasks: z.array(name).optional(),
    }),
  })
  .openapi('Scenario')

export type Scenario = z.infer<typeof ScenarioSchema>

/** A file of a bundle. */
export interface BundleFile {
  name: string
  content: string
}

/** A scenario read from its file, or what is wrong with it. */
export function readScenario({ content }: BundleFile): Scenario | { reason: string } {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return { reason: 'JSON' }
  }
  const { success, data, error } = ScenarioSchema.safeParse(json)
  if (success) return data
  return { reason: error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`).join('; ') }
}
