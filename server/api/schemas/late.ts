import { z } from '@hono/zod-openapi'

/** Why a fact is entered late; demanded when the office's grace is over. */
export const LateReason = z.string().trim().min(1).max(500).optional()

/** When the fact of an entry happened, if not when it was entered, and why it was entered late. */
export const twoTimes = {
  happenedAt: z.string().optional(),
  late: z.object({ reason: z.string() }).optional(),
}
