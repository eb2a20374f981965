import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { JsonSchema } from './json.ts'
import { NamedSchema } from './person.ts'
import { ProblemSchema } from './problem.ts'
import { ProcessInstanceSchema } from './process-instance.ts'
import { UserTaskSchema } from './user-task.ts'

export const CaseNo = z.string().min(1).max(60)
const Text = z.string().nullable()
/** A value of a list and its word in the language of the answer. */
const Coded = z.object({ value: z.string(), label: z.string() })
const Permission = z.object({ permitted: z.boolean(), refusal: ProblemSchema.optional() })

/** What somebody sees of a party: numbers, telephone and addresses are masked. */
export const PartySchema = z
  .object({
    partyId: z.string(),
    org: NamedSchema,
    partyType: Coded,
    partyName: Text,
    tradeName: Text,
    idType: Coded.nullable(),
    idNumber: Text,
    creditCode: Text,
    legalRep: Text,
    repIdNumber: Text,
    gender: Text,
    birthDate: Text,
    partyAddress: Text,
    partyPhone: Text,
    serviceAddress: Text,
    guardian: Text,
    isMasked: z.boolean(),
  })
  .openapi('Party')

export const ListedCaseSchema = z
  .object({
    caseNo: z.string(),
    org: NamedSchema,
    item: NamedSchema,
    title: z.string(),
    place: Text,
    partyId: z.string(),
    partyName: Text,
    handlers: z.array(NamedSchema),
    state: Coded,
    isSuspended: z.boolean(),
    filedAt: z.string(),
    lastMaterialChangeAt: z.string(),
  })
  .openapi('ListedCase')

const HandlerSchema = NamedSchema.extend({
  since: z.string(),
  until: z.string().nullable(),
  /** The certificate he became a handler with. */
  certificateNumber: Text,
  /** His enforcement certificate as it stands now. */
  certificateState: z.string().nullable(),
  certificateValidTo: Text,
})

export const OpinionSchema = z
  .object({
    round: z.number().int(),
    step: Coded,
    person: NamedSchema.nullable(),
    roleName: Text,
    opinion: Coded,
    reason: Text,
    qualification: JsonSchema.nullable(),
    signers: z.array(NamedSchema),
    at: z.string(),
  })
  .openapi('ReviewOpinion')

export const ReviewSchema = z
  .object({
    processInstanceKey: Key,
    reviewId: Text,
    caseNo: z.string(),
    /** Somebody registered its case; nobody decides another. */
    isRegistered: z.boolean(),
    org: NamedSchema,
    title: Text,
    reviewType: Coded.nullable(),
    stage: Coded.nullable(),
    round: z.number().int(),
    isHardGate: z.boolean(),
    clause58: z.array(Coded),
    startedAt: z.string(),
    endedAt: Text,
    outcome: Coded,
    outcomeReason: Text,
    passedAt: Text,
    opinions: z.array(OpinionSchema),
    docNos: z.array(z.string()),
  })
  .openapi('Review')

export const DocumentSchema = z
  .object({
    docNo: z.string(),
    template: z.string(),
    name: z.string(),
    size: z.number().int(),
    caseNo: Text,
    round: z.number().int().nullable(),
    processInstanceKey: Key.nullable(),
    madeAt: z.string(),
  })
  .openapi('MadeDocument')

const ChangeSchema = z.object({
  seq: z.number().int(),
  kind: Coded,
  isMaterial: z.boolean(),
  before: Text,
  after: Text,
  reason: z.string(),
  by: NamedSchema,
  happenedAt: z.string(),
  recordedAt: z.string(),
})

const MaterialSchema = z.object({
  fileId: z.string(),
  kind: Coded,
  name: z.string(),
  size: z.number().int(),
  type: z.string(),
  by: NamedSchema,
  addedAt: z.string(),
  removedAt: Text,
})

/** Everything of a case. */
export const CaseSchema = z
  .object({
    ...ListedCaseSchema.omit({ handlers: true }).shape,
    source: Coded,
    discoveredOn: z.string(),
    conductFrom: z.string(),
    conductTo: Text,
    facts: Text,
    basis: Text,
    proposedPenalty: Text,
    hearingEndedOn: Text,
    clause58: z.array(Coded),
    isUnder58: z.boolean(),
    /** When a review of the penalty last passed by its reviewers' opinions. */
    passedAt: Text,
    filedBy: NamedSchema,
    handlers: z.array(HandlerSchema),
    party: PartySchema.nullable(),
    changes: z.array(ChangeSchema),
    materials: z.array(MaterialSchema),
    procedures: z.array(ProcessInstanceSchema),
    openTasks: z.array(UserTaskSchema),
    reviews: z.array(ReviewSchema),
    documents: z.array(DocumentSchema),
    canChange: Permission,
    canReview: Permission,
    canNameHandlers: Permission,
    canClose: Permission,
    /** 结案; null while it is open. */
    closing: z.object({ reason: Coded, at: z.string(), by: NamedSchema }).nullable(),
    /** What its item allows today. */
    itemPowers: z.object({ penaltyRange: Text, coercionBasis: z.array(z.string()), benchmarkDmn: Text }),
  })
  .openapi('Case')

export const ChronicleSchema = z
  .object({
    items: z.array(
      z.object({
        seq: z.number().int(),
        at: z.string(),
        actor: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
        sentence: z.string(),
        processInstanceKey: Key.nullable(),
        processName: Text,
        happenedAt: z.string().optional(),
        late: z.object({ reason: z.string() }).optional(),
      }),
    ),
    page: z.object({ endCursor: z.string().optional() }),
  })
  .openapi('Chronicle')
