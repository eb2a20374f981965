import { z } from '@hono/zod-openapi'
import { VariablesSchema } from './json.ts'
import { ProblemSchema } from './problem.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const Permission = z.object({ permitted: z.boolean(), refusal: ProblemSchema.optional() })

/** What was signed first for a task that needs two. */
export const SheetSchema = z
  .object({
    state: z.enum(['awaiting-cosign', 'returned']),
    signedBy: Named,
    signedAt: z.string(),
    /** The certificate it was signed on. */
    certificate: z.string().nullable(),
    action: z.string().nullable(),
    /** Given only to those who may see the case. */
    variables: VariablesSchema,
    content: z.string().openapi({ description: 'What is signed second: hash of the entry with the first signature' }),
    /** Offices and people whose second signature it may be, by name. */
    cosigners: z.array(z.string()),
    returned: z.object({ by: Named, at: z.string(), reason: z.string() }).nullable(),
    canCosign: Permission,
    canSendBack: Permission,
    canWithdraw: Permission,
  })
  .openapi('Sheet')
export type SheetJson = z.infer<typeof SheetSchema>

/** Somebody a task is for. */
const ReceiverSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    offices: z.array(z.string()),
    permitted: z.boolean(),
    why: z.string().nullable(),
    /** The last day on which he is away, if he is. */
    awayUntil: z.string().nullable(),
  })
  .openapi('Receiver')
export type ReceiverJson = z.infer<typeof ReceiverSchema>

export const ReceiversSchema = z.object({ items: z.array(ReceiverSchema) })
