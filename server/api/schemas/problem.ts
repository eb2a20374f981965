import { z } from '@hono/zod-openapi'
import { CitationSchema } from './limit.ts'

/** Problem details (RFC 9457), the shape of every answer that is a no. */
export const ProblemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:xunfa:problem:policy.separation-of-duty' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    requestId: z.string(),
    /** Message id; stable, for programs. */
    id: z.string(),
    rule: z.string().optional(),
    basis: z.array(z.string()).optional(),
    /** The same, with what each article says today. */
    citations: z.array(CitationSchema).optional(),
    remedy: z.string().optional(),
    errors: z
      .array(
        z.object({
          path: z.string().openapi({ description: 'JSON pointer into what was sent' }),
          id: z.string(),
          params: z.record(z.string(), z.unknown()),
          message: z.string(),
        }),
      )
      .optional(),
    closedBy: z.object({ id: z.string(), name: z.string() }).optional(),
    closedAt: z.string().optional(),
  })
  .openapi('Problem')

export type ProblemJson = z.infer<typeof ProblemSchema>
