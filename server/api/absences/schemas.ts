import { z } from '@hono/zod-openapi'
import { ABSENCE_KINDS } from '../../registers/absences.ts'
import { NamedSchema } from '../schemas/person.ts'
import { Day, NamedId } from '../schemas/register.ts'
import { UserTaskSchema } from '../schemas/user-task.ts'

const AbsenceKindSchema = z.enum(ABSENCE_KINDS)

/** Why somebody is away, and the note, are told to himself, to administrators, auditors and his superiors alone. */
export const AbsenceSchema = z
  .object({
    absenceId: z.string(),
    person: NamedSchema,
    kind: AbsenceKindSchema.nullable(),
    fromDay: z.string(),
    toDay: z.string(),
    substitute: NamedSchema.nullable(),
    note: z.string().nullable(),
    state: z.enum(['now', 'coming', 'past', 'ended']),
    enteredBy: NamedSchema,
    enteredAt: z.string(),
    canEnd: z.boolean(),
  })
  .openapi('Absence')
export type AbsenceJson = z.infer<typeof AbsenceSchema>

export const NewAbsence = z
  .strictObject({
    personId: NamedId.optional().openapi({ description: 'Default: oneself' }),
    kind: AbsenceKindSchema,
    fromDay: Day,
    toDay: Day,
    substituteId: NamedId.nullable().default(null),
    note: z.string().trim().max(200).nullable().default(null),
  })
  .openapi('NewAbsence')

/** An open task of somebody who is away. */
export const AbsentTaskSchema = z
  .object({
    task: UserTaskSchema,
    /** The last day on which its holder is away. */
    until: z.string(),
    substitute: NamedSchema.nullable(),
    /** Whether the reader may take it over as the substitute, and give it to others as a superior. */
    canTakeOver: z.boolean(),
    canReassign: z.boolean(),
  })
  .openapi('AbsentTask')
export type AbsentTaskJson = z.infer<typeof AbsentTaskSchema>
