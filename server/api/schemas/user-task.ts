import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { VariablesSchema } from './json.ts'
import { twoTimes } from './late.ts'
import { CitationSchema, LimitReasonSchema, LimitSchema } from './limit.ts'
import { NamedSchema } from './person.ts'
import { ProblemSchema } from './problem.ts'
import { SheetSchema } from './sheet.ts'

/** A user task as lists show it. */
export const UserTaskSchema = z
  .object({
    userTaskKey: Key,
    name: z.string(),
    elementId: z.string(),
    state: z.enum(['CREATED', 'COMPLETED', 'CANCELED']),
    assignee: NamedSchema.nullable(),
    /** The last day on which its holder is away, if he is. */
    awayUntil: z.string().optional(),
    candidateGroups: z.array(z.string()),
    candidateUsers: z.array(z.string()),
    processDefinitionId: z.string(),
    processDefinitionKey: Key,
    processDefinitionVersion: z.number().int(),
    processName: z.string(),
    processInstanceKey: Key,
    elementInstanceKey: Key,
    formId: z.string().nullable(),
    kind: z.string().nullable(),
    creationDate: z.string(),
    completionDate: z.string().nullable(),
    completedBy: NamedSchema.optional(),
    action: z.string().nullable().optional(),
    dueDate: z.string().nullable(),
    limit: LimitSchema.nullable(),
    /** That its case stands still. */
    suspension: z.object({ since: z.string(), ground: z.string() }).nullable(),
    priority: z.number().int(),
    caseNo: z.string().nullable(),
    caseTitle: z.string().nullable(),
    party: z.string().nullable(),
    round: z.number().nullable(),
    /** Of a task that needs two: how its signatures stand. */
    signature: z.object({ state: z.enum(['awaiting-cosign', 'returned']), by: NamedSchema }).nullable(),
    /** In lists of what I should do: the rule that bars me from it now. */
    barred: z.object({ rule: z.string(), detail: z.string() }).optional(),
    /** In lists of what I supervise: in whose business it arose. */
    org: NamedSchema.optional(),
    /** Who signed second. */
    cosignedBy: NamedSchema.optional(),
  })
  .openapi('UserTask')

/** Whether something may be done, and if not, why. */
export const PermissionSchema = z
  .object({ permitted: z.boolean(), refusal: ProblemSchema.optional() })
  .openapi('Permission')

const HistoryItemSchema = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    actor: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      role: z.string().optional(),
      org: z.string().optional(),
    }),
    verb: z.string(),
    sentence: z.string(),
    elementId: z.string().optional(),
    elementName: z.string().optional(),
    action: z.string().optional(),
    actionLabel: z.string().optional(),
    ...twoTimes,
  })
  .openapi('HistoryItem')

const ActionSchema = PermissionSchema.extend({
  field: z.string(),
  value: z.union([z.string(), z.boolean()]),
  action: z.string(),
  label: z.string(),
})

const NextSchema = z.object({
  action: z.object({ field: z.string(), value: z.union([z.string(), z.boolean()]) }).nullable(),
  elementId: z.string(),
  name: z.string(),
  kind: z.enum(['user-task', 'end', 'event']),
  role: z.string().optional(),
  roleName: z.string().optional(),
  condition: z.string().optional(),
  /** It leads back: what ends with it, what was done and is kept, and what it does not undo; names of steps. */
  back: z.object({ cancels: z.array(z.string()), stays: z.array(z.string()), stands: z.array(z.string()) }).optional(),
})

const DraftSchema = z
  .object({ variables: VariablesSchema, savedAt: z.string(), revision: z.number().int() })
  .openapi('Draft')

/** A task as its page shows it. */
export const UserTaskDetailSchema = UserTaskSchema.extend({
  form: z.record(z.string(), z.unknown()).nullable(),
  variables: VariablesSchema,
  draft: DraftSchema.nullable(),
  actions: z.array(ActionSchema),
  basis: z.array(CitationSchema),
  limitReason: LimitReasonSchema.nullable(),
  /** All limits of the task, in the order of the diagram. */
  limitReasons: z.array(LimitReasonSchema),
  canExtend: PermissionSchema,
  canExclude: PermissionSchema,
  next: z.array(NextSchema),
  history: z.array(HistoryItemSchema),
  canClaim: PermissionSchema,
  canComplete: PermissionSchema,
  canRelease: PermissionSchema,
  /** Of a task that needs two, once the first has signed. */
  sheet: SheetSchema.nullable(),
  /** Whether it takes two signatures. */
  needsTwo: z.boolean(),
  /** As a superior of those it is for. */
  canReassign: PermissionSchema,
}).openapi('UserTaskDetail')

export type UserTaskJson = z.infer<typeof UserTaskSchema>
export type UserTaskDetailJson = z.infer<typeof UserTaskDetailSchema>
export type HistoryItemJson = z.infer<typeof HistoryItemSchema>
export type NextJson = z.infer<typeof NextSchema>
