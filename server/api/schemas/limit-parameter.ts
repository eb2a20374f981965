import { z } from '@hono/zod-openapi'
import { exclusionKinds } from '../../deadlines/parameters/exclusion-policy.ts'
import { LimitReasonSchema } from './limit.ts'
import { NamedSchema } from './person.ts'

/** A version of a limit of the office. */
export const LimitParameterSchema = LimitReasonSchema.pick({
  key: true,
  name: true,
  amount: true,
  mode: true,
  start: true,
  basis: true,
  marks: true,
  consequence: true,
})
  .extend({
    isLead: z.boolean(),
    extension: LimitReasonSchema.shape.extension
      .unwrap()
      .extend({
        /** Key of the limit whose amount is added. */
        by: z.string(),
        roles: z.array(z.string()),
      })
      .nullable(),
    /** What does not count, by field of law; `general` where the field has no rules of its own. */
    exclusions: z.array(
      z.object({
        field: z.string(),
        suspension: z.boolean(),
        kinds: z.array(z.string()),
        basis: LimitReasonSchema.shape.basis,
        marks: LimitReasonSchema.shape.marks,
      }),
    ),
    seq: z.number().int(),
    effectiveFrom: z.string(),
    /** As it came with the product. */
    isShipped: z.boolean(),
    changedBy: NamedSchema.nullable(),
    changedAt: z.string(),
    reason: z.string().nullable(),
  })
  .openapi('LimitParameter')

const Basis = z.array(z.string().trim().min(1).max(100)).max(10)

/** How a limit may be made longer. */
const ExtensionBody = z.strictObject({
  by: z.string().max(60),
  times: z.number().int().min(1).max(10),
  approvers: z.array(z.string().max(60)).min(1).max(10),
  basis: Basis,
})

/** What does not count in a limit, in one field of law. */
const ExclusionBody = z.strictObject({
  field: z.string().trim().min(1).max(60),
  suspension: z.boolean(),
  kinds: z.array(z.enum(exclusionKinds)).max(exclusionKinds.length),
  basis: Basis,
})

/** What an administrator sets; rules that are not given stay as they are. */
export const ParameterChangeBody = z
  .strictObject({
    amount: z.string().min(1).max(20),
    mode: z.enum(['STRICT', 'ROLL_FORWARD']),
    consequence: z.enum(['warn', 'escalate', 'release', 'forfeit']),
    /** How it may be made longer; null: not at all. */
    extension: ExtensionBody.nullable().optional(),
    /** What does not count, by field of law; one `general` for all others. */
    exclusions: z.array(ExclusionBody).max(30).optional(),
    effectiveFrom: z.string().max(10),
    reason: z.string().trim().min(1).max(500),
    recount: z.boolean().default(false),
  })
  .openapi('LimitParameterChange')

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2027-01-01')

/** What was announced about a year. */
export const CalendarYearBody = z
  .strictObject({
    year: z.number().int().min(2020).max(2100),
    source: z.string().trim().min(1).max(200),
    holidays: z.array(Day).max(100),
    workdays: z.array(Day).max(60),
  })
  .openapi('CalendarYear')

/** The calendar as it stands. */
export const CalendarSchema = z
  .object({ version: z.number().int(), years: z.array(CalendarYearBody.extend({ version: z.number().int() })) })
  .openapi('Calendar')

export type LimitParameterJson = z.infer<typeof LimitParameterSchema>
