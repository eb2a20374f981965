import { z } from '@hono/zod-openapi'
import { DEFECT_STATES } from '../../registers/evidence-defects.ts'
import { Key } from '../route.ts'
import { NamedSchema } from '../schemas/person.ts'

export const DefectState = z.enum(DEFECT_STATES)

export const DefectSchema = z
  .object({
    defectId: z.string(),
    person: NamedSchema,
    /** Number of the certificate, and how it stood at the act as it is known now. */
    certificate: z.string(),
    certificateState: z.string(),
    caseNo: z.string().nullable(),
    processInstanceKey: Key,
    userTaskKey: Key,
    task: z.string(),
    part: z.enum(['completed', 'cosigned']),
    actedAt: z.string(),
    foundAt: z.string(),
    state: DefectState,
    assessedBy: NamedSchema.nullable(),
    assessedAt: z.string().nullable(),
    note: z.string().nullable(),
    canAssess: z.boolean(),
  })
  .openapi('EvidenceDefect')
export type DefectJson = z.infer<typeof DefectSchema>
