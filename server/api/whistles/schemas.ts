import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'

const CodedSchema = z.object({ value: z.string(), label: z.string() })
const Text = z.string().nullable()

/** What a body that was called does about a whistle. */
const BranchSchema = z
  .object({
    org: NamedSchema,
    role: CodedSchema,
    task: Text,
    signAt: Text,
    isSignLate: z.boolean(),
    rejection: CodedSchema.nullable(),
    rejectNote: Text,
    contactAt: Text,
    contactPlan: Text,
    agreedArriveAt: Text,
    arriveAt: Text,
    isArriveLate: z.boolean(),
    arrivePlace: Text,
    isEnforcement: z.boolean(),
    people: z.array(NamedSchema),
    certNos: z.array(z.string()),
    measures: z.array(CodedSchema),
    result: Text,
    caseRef: Text,
    /** When what was done was recorded, and of the lead why a body that came left no record. */
    workedAt: Text,
    assistWaived: Text,
    outcome: CodedSchema.nullable(),
  })
  .openapi('WhistleBranch')

export const WhistleSchema = z
  .object({
    whistleId: z.string(),
    processInstanceKey: Key.nullable(),
    title: Text,
    org: NamedSchema,
    direction: CodedSchema,
    level: CodedSchema,
    ground: CodedSchema,
    isMajor: z.boolean(),
    place: Text,
    problem: Text,
    items: z.array(NamedSchema),
    dutyBasis: CodedSchema,
    dutyFinding: CodedSchema,
    planAt: Text,
    planPlace: Text,
    linkedCase: Text,
    draftedBy: NamedSchema.nullable(),
    approvedBy: NamedSchema.nullable(),
    isImproper: z.boolean(),
    dispatchedAt: Text,
    docNo: Text,
    feedbackDocNo: Text,
    feedbackAt: Text,
    resolved: CodedSchema.nullable(),
    feedbackText: Text,
    remainder: Text,
    reworkCount: z.number().int(),
    state: CodedSchema,
    outcome: CodedSchema.nullable(),
    reason: Text,
    startedAt: Text,
    endedAt: Text,
    branches: z.array(BranchSchema),
    escalations: z.array(z.object({ to: z.string(), at: z.string(), why: z.string() })),
  })
  .openapi('Whistle')

const Score = z.number().int().min(1).max(5).nullable()

export const WhistleEvaluationSchema = z
  .object({
    whistleId: z.string(),
    title: Text,
    org: NamedSchema,
    evaluatedFor: NamedSchema,
    signTimely: Score,
    arriveTimely: Score,
    effect: Score,
    cooperate: Score,
    comment: Text,
    /** Nobody evaluated in time. */
    isByDefault: z.boolean(),
    evaluatedBy: NamedSchema.nullable(),
    evaluatedAt: Text,
    isLow: z.boolean(),
    isAssessed: z.boolean(),
    explanation: Text,
    improvement: Text,
    respondedBy: NamedSchema.nullable(),
    respondedAt: Text,
  })
  .openapi('WhistleEvaluation')

export type WhistleJson = z.infer<typeof WhistleSchema>
export type WhistleBranchJson = z.infer<typeof BranchSchema>
export type WhistleEvaluationJson = z.infer<typeof WhistleEvaluationSchema>
