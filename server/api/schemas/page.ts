import { z } from '@hono/zod-openapi'

/** Where a list goes on; totals are counted up to a thousand. */
export const PageSchema = z
  .object({
    endCursor: z.string().optional(),
    hasMoreTotalItems: z.boolean().optional(),
    totalItems: z.number().int().optional(),
  })
  .openapi('Page')

/** Paging of every list: how many, and after which cursor. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().min(1).max(200).optional(),
}

/** The page part of an answer. */
export function pageJson({ endCursor }: { endCursor?: string }) {
  return endCursor === undefined ? {} : { endCursor }
}
