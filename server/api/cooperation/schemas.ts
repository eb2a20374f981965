import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'

const Coded = z.object({ value: z.string(), label: z.string() })
const Text = z.string().nullable()

const common = {
  processInstanceKey: Key,
  caseNo: Text,
  title: Text,
  /** How it ended; `running` while it goes on. */
  outcome: Coded,
  reason: Text,
  startedAt: z.string(),
  endedAt: Text,
}

export const TransferSchema = z
  .object({
    ...common,
    transferId: z.string(),
    /** The how-manieth time it was sent, from 1. */
    round: z.number().int(),
    from: NamedSchema,
    to: NamedSchema,
    isUrgent: z.boolean(),
    items: z.array(NamedSchema),
    /** When it was found to be theirs. */
    determinedAt: Text,
    transferReason: Text,
    transferBasis: Text,
    /** Of a part: what of it was accepted. */
    acceptedItems: z.array(NamedSchema),
    stopped: Coded,
    isInformed: z.boolean(),
    materials: z.number().int(),
    goods: z.array(z.string()),
    docNo: Text,
    sentAt: Text,
    receivedAt: Text,
    action: Coded.nullable(),
    returnReason: Coded.nullable(),
    handedOverAt: Text,
    filed: z.boolean().nullable(),
    receivedCaseNo: Text,
    result: Text,
    resultAt: Text,
  })
  .openapi('Transfer')

export const DisputeSchema = z
  .object({
    ...common,
    disputeId: z.string(),
    kind: Coded,
    arisenAt: Text,
    applicant: NamedSchema,
    respondents: z.array(NamedSchema),
    issue: Text,
    /** What each side said when they negotiated, and what they answered. */
    positions: Text,
    answers: z.array(z.string()),
    conclusion: Text,
    decisionReason: Text,
    /** Who acts meanwhile, and whose it would be to designate. */
    interimLead: NamedSchema.nullable(),
    designating: NamedSchema.nullable(),
    outsideDocDate: Text,
    owner: NamedSchema.nullable(),
    refId: Text,
    docNos: z.array(z.string()),
  })
  .openapi('Dispute')

export type TransferJson = z.infer<typeof TransferSchema>
export type DisputeJson = z.infer<typeof DisputeSchema>
