import { z } from '@hono/zod-openapi'
import { exclusionKinds } from '../../deadlines/parameters/exclusion-policy.ts'
import { suspensionGrounds } from '../../registers/case-suspensions.ts'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'
import { Reason } from '../schemas/register.ts'
import { PermissionSchema } from '../schemas/user-task.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2026-11-20')
/** A day of the office, which stands for the whole of it, or an instant with its offset. */
const Moment = z.union([Day, z.iso.datetime({ offset: true })])
const LateReason = z.string().trim().min(1).max(500)

export const ExtensionBody = z
  .strictObject({ limit: z.string().max(60).optional(), reason: Reason })
  .openapi('LimitExtension')

export const ExclusionBody = z
  .strictObject({ kind: z.enum(exclusionKinds), from: Day, to: Day, reason: Reason })
  .openapi('LimitExclusion')

export const SuspensionBody = z
  .strictObject({
    ground: z.enum(suspensionGrounds),
    reason: Reason,
    from: Moment.optional(),
    lateReason: LateReason.optional(),
  })
  .openapi('NewSuspension')

export const ResumptionBody = z
  .strictObject({ reason: Reason, at: Moment.optional(), lateReason: LateReason.optional() })
  .openapi('Resumption')

/** A suspension of a case, in force or over. */
const SuspensionSchema = z
  .object({
    suspensionId: z.string(),
    ground: z.enum(suspensionGrounds),
    groundName: z.string(),
    reason: z.string(),
    from: z.string(),
    enteredAt: z.string(),
    enteredBy: NamedSchema,
    lateReason: z.string().nullable(),
    to: z.string().nullable(),
    resumedAt: z.string().nullable(),
    resumedBy: NamedSchema.nullable(),
    resumeReason: z.string().nullable(),
    resumeLateReason: z.string().nullable(),
  })
  .openapi('Suspension')

export const SuspensionsSchema = z
  .object({
    items: z.array(SuspensionSchema),
    isSuspended: z.boolean(),
    canSuspend: PermissionSchema,
    canResume: PermissionSchema,
    grounds: z.array(z.object({ value: z.enum(suspensionGrounds), name: z.string() })),
  })
  .openapi('Suspensions')

const EscalationSchema = z
  .object({
    seq: z.number().int(),
    /** The limit that is over; null where a procedure sends up something else. */
    limit: z.object({ key: z.string(), name: z.string() }).nullable(),
    /** Why a procedure sends it up, and about which whistle, transfer … */
    kind: z.object({ id: z.string(), name: z.string() }).nullable(),
    refId: z.string().nullable(),
    elementName: z.string(),
    userTaskKey: Key.nullable(),
    processInstanceKey: Key,
    caseNo: z.string().nullable(),
    caseTitle: z.string().nullable(),
    party: z.string().nullable(),
    consequence: z.enum(['escalate', 'release', 'forfeit']),
    to: z.object({
      role: z.string(),
      roleName: z.string(),
      org: z.string().nullable(),
      orgName: z.string().nullable(),
    }),
    /** When the limit was over; null where none is. */
    dueDate: z.string().nullable(),
    at: z.string(),
    /** The task it is about is still open; of what a procedure sends up, the procedure is. */
    isOpen: z.boolean(),
    notes: z.array(z.object({ person: NamedSchema, at: z.string(), note: z.string().nullable() })),
    canNote: z.boolean(),
  })
  .openapi('Escalation')

export const EscalationsSchema = z
  .object({ items: z.array(EscalationSchema), page: z.object({ endCursor: z.string().optional() }) })
  .openapi('Escalations')

export const NoteBody = z.strictObject({ note: z.string().trim().max(500).optional() }).openapi('EscalationNote')

/** Limits that run into a year whose working days nobody announced yet. */
export const ProvisionalLimitsSchema = z
  .object({
    total: z.number().int(),
    /** The years that are missing, first of all the present one if it is. */
    missingYears: z.array(z.number().int()),
    items: z.array(
      z.object({
        userTaskKey: Key.nullable(),
        processInstanceKey: Key,
        elementName: z.string(),
        limit: z.object({ key: z.string(), name: z.string() }),
        caseNo: z.string().nullable(),
        dueDate: z.string(),
      }),
    ),
  })
  .openapi('ProvisionalLimits')

export type SuspensionJson = z.infer<typeof SuspensionSchema>
export type EscalationJson = z.infer<typeof EscalationSchema>
export type ProvisionalLimitsJson = z.infer<typeof ProvisionalLimitsSchema>
