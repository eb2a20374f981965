import { z } from '@hono/zod-openapi'
import { LAW_VERB_IDS, type LawVerbId } from '../../policies/index.ts'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'

export const LawVerbSchema = z.enum(LAW_VERB_IDS as [LawVerbId, ...LawVerbId[]])
export const UsedVerdict = z.enum(['allowed', 'reason', 'second'])

/** A use of a verb that the table of lawful verbs knows. */
export const GuardedActSchema = z
  .object({
    /** Of the entry, and the verb: one act may use two. */
    id: z.string(),
    verb: z.string(),
    verbName: z.string(),
    verdict: UsedVerdict,
    kindName: z.string(),
    at: z.string(),
    actor: NamedSchema,
    from: NamedSchema.nullable(),
    to: NamedSchema.nullable(),
    reason: z.string().nullable(),
    caseNo: z.string().nullable(),
    processInstanceKey: Key,
    userTaskKey: Key,
    task: z.string(),
  })
  .openapi('GuardedAct')
export type GuardedActJson = z.infer<typeof GuardedActSchema>

/** What the law makes of a verb on a kind of task. */
const LawCellSchema = z
  .object({
    verb: z.string(),
    verdict: z.enum(['allowed', 'forbidden', 'reason', 'second']),
    why: z.string(),
    basis: z.array(z.string()),
  })
  .openapi('LawCell')

export const LawfulnessSchema = z
  .object({
    verbs: z.array(
      z.object({ verb: z.string(), name: z.string(), by: z.enum(['person', 'diagram']), what: z.string() }),
    ),
    kinds: z.array(z.object({ kind: z.string(), name: z.string(), cells: z.array(LawCellSchema) })),
  })
  .openapi('Lawfulness')
